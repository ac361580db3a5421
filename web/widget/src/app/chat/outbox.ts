import { keepItem, newId, OUTBOX, type OutboxItem } from "../../shared/outbox-item";
import type { Store } from "../../shared/storage";

export type SendState = "sending" | "waiting" | "refused" | "sent";

export interface OutboxEntry extends OutboxItem {
  readonly state: SendState;
  /** Known once the server has stored it; the entry stays until the message itself arrives. */
  readonly seq?: number;
}

/** Messages on their way. What the server has not confirmed lies in storage and is there again after a reload. */
export class Outbox {
  private items: readonly OutboxEntry[] = [];

  constructor(
    private readonly store: Store,
    private readonly changed: () => void,
  ) {
    this.items = readStored(store);
  }

  list(): readonly OutboxEntry[] {
    return this.items;
  }

  add(item: OutboxItem): void {
    keepItem(this.store, item);
    this.replace([...this.items, { ...item, state: "sending" }]);
  }

  nextToSend(): OutboxEntry | undefined {
    return this.items.find((item) => item.state === "sending" || item.state === "waiting");
  }

  /** Whether these words are still waiting to be sent. */
  holds(text: string): boolean {
    return this.items.some((item) => item.state !== "sent" && item.text === text);
  }

  sending(clientId: string): void {
    this.update(clientId, { state: "sending" });
  }

  /** It could not be sent now, and will be by itself. */
  waiting(clientId: string): void {
    this.update(clientId, { state: "waiting" });
  }

  stored(clientId: string, seq: number): void {
    this.store.remove(OUTBOX + clientId);
    this.update(clientId, { state: "sent", seq });
  }

  /** The server will never take it like this; the customer decides. */
  refused(clientId: string, code: string): void {
    this.update(clientId, { state: "refused", refused: code });
    const item = this.find(clientId);
    if (item) keepItem(this.store, item);
  }

  remove(clientId: string): void {
    this.store.remove(OUTBOX + clientId);
    this.replace(this.items.filter((item) => item.clientId !== clientId));
  }

  /** The same words under a new id: the server knows the old id with other words. */
  renew(clientId: string): void {
    const item = this.find(clientId);
    if (!item) return;
    this.remove(clientId);
    const { clientId: _old, refused: _why, state: _state, seq: _seq, ...rest } = item;
    this.add({ ...rest, clientId: newId() });
  }

  /** The message has arrived as part of the conversation: the entry has done its work. */
  arrived(clientIds: ReadonlySet<string>): void {
    const done = this.items.filter((item) => clientIds.has(item.clientId));
    if (!done.length) return;
    for (const item of done) this.store.remove(OUTBOX + item.clientId);
    this.replace(this.items.filter((item) => !clientIds.has(item.clientId)));
  }

  /** Another tab has added or finished something. */
  readAgain(): void {
    const stored = readStored(this.store);
    const kept = this.items.filter((item) => item.state === "sent" || stored.some((other) => other.clientId === item.clientId));
    const fresh = stored.filter((other) => !kept.some((item) => item.clientId === other.clientId));
    this.replace([...kept, ...fresh].sort(byTime));
  }

  clear(): void {
    for (const item of this.items) this.store.remove(OUTBOX + item.clientId);
    this.replace([]);
  }

  private find(clientId: string): OutboxEntry | undefined {
    return this.items.find((item) => item.clientId === clientId);
  }

  private update(clientId: string, change: Partial<OutboxEntry>): void {
    this.replace(this.items.map((item) => (item.clientId === clientId ? { ...item, ...change } : item)));
  }

  private replace(items: readonly OutboxEntry[]): void {
    this.items = items;
    this.changed();
  }
}

function readStored(store: Store): OutboxEntry[] {
  return store
    .names()
    .filter((name) => name.startsWith(OUTBOX))
    .map((name) => parseItem(store.get(name)))
    .filter((item) => item !== null)
    .sort(byTime);
}

function parseItem(text: string | null): OutboxEntry | null {
  try {
    const item = JSON.parse(text ?? "") as OutboxItem;
    if (typeof item.clientId !== "string" || typeof item.text !== "string") return null;
    return { ...item, attachments: item.attachments ?? [], state: item.refused ? "refused" : "waiting" };
  } catch {
    return null;
  }
}

function byTime(one: OutboxItem, other: OutboxItem): number {
  return one.at < other.at ? -1 : one.at > other.at ? 1 : 0;
}
