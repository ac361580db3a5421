import { describe, expect, it } from "vitest";
import type { ConversationReading, Summary } from "../api/types";
import { markOf, remarkable } from "./marks";

const calm: ConversationReading = {
  intent: "order_status", intents: ["order_status"], emotion: "neutral", course: "steady", since: null, urgency: "normal", urgency_reason: "",
  wants_human: false, language: "es",
};
const mark = (reading: Partial<ConversationReading> | null, change: Partial<Summary> = {}) =>
  markOf({ status: "open", holder: "queue", ...change, reading: reading && { ...calm, ...reading } });

describe("the mark of a conversation", () => {
  it("is none where nothing is out of the ordinary, or nothing was read", () => {
    expect(mark({})).toBeNull();
    expect(mark(null)).toBeNull();
    expect(mark({ urgency: "low", emotion: "satisfied" })).toBeNull();
    expect(mark({ emotion: "confused" })).toBeNull();
  });

  it("is one only, and urgency goes before mood, mood before the wish for a person", () => {
    expect(mark({ urgency: "critical", emotion: "angry", wants_human: true })).toBe("critical");
    expect(mark({ urgency: "high", emotion: "distressed" })).toBe("high");
    expect(mark({ emotion: "frustrated", wants_human: true })).toBe("frustrated");
    expect(mark({ wants_human: true })).toBe("person");
  });

  it("does not ask for a person where a person holds it", () => {
    expect(mark({ wants_human: true }, { holder: "agent" })).toBeNull();
  });

  it("is gone once the conversation is resolved", () => {
    expect(mark({ urgency: "critical" }, { status: "resolved" })).toBeNull();
  });
});

describe("what is worth saying", () => {
  it("leaves out the normal and the neutral", () => {
    expect(remarkable(calm)).toEqual({ urgency: null, emotion: null, person: false });
    expect(remarkable({ urgency: "high", emotion: "confused", wants_human: true })).toEqual({ urgency: "high", emotion: "confused", person: true });
  });
});
