import type { App, Config, Host, Settings } from "../shared/contract";
import { chooseLocale, pageLocale, type Locale } from "../shared/locale";
import { OUTBOX } from "../shared/outbox-item";
import { PHONE } from "../shared/phone";
import { browserStore } from "../shared/storage";
import { AppScript } from "./app-script";
import { fetchConfig } from "./config";
import { Frame } from "./frame";
import { Launcher } from "./launcher";
import { failureNotice } from "./notice";
import { trustPolicy } from "./trust";

/** The part that stands on every page: draws the launcher, fetches the app at the first opening. */
export class Widget {
  private readonly policy = trustPolicy();
  private readonly frame: Frame;
  private readonly launcher: Launcher;
  private readonly script: AppScript;
  private readonly store;
  private readonly tab;
  private locale: Locale;
  private identity: string | null;
  private config: Config | null = null;
  private app: App | null = null;
  private starting: Promise<App> | null = null;
  private wanted = false;
  private notice: HTMLElement | null = null;

  constructor(
    private readonly settings: Settings,
    nonce: string,
  ) {
    this.store = browserStore("localStorage", settings.key);
    this.tab = browserStore("sessionStorage", settings.key);
    this.locale = pageLocale(settings.locale);
    this.identity = settings.identity ?? null;
    this.frame = new Frame(settings);
    this.launcher = new Launcher(this.locale);
    this.script = new AppScript(settings.base, nonce, (url) => this.policy.createScriptURL(url));
    this.launcher.button.onclick = () => (this.wanted ? this.close() : this.open());
    this.frame.root.append(this.launcher.button);
    this.frame.setLocale(this.locale);
    addEventListener("online", () => this.notice && this.open());
  }

  /** Nothing is stored, and only the configuration is asked for, until the customer opens the chat. */
  async start(): Promise<void> {
    const answer = await fetchConfig(this.settings, this.locale);
    if (answer.kind === "refused") {
      console.warn("Relevo: this widget key does not exist or this site is not allowed to use it.");
      return;
    }
    this.config = answer.kind === "config" ? answer.config : this.keptConfig();
    this.frame.wear(this.config);
    this.frame.element.hidden = false;
    if (this.settings.open || this.wasOpen()) this.reveal(false);
    else if (this.hasConversation()) void this.startApp().catch(() => undefined);
  }

  open(): void {
    this.reveal(true);
  }

  close(): void {
    this.wanted = false;
    this.tab.remove("open");
    const hadFocus = this.frame.root.activeElement !== null;
    this.launcher.setOpen(false);
    this.app?.hide();
    if (hadFocus) this.launcher.button.focus();
  }

  identify(identity: string | null): void {
    this.identity = identity;
    this.app?.identify(identity);
  }

  async setLocale(wanted: string): Promise<void> {
    this.locale = chooseLocale([wanted]);
    this.launcher.setLocale(this.locale);
    this.frame.setLocale(this.locale);
    await this.reloadConfig();
    this.app?.setLocale(this.locale);
  }

  private reveal(focus: boolean): void {
    this.wanted = true;
    this.tab.set("open", "1");
    this.keepConfig();
    this.notice?.remove();
    this.notice = null;
    this.startApp().then(
      (app) => this.show(app, focus),
      () => this.sayFailed(),
    );
  }

  private show(app: App, focus: boolean): void {
    if (!this.wanted) return;
    this.launcher.setOpen(true);
    app.show(focus);
  }

  private startApp(): Promise<App> {
    this.starting ??= this.loadApp();
    return this.starting;
  }

  private async loadApp(): Promise<App> {
    this.launcher.setBusy(this.wanted);
    try {
      const start = await this.script.load();
      this.app = start(this.host());
      return this.app;
    } catch (error) {
      this.starting = null;
      throw error;
    } finally {
      this.launcher.setBusy(false);
    }
  }

  private sayFailed(): void {
    this.wanted = false;
    this.notice?.remove();
    this.notice = failureNotice(this.locale, this.store, () => this.open());
    this.frame.root.append(this.notice);
  }

  /** So that a customer who comes back finds the same chat while the server cannot be reached. */
  private keepConfig(): void {
    if (this.config) this.store.set("config", JSON.stringify(this.config));
  }

  private keptConfig(): Config | null {
    try {
      return JSON.parse(this.store.get("config") ?? "null") as Config | null;
    } catch {
      return null;
    }
  }

  private async reloadConfig(): Promise<Config | null> {
    const answer = await fetchConfig(this.settings, this.locale);
    if (answer.kind === "config") this.config = answer.config;
    if (this.wanted) this.keepConfig();
    this.frame.wear(this.config);
    return this.config;
  }

  private host(): Host {
    const widget = this;
    return {
      root: this.frame.root,
      settings: this.settings,
      get locale() {
        return widget.locale;
      },
      get config() {
        return widget.config;
      },
      get identity() {
        return widget.identity;
      },
      reloadConfig: () => this.reloadConfig(),
      setUnread: (count) => this.launcher.setUnread(count),
      close: () => this.close(),
      trustHtml: (html) => this.policy.createHTML(html),
    };
  }

  /** A chat left open stays open on the next page, but never covers a phone's whole screen unasked. */
  private wasOpen(): boolean {
    return this.tab.get("open") === "1" && !matchMedia(PHONE).matches;
  }

  /** A customer who has written before gets answers on the launcher, and what could not be sent is sent. */
  private hasConversation(): boolean {
    return this.store.names().some((name) => name === "begun" || name.startsWith(OUTBOX));
  }
}
