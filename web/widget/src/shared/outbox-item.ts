import type { Store } from "./storage";

export interface OutboxAttachment {
  readonly id: string;
  readonly name: string;
  readonly content_type: string;
  readonly size: number;
  readonly url: string;
  readonly width?: number | null;
  readonly height?: number | null;
}

/** A message the server has not confirmed yet, as it is kept over reloads. */
export interface OutboxItem {
  readonly clientId: string;
  readonly text: string;
  readonly attachments: readonly OutboxAttachment[];
  readonly at: string;
  /** Why the server refused it for good; such an item is not sent again by itself. */
  readonly refused?: string;
}

export const OUTBOX = "outbox:";

/** One entry for each item, so that two tabs never overwrite each other's. */
export function keepItem(store: Store, item: OutboxItem): void {
  store.set(OUTBOX + item.clientId, JSON.stringify(item));
}

export function newItem(text: string, attachments: readonly OutboxAttachment[] = []): OutboxItem {
  return { clientId: newId(), text, attachments, at: new Date().toISOString() };
}

/** A version 4 UUID. crypto.randomUUID is missing on pages served without TLS. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
