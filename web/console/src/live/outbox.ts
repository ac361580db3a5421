import type { Attachment, Message } from "../api/types";

/** What a member sent and the server has not shown us yet. Kept in the browser, so a reload loses nothing. */
export interface OutboxItem {
  clientId: string;
  conversationId: string;
  text: string;
  private: boolean;
  attachments: Attachment[];
  at: string;
  epoch: number | null;
  takeOver: boolean;
  state: "sending" | "sent" | "waiting" | "failed" | "contested";
  /** The server's code when it refused. */
  problem: string | null;
}

export type OutboxChange =
  | { type: "add"; item: OutboxItem }
  | { type: "mark"; clientId: string; state: OutboxItem["state"]; problem?: string | null }
  | { type: "retry"; clientId: string; epoch: number | null; takeOver: boolean }
  | { type: "drop"; clientId: string }
  | { type: "arrived"; messages: Message[] }
  | { type: "restore"; items: OutboxItem[] };

export function reduceOutbox(items: OutboxItem[], change: OutboxChange): OutboxItem[] {
  switch (change.type) {
    case "add":
      return items.some((item) => item.clientId === change.item.clientId) ? items : [...items, change.item];
    case "mark":
      return revise(items, change.clientId, { state: change.state, problem: change.problem ?? null });
    case "retry":
      return revise(items, change.clientId, { state: "sending", problem: null, epoch: change.epoch, takeOver: change.takeOver });
    case "drop":
      return without(items, (item) => item.clientId === change.clientId);
    case "arrived": {
      const arrived = new Set(change.messages.map((message) => message.client_id));
      return without(items, (item) => arrived.has(item.clientId));
    }
    case "restore":
      return change.items.map((item) => (item.state === "sending" ? { ...item, state: "waiting" } : item));
  }
}

function revise(items: OutboxItem[], clientId: string, change: Partial<OutboxItem>): OutboxItem[] {
  return items.some((item) => item.clientId === clientId)
    ? items.map((item) => (item.clientId === clientId ? { ...item, ...change } : item))
    : items;
}

function without(items: OutboxItem[], gone: (item: OutboxItem) => boolean): OutboxItem[] {
  return items.some(gone) ? items.filter((item) => !gone(item)) : items;
}
