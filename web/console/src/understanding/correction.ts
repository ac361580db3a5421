import type { Correction, Named, Reading } from "../api/types";

/** The reading as it will be once the server has taken the correction. */
export function corrected(reading: Reading, correction: Correction, by: Named): Reading {
  const { intent, ...labels } = correction;
  const labelled = Object.keys(correction);
  return {
    ...reading,
    ...labels,
    ...(intent !== undefined && { intents: intent === null ? [] : [{ name: intent, confidence: 1 }], candidates: [] }),
    corrected: [...new Set([...reading.corrected, ...labelled])],
    corrected_by: by,
  };
}

/** What brings back the labels that stood there before. */
export function inverse(before: Reading, correction: Correction): Correction {
  return Object.fromEntries(
    Object.keys(correction).map((label) => [label, label === "intent" ? (before.intents[0]?.name ?? null) : before[label as keyof Reading]]),
  ) as Correction;
}
