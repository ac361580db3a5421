import type { ChatEvent, Conversation, Message, SenderKind, Snapshot } from "./messages";

/** What the server has told us so far. Every change is a pure step, so any order and repetition of events ends alike. */
export interface ChatState {
  /** Ascending by seq; each message once. */
  readonly messages: readonly Message[];
  /** The highest seq up to which nothing is missing: where a new connection resumes. */
  readonly last: number;
  /** Events that came before one that is still missing. */
  readonly ahead: readonly ChatEvent[];
  readonly conversation: Conversation | null;
  /** The conversation the customer was asked to rate. */
  readonly toRate: string | null;
  readonly typing: Typing | null;
  readonly more: boolean;
}

export interface Typing {
  readonly kind: SenderKind;
  readonly name: string | null;
  readonly until: number;
}

/** How long one sign of typing is believed. */
export const TYPING_MS = 6000;

export const emptyChat: ChatState = {
  messages: [],
  last: 0,
  ahead: [],
  conversation: null,
  toRate: null,
  typing: null,
  more: false,
};

/** The server's state as a whole. An older one than what we have (two answers crossed) changes nothing. */
export function applySnapshot(state: ChatState, snapshot: Snapshot): ChatState {
  if (snapshot.last < state.last) return state;
  const oldest = snapshot.messages[0]?.seq ?? 0;
  const kept = snapshot.more ? state.messages.filter((message) => message.seq < oldest) : [];
  const joined = snapshot.messages.reduce<readonly Message[]>(placeMessage, kept);
  const base: ChatState = {
    ...state,
    messages: joined,
    last: snapshot.last,
    ahead: state.ahead.filter((event) => event.seq > snapshot.last),
    conversation: snapshot.conversation,
    toRate: askedToRate(snapshot.conversation) ?? state.toRate,
    more: kept.length ? state.more : snapshot.more,
  };
  return drain(forgetDoneRating(base));
}

export function addOlder(state: ChatState, page: Snapshot): ChatState {
  return { ...state, messages: page.messages.reduce<readonly Message[]>(placeMessage, state.messages), more: page.more };
}

export function applyEvent(state: ChatState, event: ChatEvent, now: number): ChatState {
  if (event.type === "typing") return withTyping(state, event.data.sender, now);
  if (event.seq <= state.last) return state;
  if (event.seq > state.last + 1) return keepForLater(state, event);
  return drain(take(state, event));
}

/** A missing event: the connection must ask again from `last`. */
export function hasGap(state: ChatState): boolean {
  return state.ahead.length > 0;
}

export function stopTyping(state: ChatState, now: number): ChatState {
  return state.typing && state.typing.until <= now ? { ...state, typing: null } : state;
}

export function rated(state: ChatState, rating: { score: number; comment?: string }): ChatState {
  const conversation = state.conversation && { ...state.conversation, rating };
  return { ...state, conversation, toRate: null };
}

/** Messages of others after `readSeq`. */
export function unreadAfter(state: ChatState, readSeq: number): readonly Message[] {
  return state.messages.filter((message) => message.seq > readSeq && message.sender.kind !== "contact");
}

function take(state: ChatState, event: ChatEvent): ChatState {
  const next = { ...state, last: event.seq };
  switch (event.type) {
    case "message.created":
      return silence({ ...next, messages: placeMessage(next.messages, event.data) }, event.data.sender.kind);
    case "message.updated":
      return { ...next, messages: placeMessage(next.messages, event.data) };
    case "conversation.updated":
      return forgetDoneRating({ ...next, conversation: event.data });
    case "rating.requested":
      return forgetDoneRating({ ...next, toRate: event.data.conversation_id });
    default:
      // A type this version does not know still counts, or it would look like a gap for ever.
      return next;
  }
}

function drain(state: ChatState): ChatState {
  const [first, ...rest] = state.ahead;
  if (!first || first.seq > state.last + 1) return state;
  const shorter = { ...state, ahead: rest };
  return drain(first.seq <= state.last ? shorter : take(shorter, first));
}

function keepForLater(state: ChatState, event: ChatEvent): ChatState {
  if (state.ahead.some((known) => known.seq === event.seq)) return state;
  return { ...state, ahead: [...state.ahead, event].sort((one, other) => one.seq - other.seq) };
}

function placeMessage(messages: readonly Message[], message: Message): readonly Message[] {
  const others = messages.filter((known) => known.id !== message.id);
  const after = others.findIndex((known) => known.seq > message.seq);
  return after < 0 ? [...others, message] : [...others.slice(0, after), message, ...others.slice(after)];
}

function withTyping(state: ChatState, sender: { kind: SenderKind; name: string | null }, now: number): ChatState {
  return { ...state, typing: { kind: sender.kind, name: sender.name, until: now + TYPING_MS } };
}

function silence(state: ChatState, kind: SenderKind): ChatState {
  return state.typing?.kind === kind ? { ...state, typing: null } : state;
}

/** A rating may have been asked for while this customer was away: a resolved conversation without one still waits. */
function askedToRate(conversation: Conversation | null): string | null {
  return conversation?.status === "resolved" && !conversation.rating ? conversation.id : null;
}

/** No question is left standing once it is answered, or once the conversation goes on or a new one has begun. */
function forgetDoneRating(state: ChatState): ChatState {
  const { conversation, toRate } = state;
  if (!toRate || !conversation) return state;
  const done = conversation.id !== toRate || conversation.rating !== null || conversation.status !== "resolved";
  return done ? { ...state, toRate: null } : state;
}
