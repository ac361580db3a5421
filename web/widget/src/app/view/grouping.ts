import type { Message } from "../chat/messages";
import type { OutboxEntry } from "../chat/outbox";

/** One bubble: a message of the server, or one on its way there. */
export interface Bubble {
  /** The same before and after the server has stored it, so that its element stays. */
  readonly key: string;
  readonly message: Message;
  readonly entry: OutboxEntry | null;
}

export interface Group {
  readonly key: string;
  readonly day: string | null;
  readonly divider: boolean;
  readonly bubbles: readonly Bubble[];
}

const PAUSE_MS = 5 * 60 * 1000;

/** Consecutive messages of one sender, with the day where it changes and the line before what is new. */
export function groupBubbles(bubbles: readonly Bubble[], firstNew: number | null): readonly Group[] {
  const groups: { key: string; day: string | null; divider: boolean; bubbles: Bubble[] }[] = [];
  let before: Bubble | null = null;
  for (const bubble of bubbles) {
    const day = before && dayOf(before) === dayOf(bubble) ? null : bubble.message.at;
    const divider = firstNew !== null && !bubble.entry && bubble.message.seq === firstNew;
    const last = groups.at(-1);
    if (last && before && !day && !divider && belongsTo(before, bubble)) last.bubbles.push(bubble);
    else groups.push({ key: bubble.key, day, divider, bubbles: [bubble] });
    before = bubble;
  }
  return groups;
}

export function bubblesOf(messages: readonly Message[], outbox: readonly OutboxEntry[]): readonly Bubble[] {
  const known = new Set(messages.map((message) => message.client_id));
  const stored = messages.map((message) => ({ key: message.client_id || message.id, message, entry: null }));
  const onTheWay = outbox
    .filter((entry) => !known.has(entry.clientId))
    .map((entry) => ({ key: entry.clientId, message: draftMessage(entry), entry }));
  return [...stored, ...onTheWay];
}

/** Only those of the very last message, and only while nothing has been said to it. */
export function quickReplies(messages: readonly Message[], outbox: readonly OutboxEntry[]): readonly string[] {
  const last = messages.at(-1);
  if (!last || outbox.length || last.sender.kind !== "assistant") return [];
  return last.quick_replies ?? [];
}

function belongsTo(before: Bubble, bubble: Bubble): boolean {
  const [one, other] = [before.message, bubble.message];
  const close = Date.parse(other.at) - Date.parse(one.at) < PAUSE_MS;
  return close && one.sender.kind === other.sender.kind && one.sender.name === other.sender.name;
}

function dayOf(bubble: Bubble): string {
  return new Date(bubble.message.at).toDateString();
}

function draftMessage(entry: OutboxEntry): Message {
  return {
    id: entry.clientId,
    conversation_id: "",
    seq: entry.seq ?? 0,
    sender: { kind: "contact", name: null },
    text: entry.text,
    attachments: entry.attachments,
    at: entry.at,
    client_id: entry.clientId,
  };
}
