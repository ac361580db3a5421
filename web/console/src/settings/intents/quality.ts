import type { IntentModel, IntentQuality, Quality } from "../../api/types";

export type Level = "good" | "fair" | "weak";
export type Advice = { kind: "good" | "fair" | "weak" | "few" | "unmeasured" } | { kind: "confused"; other: string };

export const ADVISED_EXAMPLES = 5;
const GOOD = 0.85;
const FAIR = 0.7;

export function levelOf(f1: number): Level {
  if (f1 >= GOOD) return "good";
  return f1 >= FAIR ? "fair" : "weak";
}

export const qualityOf = (quality: Quality | null | undefined, name: string): IntentQuality | undefined =>
  quality?.intents.find((intent) => intent.name === name);

/** What to do about an intent, the most helpful thing first. */
export function adviceOn(quality: Quality | null | undefined, name: string): Advice {
  const found = qualityOf(quality, name);
  if (!quality || !found) return { kind: "unmeasured" };
  if (quality.too_few.includes(name)) return { kind: "few" };
  const level = levelOf(found.f1);
  if (level === "good") return { kind: "good" };
  const confusion = quality.confusions.find(({ a, b }) => a === name || b === name);
  if (confusion) return { kind: "confused", other: confusion.a === name ? confusion.b : confusion.a };
  return { kind: level };
}

/** Worst first: what needs work is what one looks for in a report. */
export const byNeed = (intents: IntentQuality[]): IntentQuality[] => [...intents].sort((a, b) => a.f1 - b.f1 || a.name.localeCompare(b.name));

export const isUnderWay = ({ state }: IntentModel): boolean => state === "training";
export const releasedOf = (models: IntentModel[]): IntentModel | undefined => models.find(({ state }) => state === "released");

/** The newest version that could be released and is newer than the released one. */
export function newlyReady(models: IntentModel[]): IntentModel | undefined {
  const released = releasedOf(models)?.version ?? 0;
  return models.find(({ state, version }) => state === "ready" && version > released);
}

/** Which intents a version knows that the other one does not, both ways. */
export function changesBetween(before: IntentModel | undefined, after: IntentModel): { adds: string[]; drops: string[] } {
  const names = (model: IntentModel | undefined) => (model?.quality?.intents ?? []).map(({ name }) => name);
  const [old, next] = [new Set(names(before)), new Set(names(after))];
  return { adds: [...next].filter((name) => !old.has(name)), drops: [...old].filter((name) => !next.has(name)) };
}

/** Learning needs two intents with two examples each. */
export const canTrain = (intents: { examples: number }[]): boolean => intents.filter(({ examples }) => examples >= 2).length >= 2;
