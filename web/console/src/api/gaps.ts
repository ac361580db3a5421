import type { ArticleStatus } from "./knowledge";
import { call } from "./client";

export type GapState = "open" | "drafted" | "closed" | "dismissed";

/** Questions that nothing answers, grouped by what they mean. */
export interface Gap {
  id: string;
  title: string;
  locale: string;
  questions: { text: string; conversation_id: string; at: string; outcome: string }[];
  count: number;
  last_at: string;
  ended: { resolved: number; rated_low: number; repeated: number };
  state: GapState;
  article: { id: string; title: string; status: ArticleStatus } | null;
  /** Of the questions, how many are answered since the article was published. */
  closed: { at: string; answered: number; of: number } | null;
}

export const getGaps = (state: GapState) => call<{ gaps: Gap[] }>("GET", "/gaps", { query: { state } }).then(({ gaps }) => gaps);
export const draftGap = (id: string) => call<Gap>("POST", `/gaps/${id}/draft`);
export const dismissGap = (id: string) => call<Gap>("POST", `/gaps/${id}/dismiss`);
export const reopenGap = (id: string) => call<Gap>("POST", `/gaps/${id}/reopen`);
