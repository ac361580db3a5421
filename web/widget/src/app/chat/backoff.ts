const FIRST_MS = 1000;
const LONGEST_MS = 30000;

/** Doubles with each failed attempt; the random half keeps thousands of widgets from returning at once. */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt);
  return ceiling / 2 + (ceiling / 2) * random();
}
