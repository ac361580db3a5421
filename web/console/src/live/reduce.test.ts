import { describe, expect, it } from "vitest";
import type { ConversationReading, Message, Reading, Summary } from "../api/types";
import { type Board, emptyBoard, type LiveEvent } from "./board";
import { reduce } from "./reduce";
import { belongs, rowsOf } from "./views";

/** A small repeatable source of chance: a failing case can be run again by its seed. */
function chance(seed: number): (below: number) => number {
  let state = seed * 2654435761 + 1;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const at = (n: number) => new Date(Date.UTC(2026, 10, 21, 9, 0, n)).toISOString();

function summary(id: string, version: number, change: Partial<Summary> = {}): Summary {
  return {
    id, version, epoch: 1, contact: { id: "c", name: "Ana" }, inbox: { id: "i", name: "Web", channel: "chat" }, status: "open",
    holder: "queue", assignee: null, locale: "es", preview: "", preview_sender: "contact", last_message_at: at(version),
    waiting_since: at(version), queued_at: null, hand_off_reason: null, snoozed_until: null, created_at: at(0), resolved_at: null,
    unread: 0, rating: null, tags: [], ...change,
  };
}

function message(conversation_id: string, n: number, change: Partial<Message> = {}): Message {
  return {
    id: `m${String(n).padStart(4, "0")}`, conversation_id, seq: n, sender: { kind: "contact", name: "Ana", id: "c" }, text: `t${n}`,
    html: "", attachments: [], sources: [], outcome: null, quick_replies: [], at: at(n), client_id: null, private: false, ...change,
  };
}

/** A plausible history: messages, assignments, resolutions over three conversations. */
function history(seed: number, length = 40): LiveEvent[] {
  const pick = chance(seed);
  const versions: Record<string, number> = {};
  return Array.from({ length }, (_, index) => {
    const id = `k${pick(3)}`;
    versions[id] = (versions[id] ?? 0) + 1;
    const status = pick(5) === 0 ? "resolved" : "open";
    const conversation = summary(id, versions[id] ?? 1, { status, holder: pick(2) ? "queue" : "assistant", preview: `p${index}` });
    const seq = (index + 1) * (1 + pick(2)) + index;
    if (pick(3) === 0) return { seq, type: "conversation.updated", data: { conversation } };
    return { seq, type: "message.created", data: { message: message(id, index), conversation } };
  }).sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
}

const play = (board: Board, events: LiveEvent[]) => events.reduce((now, event) => reduce(now, { type: "event", event, now: 0 }), board);
const seeds = Array.from({ length: 60 }, (_, index) => index + 1);

describe("the board", () => {
  it("stays the same when any stretch of events comes again", () => {
    for (const seed of seeds) {
      const events = history(seed);
      const once = play(emptyBoard, events);
      const from = chance(seed)(events.length);
      expect(play(once, events.slice(from)), `seed ${seed}`).toEqual(once);
    }
  });

  it("is the same whether each event came once or twice in a row", () => {
    for (const seed of seeds) {
      const events = history(seed);
      expect(play(emptyBoard, events.flatMap((event) => [event, event])), `seed ${seed}`).toEqual(play(emptyBoard, events));
    }
  });

  it("equals a later snapshot when an old snapshot is followed by the events since", () => {
    for (const seed of seeds) {
      const events = history(seed);
      const cut = chance(seed + 7)(events.length);
      const earlier = play(emptyBoard, events.slice(0, cut));
      const later = play(emptyBoard, events);
      const fetched = reduce({ ...emptyBoard, seq: earlier.seq }, { type: "summaries", conversations: Object.values(earlier.conversations) });
      expect(play(fetched, events.slice(cut)).conversations, `seed ${seed}`).toEqual(later.conversations);
    }
  });

  it("keeps a message that came while the page was being fetched", () => {
    const live = play(emptyBoard, [{ seq: 1, type: "message.created", data: { message: message("k", 9), conversation: summary("k", 9) } }]);
    const board = reduce(live, { type: "latest", conversationId: "k", messages: [message("k", 7), message("k", 8)], more: true });
    expect(board.threads.k?.messages.map(({ seq }) => seq)).toEqual([7, 8, 9]);
  });

  it("leaves no hole when a fresh page does not touch what was loaded", () => {
    const first = reduce(emptyBoard, { type: "latest", conversationId: "k", messages: [message("k", 1), message("k", 2)], more: false });
    const later = reduce(first, { type: "latest", conversationId: "k", messages: [message("k", 8), message("k", 9)], more: true });
    expect(later.threads.k?.messages.map(({ seq }) => seq)).toEqual([8, 9]);
    expect(later.threads.k?.more).toBe(true);
  });

  it("does not let a page that was answered late undo a newer state", () => {
    const board = play(emptyBoard, [{ seq: 5, type: "conversation.updated", data: { conversation: summary("k", 5, { status: "resolved" }) } }]);
    const stale = reduce(board, { type: "summaries", conversations: [summary("k", 4)] });
    expect(stale.conversations.k?.status).toBe("resolved");
  });

  it("replaces a message that was changed afterwards", () => {
    const events: LiveEvent[] = [
      { seq: 1, type: "message.created", data: { message: message("k", 1) } },
      { seq: 2, type: "message.updated", data: { message: message("k", 1, { text: "···" }) } },
    ];
    expect(play(emptyBoard, events).threads.k?.messages.map(({ text }) => text)).toEqual(["···"]);
  });

  it("forgets who types after a while, and at once when their message is there", () => {
    const sender = { kind: "contact" as const, id: "c", name: "Ana" };
    const typing = reduce(emptyBoard, { type: "event", now: 1000, event: { seq: 0, type: "typing", data: { conversation_id: "k", sender } } });
    expect(typing.typing.k).toHaveLength(1);
    expect(reduce(typing, { type: "expire", now: 7001 }).typing.k).toBeUndefined();
    const event = { seq: 1, type: "message.created", data: { message: message("k", 1) } };
    expect(reduce(typing, { type: "event", now: 1001, event }).typing.k).toEqual([]);
  });

  it("takes ephemeral news although its number was seen before", () => {
    const board = { ...emptyBoard, seq: 9 };
    const event = { seq: 9, type: "presence", data: { member_id: "m", availability: "away" } };
    expect(reduce(board, { type: "event", event, now: 0 }).presence.m).toBe("away");
  });
});

describe("a reading", () => {
  const made = { emotion: "angry", corrected: [] as string[] } as Reading;
  const mood = { emotion: "angry", urgency: "high" } as ConversationReading;
  const opened = reduce(emptyBoard, { type: "latest", conversationId: "k", messages: [message("k", 1), message("k", 2)], more: false });
  const known = reduce(opened, { type: "summaries", conversations: [summary("k", 5)] });
  const event: LiveEvent = { seq: 7, type: "reading.made", data: { message_id: "m0001", reading: made, conversation: summary("k", 4, { reading: mood }) } };

  it("comes to its message and to the conversation, and touches nothing else", () => {
    const next = play(known, [event]);
    expect(next.threads.k?.messages.map(({ reading }) => reading ?? null)).toEqual([made, null]);
    expect(next.threads.k?.messages[1]).toBe(known.threads.k?.messages[1]);
    expect(next.conversations.k).toEqual({ ...known.conversations.k, reading: mood });
  });

  it("is kept when what was fetched before it arrives after it", () => {
    const next = reduce(play(known, [event]), { type: "latest", conversationId: "k", messages: [message("k", 1, { reading: null })], more: false });
    const later = reduce(next, { type: "summaries", conversations: [summary("k", 5, { reading: null })] });
    expect(later.threads.k?.messages[0]?.reading).toEqual(made);
    expect(later.conversations.k?.reading).toEqual(mood);
  });

  it("of a message that is not shown changes no thread", () => {
    const elsewhere = { ...event, data: { ...event.data, message_id: "m0099" } };
    expect(play(known, [elsewhere]).threads).toBe(known.threads);
  });

  it("is replaced by its correction", () => {
    const next = reduce(play(known, [event]), { type: "reading", conversationId: "k", messageId: "m0001", reading: { ...made, emotion: "neutral", corrected: ["emotion"] } });
    expect(next.threads.k?.messages[0]?.reading?.emotion).toBe("neutral");
  });
});

describe("a view", () => {
  const known = Object.fromEntries([1, 2, 3, 4].map((n) => [`k${n}`, summary(`k${n}`, n)]));

  it("shows the longest wait first", () => {
    const rows = rowsOf(known, { view: "waiting", memberId: "me", listed: ["k1", "k2", "k3", "k4"], more: false });
    expect(rows.map(({ id }) => id)).toEqual(["k1", "k2", "k3", "k4"]);
  });

  it("does not show below its end what the server has not listed yet", () => {
    const rows = rowsOf(known, { view: "all", memberId: "me", listed: ["k4", "k3"], more: true });
    expect(rows.map(({ id }) => id)).toEqual(["k4", "k3"]);
  });

  it("holds no conversation that the assistant answers among those that wait", () => {
    expect(belongs("waiting", summary("k", 1, { holder: "assistant" }), "me")).toBe(false);
  });
});
