import { describe, expect, it } from "vitest";
import type { ChatEvent, Conversation, Message } from "./messages";
import { addOlder, applyEvent, applySnapshot, emptyChat, hasGap, stopTyping, TYPING_MS, unreadAfter, type ChatState } from "./state";

const at = "2026-11-21T09:00:00.000Z";

function message(seq: number, text = `message ${seq}`, kind: Message["sender"]["kind"] = "agent"): Message {
  return { id: `id-${seq}`, conversation_id: "c", seq, sender: { kind, name: "Marta" }, text, at };
}

function created(seq: number, kind?: Message["sender"]["kind"]): ChatEvent {
  return { seq, type: "message.created", at, data: message(seq, undefined, kind) };
}

function conversation(change: Partial<Conversation> = {}): Conversation {
  return { id: "c", status: "open", holder: "assistant", agent: null, wait_minutes: null, people_available: true, agent_read_seq: 0, rating: null, ...change };
}

function after(...events: ChatEvent[]): ChatState {
  return events.reduce((state, event) => applyEvent(state, event, 0), emptyChat);
}

/** Repeatable, so that a failure can be looked at. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  let value = seed;
  const random = () => (value = (value * 48271) % 2147483647) / 2147483647;
  return items.map((item) => ({ item, rank: random() })).sort((a, b) => a.rank - b.rank).map(({ item }) => item);
}

const story: ChatEvent[] = [
  created(1, "contact"),
  { seq: 2, type: "conversation.updated", at, data: conversation() },
  created(3, "assistant"),
  { seq: 4, type: "message.updated", at, data: message(3, "corrected", "assistant") },
  created(5, "contact"),
  { seq: 6, type: "conversation.updated", at, data: conversation({ holder: "agent", agent: { name: "Marta" } }) },
  created(7),
  { seq: 8, type: "conversation.updated", at, data: conversation({ status: "resolved" }) },
  { seq: 9, type: "rating.requested", at, data: { conversation_id: "c" } },
];

describe("the conversation as events tell it", () => {
  it("ends alike whatever the order and however often events come", () => {
    const expected = after(...story);
    for (let seed = 1; seed <= 300; seed += 1) {
      const told = shuffled([...story, ...story, ...shuffled(story, seed + 7).slice(0, 4)], seed);
      expect(after(...told)).toEqual(expected);
    }
    expect(expected.messages.map((one) => one.text)).toEqual(["message 1", "corrected", "message 5", "message 7"]);
    expect(expected.last).toBe(9);
    expect(expected.toRate).toBe("c");
  });

  it("does not show what comes after a missing event before that event is there", () => {
    const early = after(created(1), created(3));
    expect(early.messages.map((one) => one.seq)).toEqual([1]);
    expect(early.last).toBe(1);
    expect(hasGap(early)).toBe(true);
    const whole = applyEvent(early, created(2), 0);
    expect(whole.messages.map((one) => one.seq)).toEqual([1, 2, 3]);
    expect(hasGap(whole)).toBe(false);
  });

  it("counts an event of a type it does not know, so that it is not taken for a gap", () => {
    const unknown = { seq: 1, type: "something.new", at, data: {} } as unknown as ChatEvent;
    expect(after(unknown, created(2)).last).toBe(2);
  });

  it("joins a snapshot with events that came before and after it", () => {
    const ahead = after(created(6));
    const joined = applySnapshot(ahead, { messages: [message(3), message(5)], last: 5, conversation: conversation(), more: false });
    expect(joined.messages.map((one) => one.seq)).toEqual([3, 5, 6]);
    expect(joined.last).toBe(6);
    expect(hasGap(joined)).toBe(false);
  });

  it("ignores a snapshot that is older than what it has", () => {
    const state = after(created(1), created(2));
    expect(applySnapshot(state, { messages: [message(1)], last: 1, conversation: null, more: false })).toBe(state);
  });

  it("puts older messages before the others and each only once", () => {
    const state = applySnapshot(emptyChat, { messages: [message(5), message(6)], last: 6, conversation: null, more: true });
    const longer = addOlder(state, { messages: [message(2), message(5)], last: 6, conversation: null, more: false });
    expect(longer.messages.map((one) => one.seq)).toEqual([2, 5, 6]);
    expect(longer.more).toBe(false);
  });
});

describe("the rating", () => {
  it("is still asked for after a reload that missed the request", () => {
    const state = applySnapshot(emptyChat, { messages: [], last: 9, conversation: conversation({ status: "resolved" }), more: false });
    expect(state.toRate).toBe("c");
  });

  it("is not asked for before the conversation is resolved", () => {
    expect(after(...story.slice(0, 7)).toRate).toBeNull();
  });

  it("is no longer asked for once given, or once the conversation goes on", () => {
    const given = { seq: 10, type: "conversation.updated" as const, at, data: conversation({ status: "resolved", rating: { score: 5 } }) };
    const reopened = { seq: 10, type: "conversation.updated" as const, at, data: conversation() };
    expect(after(...story, given).toRate).toBeNull();
    expect(after(...story, reopened).toRate).toBeNull();
  });
});

describe("typing and unread", () => {
  const typing: ChatEvent = { seq: 1, type: "typing", at, data: { sender: { kind: "agent", name: "Marta" } } };

  it("shows typing until that sender's message comes, or some seconds have passed", () => {
    const state = after(created(1), typing);
    expect(state.typing?.name).toBe("Marta");
    expect(applyEvent(state, created(2, "agent"), 0).typing).toBeNull();
    expect(applyEvent(state, created(2, "contact"), 0).typing).not.toBeNull();
    expect(stopTyping(state, TYPING_MS - 1).typing).not.toBeNull();
    expect(stopTyping(state, TYPING_MS).typing).toBeNull();
  });

  it("counts as unread only what others have said since", () => {
    const state = after(created(1), created(2, "contact"), created(3, "system"), created(4));
    expect(unreadAfter(state, 1).map((one) => one.seq)).toEqual([3, 4]);
  });
});
