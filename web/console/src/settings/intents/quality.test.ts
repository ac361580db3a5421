import { describe, expect, it } from "vitest";
import type { IntentModel, Quality } from "../../api/types";
import { adviceOn, byNeed, canTrain, changesBetween, newlyReady, releasedOf } from "./quality";

const intent = (name: string, f1: number) => ({ name, precision: f1, recall: f1, f1, examples: 10 });
const quality: Quality = {
  accuracy: 0.8, accuracy_low: 0.7, accuracy_high: 0.9, macro_f1: 0.8,
  intents: [intent("clear", 0.95), intent("mixed", 0.6), intent("other", 0.75), intent("rare", 1), intent("vague", 0.5)],
  confusions: [{ a: "other", b: "mixed", share: 0.2, because: ["x"] }], suspects: [], too_few: ["rare"], threshold: 0.3,
  out_of_scope: { refused: 0.05, recall: null }, embeddings: false, train_s: 1,
};
const model = (version: number, change: Partial<IntentModel> = {}): IntentModel => ({
  id: `m${version}`, version, state: "ready", progress: 1, error: null, intents: 5, examples: 50, quality, created_at: "2026-11-21T09:00:00Z", member_id: null, ...change,
});

describe("advice on an intent", () => {
  it("says first what helps most", () => {
    expect(["clear", "rare", "mixed", "other", "vague", "new"].map((name) => adviceOn(quality, name))).toEqual([
      { kind: "good" }, { kind: "few" }, { kind: "confused", other: "other" }, { kind: "confused", other: "mixed" }, { kind: "weak" }, { kind: "unmeasured" },
    ]);
  });

  it("is none where nothing was measured", () => {
    expect(adviceOn(null, "clear")).toEqual({ kind: "unmeasured" });
  });
});

it("puts first what needs work", () => {
  expect(byNeed(quality.intents).map(({ name }) => name)).toEqual(["vague", "mixed", "other", "clear", "rare"]);
});

describe("versions", () => {
  it("newer than the released one are worth a hint, once they are ready", () => {
    const versions = [model(4, { state: "training" }), model(3), model(2, { state: "released" }), model(1)];
    expect(releasedOf(versions)?.version).toBe(2);
    expect(newlyReady(versions)?.version).toBe(3);
    expect(newlyReady(versions.filter(({ version }) => version < 3))).toBeUndefined();
  });

  it("differ by the intents they know", () => {
    const next = model(2, { quality: { ...quality, intents: [intent("clear", 1), intent("fresh", 1)] } });
    expect(changesBetween(model(1), next)).toEqual({ adds: ["fresh"], drops: ["mixed", "other", "rare", "vague"] });
    expect(changesBetween(undefined, next).drops).toEqual([]);
  });

  it("need two intents with two examples each", () => {
    expect(canTrain([{ examples: 2 }, { examples: 1 }])).toBe(false);
    expect(canTrain([{ examples: 2 }, { examples: 2 }, { examples: 0 }])).toBe(true);
  });
});
