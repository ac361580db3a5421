import { describe, expect, it } from "vitest";
import type { Message } from "../chat/messages";
import type { OutboxEntry } from "../chat/outbox";
import { bubblesOf, groupBubbles, quickReplies } from "./grouping";

function message(seq: number, kind: Message["sender"]["kind"], more: Partial<Message> = {}): Message {
  const minute = String(seq).padStart(2, "0");
  return { id: `id-${seq}`, conversation_id: "c", seq, sender: { kind, name: "N" }, text: "t", at: `2026-11-21T12:${minute}:00.000Z`, ...more };
}

function entry(clientId: string): OutboxEntry {
  return { clientId, text: "on its way", attachments: [], at: "2026-11-21T12:30:00.000Z", state: "sending" };
}

describe("bubbles", () => {
  it("shows a message once while both it and its outbox entry are there, under one key", () => {
    const bubbles = bubblesOf([message(1, "contact", { client_id: "a" })], [entry("a"), entry("b")]);
    expect(bubbles.map((bubble) => bubble.key)).toEqual(["a", "b"]);
  });

  it("groups what one sender says within minutes, and starts anew for another sender, a pause or a new day", () => {
    const bubbles = bubblesOf(
      [
        message(1, "agent"),
        message(2, "agent"),
        message(3, "contact"),
        message(20, "contact"),
        message(21, "contact", { at: "2026-11-23T12:21:00.000Z" }),
      ],
      [],
    );
    const groups = groupBubbles(bubbles, null);
    expect(groups.map((group) => group.bubbles.length)).toEqual([2, 1, 1, 1]);
    expect(groups.map((group) => group.day !== null)).toEqual([true, false, false, true]);
  });

  it("never groups an agent with the assistant of the same name", () => {
    const groups = groupBubbles(bubblesOf([message(1, "assistant"), message(2, "agent")], []), null);
    expect(groups).toHaveLength(2);
  });

  it("draws the line before the first new message", () => {
    const groups = groupBubbles(bubblesOf([message(1, "agent"), message(2, "agent")], []), 2);
    expect(groups.map((group) => group.divider)).toEqual([false, true]);
  });
});

describe("quick replies", () => {
  const offer = message(1, "assistant", { quick_replies: ["Yes", "No"] });

  it("are those of the assistant's last message", () => {
    expect(quickReplies([offer], [])).toEqual(["Yes", "No"]);
  });

  it("are gone once something was said or written", () => {
    expect(quickReplies([offer, message(2, "contact")], [])).toEqual([]);
    expect(quickReplies([offer], [entry("a")])).toEqual([]);
    expect(quickReplies([message(1, "agent", { quick_replies: ["Yes"] })], [])).toEqual([]);
  });
});
