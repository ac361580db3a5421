interface Dates {
  valid_from: string | null;
  valid_until: string | null;
}

export type Validity = { state: "always" } | { state: "scheduled" | "ending" | "over"; at: string };

/** Whether an article holds now, is yet to hold, or no longer does. */
export function validityOf({ valid_from, valid_until }: Dates, now: number): Validity {
  if (valid_until && Date.parse(valid_until) <= now) return { state: "over", at: valid_until };
  if (valid_from && Date.parse(valid_from) > now) return { state: "scheduled", at: valid_from };
  return valid_until ? { state: "ending", at: valid_until } : { state: "always" };
}
