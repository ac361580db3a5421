import type { Availability, Message, Named, Reading, Sender, Summary } from "../api/types";
import type { Board, Change, LiveEvent, Thread, Typer } from "./board";
import { noThread } from "./board";

const TYPING_MS = 6_000;
/** A thread nobody has opened keeps only what may arrive while it is being fetched. */
const KEPT_UNOPENED = 30;

export function reduce(board: Board, change: Change): Board {
  switch (change.type) {
    case "event":
      return applyEvent(board, change.event, change.now);
    case "summaries":
      return change.conversations.reduce(withSummary, board);
    case "latest":
      return withThread(board, change.conversationId, (thread) => withLatest(thread, change.messages, change.more));
    case "older":
      return withThread(board, change.conversationId, (thread) => ({
        ...thread,
        messages: union(change.messages, thread.messages),
        more: change.more,
      }));
    case "reading":
      return withReading(board, change.conversationId, change.messageId, change.reading);
    case "present":
      return { ...board, presence: presenceOf(change.members), viewing: viewersOf(change.members) };
    case "from":
      return { ...board, seq: change.seq };
    case "expire":
      return withoutStaleTypers(board, change.now);
  }
}

const EPHEMERAL = new Set(["typing", "presence", "viewing", "ready", "error"]);

function applyEvent(board: Board, event: LiveEvent, now: number): Board {
  if (EPHEMERAL.has(event.type)) return applyEphemeral(board, event, now);
  if (event.seq !== undefined && event.seq <= board.seq) return board;
  const next = applyStored(board, event);
  return event.seq === undefined ? next : { ...next, seq: event.seq };
}

function applyStored(board: Board, { type, data = {} }: LiveEvent): Board {
  if (type.startsWith("reading.")) return withReadingEvent(board, data);
  const summary = data.conversation as Summary | undefined;
  const message = data.message as Message | undefined;
  const known = summary ? withSummary(board, summary) : board;
  if (!message || !type.startsWith("message.")) return known;
  return withoutTyper(withMessage(known, message), message);
}

function withSummary(board: Board, summary: Summary): Board {
  const old = board.conversations[summary.id];
  if (old && old.version > summary.version) return board;
  // What was fetched before a reading was made does not undo it.
  const reading = summary.reading ?? old?.reading ?? null;
  return { ...board, conversations: { ...board.conversations, [summary.id]: { ...old, ...summary, reading } } };
}

/** A reading changes no version of the conversation; of its summary only the reading is taken where another one is known. */
function withReadingEvent(board: Board, data: Record<string, unknown>): Board {
  const summary = data.conversation as Summary | undefined;
  const old = summary && board.conversations[summary.id];
  const known = !summary ? board : withSummary(board, old ? { ...old, reading: summary.reading ?? old.reading ?? null } : summary);
  const id = summary?.id ?? (data.conversation_id as string | undefined);
  const reading = data.reading as Reading | undefined;
  return id && reading ? withReading(known, id, String(data.message_id), reading) : known;
}

function withReading(board: Board, id: string, messageId: string, reading: Reading): Board {
  const thread = board.threads[id];
  if (!thread?.messages.some((message) => message.id === messageId)) return board;
  return withThread(board, id, (all) => ({
    ...all,
    messages: all.messages.map((message) => (message.id === messageId ? { ...message, reading } : message)),
  }));
}

function withMessage(board: Board, message: Message): Board {
  return withThread(board, message.conversation_id, (thread) => {
    const messages = union(thread.messages, [message]);
    return { ...thread, messages: thread.loaded ? messages : messages.slice(-KEPT_UNOPENED) };
  });
}

function withThread(board: Board, id: string, change: (thread: Thread) => Thread): Board {
  return { ...board, threads: { ...board.threads, [id]: change(board.threads[id] ?? noThread) } };
}

/** A fresh newest page. What was known before it stays only if there is no hole between the two. */
function withLatest(thread: Thread, page: Message[], more: boolean): Thread {
  const ids = new Set(page.map((message) => message.id));
  const first = page[0];
  const touches = !more || !first || (thread.loaded && thread.messages.some((message) => ids.has(message.id)));
  const kept = touches ? thread.messages : thread.messages.filter((message) => !first || comesBefore(first, message));
  return { messages: union(kept, page), more: touches && thread.loaded ? thread.more && more : more, loaded: true };
}

/** Later ones replace earlier ones of the same id, but for a reading they do not have yet; the order is that of the conversation. */
function union(older: Message[], newer: Message[]): Message[] {
  const byId = new Map(older.map((message) => [message.id, message]));
  for (const message of newer) byId.set(message.id, { ...message, reading: message.reading ?? byId.get(message.id)?.reading ?? null });
  return [...byId.values()].sort((a, b) => (comesBefore(a, b) ? -1 : 1));
}

function comesBefore(a: Message, b: Message): boolean {
  const [left, right] = [Date.parse(a.at), Date.parse(b.at)];
  return left === right ? a.id < b.id : left < right;
}

function applyEphemeral(board: Board, { type, data = {} }: LiveEvent, now: number): Board {
  switch (type) {
    case "typing":
      return withTyper(board, String(data.conversation_id), data.sender as Sender, now);
    case "presence":
      return { ...board, presence: { ...board.presence, [String(data.member_id)]: data.availability as Availability } };
    case "viewing":
      return { ...board, viewing: { ...board.viewing, [String(data.conversation_id)]: (data.members ?? []) as Named[] } };
    default:
      return board;
  }
}

function withTyper(board: Board, conversationId: string, sender: Sender, now: number): Board {
  const typer: Typer = { kind: sender.kind, id: sender.id ?? "", name: sender.name, until: now + TYPING_MS };
  const others = (board.typing[conversationId] ?? []).filter((other) => !isSame(other, typer));
  return { ...board, typing: { ...board.typing, [conversationId]: [...others, typer] } };
}

function withoutTyper(board: Board, message: Message): Board {
  const typers = board.typing[message.conversation_id];
  if (!typers?.length) return board;
  const sender = { kind: message.sender.kind, id: message.sender.id ?? "" };
  const left = typers.filter((typer) => !isSame(typer, sender) && !(typer.kind === "contact" && sender.kind === "contact"));
  return { ...board, typing: { ...board.typing, [message.conversation_id]: left } };
}

function withoutStaleTypers(board: Board, now: number): Board {
  const entries = Object.entries(board.typing);
  if (!entries.some(([, typers]) => typers.some((typer) => typer.until <= now))) return board;
  const left = entries.map(([id, typers]) => [id, typers.filter((typer) => typer.until > now)] as const);
  return { ...board, typing: Object.fromEntries(left.filter(([, typers]) => typers.length)) };
}

const isSame = (a: { kind: string; id: string }, b: { kind: string; id: string }) => a.kind === b.kind && a.id === b.id;

type PresentMember = { id: string; name: string; availability: Availability; viewing: string | null };

function presenceOf(members: PresentMember[]): Board["presence"] {
  return Object.fromEntries(members.map((member) => [member.id, member.availability]));
}

function viewersOf(members: PresentMember[]): Board["viewing"] {
  const viewing: Board["viewing"] = {};
  for (const { id, name, viewing: conversation } of members) {
    if (conversation) viewing[conversation] = [...(viewing[conversation] ?? []), { id, name }];
  }
  return viewing;
}
