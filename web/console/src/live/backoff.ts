const FIRST_MS = 800;
const LONGEST_MS = 30_000;

/** How long to wait before the next try: doubled each time, with jitter so that consoles do not come back all at once. */
export function pause(attempt: number, random: () => number = Math.random): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
  return Math.round(full * (0.5 + random() / 2));
}
