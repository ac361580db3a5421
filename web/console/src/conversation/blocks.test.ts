import { describe, expect, it } from "vitest";
import type { Message } from "../api/types";
import { blocksOf } from "./blocks";

const said = (minute: number, kind: Message["sender"]["kind"], change: Partial<Message> = {}): Message => ({
  id: `m${minute}-${kind}`, conversation_id: "k", seq: minute, sender: { kind, name: kind, id: kind }, text: "", html: "", attachments: [],
  sources: [], outcome: null, quick_replies: [], at: new Date(2026, 10, 21, 9, minute).toISOString(), client_id: null, private: false, ...change,
});
const kinds = (messages: Message[]) => blocksOf(messages).map((block) => (block.kind === "run" ? block.messages.length : block.kind));

describe("a thread", () => {
  it("puts what one sender says in a row together", () => {
    expect(kinds([said(1, "contact"), said(2, "contact"), said(3, "assistant")])).toEqual(["day", 2, 1]);
  });

  it("begins anew after a long pause", () => {
    expect(kinds([said(1, "contact"), said(30, "contact")])).toEqual(["day", 1, 1]);
  });

  it("never mixes a note with what the customer sees", () => {
    expect(kinds([said(1, "agent"), said(2, "agent", { private: true, seq: null })])).toEqual(["day", 1, 1]);
  });

  it("marks each new day once", () => {
    const tomorrow = { at: new Date(2026, 10, 22, 9).toISOString() };
    expect(kinds([said(1, "contact"), said(2, "contact", { ...tomorrow, id: "x" })])).toEqual(["day", 1, "day", 1]);
  });

  it("lets the system's lines stand alone", () => {
    expect(kinds([said(1, "contact"), said(2, "system"), said(3, "contact")])).toEqual(["day", 1, "system", 1]);
  });
});
