interface Signals {
  /** The network or the customer is back. */
  wake(): void;
  networkLost(): void;
  leave(): void;
  comeBack(): void;
  otherTab(name: string): void;
}

/** What the page and the browser tell the chat. `prefix` is that of the storage all tabs share. */
export function watchPage(prefix: string, signals: Signals): void {
  addEventListener("online", () => signals.wake());
  addEventListener("offline", () => signals.networkLost());
  document.addEventListener("visibilitychange", () => !document.hidden && signals.wake());
  // An open socket would keep the page out of the back-forward cache.
  addEventListener("pagehide", () => signals.leave());
  addEventListener("pageshow", (event) => event.persisted && signals.comeBack());
  addEventListener("storage", (event) => event.key?.startsWith(prefix) && signals.otherTab(event.key.slice(prefix.length)));
}
