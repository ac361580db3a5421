import type { Store } from "../../shared/storage";
import { unreadAfter, type ChatState } from "./state";

/** How far the customer has read, shared by all tabs. */
export class Reading {
  constructor(private readonly store: Store) {}

  seq(): number {
    return Number(this.store.get("read")) || 0;
  }

  unread(state: ChatState): number {
    return unreadAfter(state, this.seq()).length;
  }

  firstUnread(state: ChatState): number | null {
    return unreadAfter(state, this.seq())[0]?.seq ?? null;
  }

  /** The seq to report to the server, or null when nothing new was read. */
  advance(state: ChatState): number | null {
    const newest = unreadAfter(state, this.seq()).at(-1)?.seq;
    if (newest === undefined) return null;
    this.store.set("read", String(newest));
    return newest;
  }

  startAt(seq: number): void {
    if (seq > this.seq()) this.store.set("read", String(seq));
  }

  forget(): void {
    this.store.remove("read");
  }
}
