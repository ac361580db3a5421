import { describe, expect, it } from "vitest";
import type { Correction, Reading } from "../api/types";
import { corrected, inverse } from "./correction";

const me = { id: "1", name: "Marta" };
const read: Reading = {
  language: "es", intents: [{ name: "order_status", confidence: 0.8 }, { name: "complaint", confidence: 0.6 }], candidates: [{ name: "order_change", confidence: 0.4 }],
  emotion: "neutral", urgency: "normal", wants_human: false, personal_data: [], reasons: { emotion: [], urgency: [] },
  confidences: { emotion: 0.7, urgency: 0.7 }, model: "shipped 1", corrected: [],
};

describe("a correction", () => {
  it("shows at once, with who made it", () => {
    const after = corrected(read, { emotion: "angry" }, me);
    expect([after.emotion, after.corrected, after.corrected_by]).toEqual(["angry", ["emotion"], me]);
    expect(after.intents).toEqual(read.intents);
  });

  it("of the intent puts one in the place of all, and settles what was unclear", () => {
    expect(corrected(read, { intent: "invoice_request" }, me)).toMatchObject({ intents: [{ name: "invoice_request" }], candidates: [] });
    expect(corrected(read, { intent: null }, me).intents).toEqual([]);
  });

  it("does not change what was there", () => {
    const copy = structuredClone(read);
    corrected(read, { intent: null, wants_human: true }, me);
    expect(read).toEqual(copy);
  });

  it.each<Correction>([{ intent: "invoice_request" }, { intent: null }, { emotion: "angry" }, { wants_human: true }, { language: "en" }])("can be taken back: %o", (correction) => {
    const back = corrected(corrected(read, correction, me), inverse(read, correction), me);
    expect([back.intents[0]?.name, back.emotion, back.wants_human, back.language]).toEqual(["order_status", "neutral", false, "es"]);
  });

  it("can be taken back to none", () => {
    expect(inverse({ ...read, intents: [] }, { intent: "complaint" })).toEqual({ intent: null });
  });
});
