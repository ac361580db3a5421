import { describe, expect, it } from "vitest";
import { type OutboxItem, reduceOutbox } from "./outbox";

const item = (clientId: string, state: OutboxItem["state"] = "sending"): OutboxItem => ({
  clientId, conversationId: "k", text: "Hola", private: false, attachments: [], at: "2026-11-21T09:00:00Z", epoch: 1, takeOver: false,
  state, problem: null,
});

describe("the outbox", () => {
  it("never holds the same message twice", () => {
    const once = reduceOutbox([], { type: "add", item: item("a") });
    expect(reduceOutbox(once, { type: "add", item: item("a") })).toBe(once);
  });

  it("lets go of a message when it has arrived, however often that is said", () => {
    const messages = [{ client_id: "a" }] as never;
    const gone = reduceOutbox([item("a"), item("b")], { type: "arrived", messages });
    expect(gone.map(({ clientId }) => clientId)).toEqual(["b"]);
    expect(reduceOutbox(gone, { type: "arrived", messages })).toBe(gone);
  });

  it("sends again after a reload what was under way", () => {
    expect(reduceOutbox([], { type: "restore", items: [item("a"), item("b", "failed")] }).map(({ state }) => state)).toEqual(["waiting", "failed"]);
  });

  it("keeps the refusal with the message, and clears it when it is tried again", () => {
    const refused = reduceOutbox([item("a")], { type: "mark", clientId: "a", state: "contested", problem: "held_by_other" });
    expect(refused[0]?.problem).toBe("held_by_other");
    const again = reduceOutbox(refused, { type: "retry", clientId: "a", epoch: 2, takeOver: true });
    expect(again[0]).toMatchObject({ state: "sending", problem: null, epoch: 2, takeOver: true });
  });
});
