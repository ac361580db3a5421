import type { Message } from "../api/types";
import type { OutboxItem } from "../live/outbox";

/** How a thread is drawn: days, runs of one sender, and single lines from the system. */
export type Block =
  | { kind: "day"; key: string; at: string }
  | { kind: "system"; key: string; message: Message }
  | { kind: "run"; key: string; sender: Message["sender"]; isNote: boolean; messages: Message[] };

const APART_MS = 10 * 60_000;

export function blocksOf(messages: Message[]): Block[] {
  const blocks: Block[] = [];
  let day = "";
  for (const message of messages) {
    const today = new Date(message.at).toDateString();
    if (today !== day) blocks.push({ kind: "day", key: `day-${message.id}`, at: message.at });
    day = today;
    join(blocks, message);
  }
  return blocks;
}

function join(blocks: Block[], message: Message): void {
  if (message.sender.kind === "system") {
    blocks.push({ kind: "system", key: message.id, message });
    return;
  }
  const last = blocks.at(-1);
  if (last?.kind === "run" && continues(last, message)) last.messages.push(message);
  else blocks.push({ kind: "run", key: message.id, sender: message.sender, isNote: message.private, messages: [message] });
}

function continues(run: Extract<Block, { kind: "run" }>, message: Message): boolean {
  const previous = run.messages.at(-1);
  const isSameSender = run.sender.kind === message.sender.kind && (run.sender.id ?? run.sender.name) === (message.sender.id ?? message.sender.name);
  return isSameSender && run.isNote === message.private && !!previous && Date.parse(message.at) - Date.parse(previous.at) < APART_MS;
}

/** Of those on their way, what the thread does not show yet. */
export function stillPending(items: OutboxItem[], messages: Message[]): OutboxItem[] {
  const there = new Set(messages.map((message) => message.client_id));
  return items.filter((item) => !there.has(item.clientId));
}
