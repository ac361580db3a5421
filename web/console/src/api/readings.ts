import type { Named } from "./types";

/** An intent with the probability that it is meant. */
export interface Guess {
  name: string;
  confidence: number;
}

/** What was understood of one message of a customer. */
export interface Reading {
  language: string;
  /** Likeliest first; none: none of those known. */
  intents: Guess[];
  /** Two or three between which the text does not decide. */
  candidates: Guess[];
  emotion: string;
  urgency: string;
  wants_human: boolean;
  personal_data: { start: number; end: number; type: string }[];
  /** The words of the text that weighed most. They are the customer's: only ever shown as text. */
  reasons: { emotion: string[]; urgency: string[] };
  confidences: { emotion: number; urgency: number };
  model: string;
  /** The labels that somebody has set right. */
  corrected: string[];
  corrected_by?: Named | null;
}

/** The same of a whole conversation, as it stands now. */
export interface ConversationReading {
  intent: string | null;
  /** Newest first. */
  intents: string[];
  emotion: string;
  course: string;
  since: string | null;
  urgency: string;
  urgency_reason: string | null;
  wants_human: boolean;
  language: string;
}

/** What is understood of a text that is no message. */
export type Understood = Omit<Reading, "corrected" | "corrected_by">;

/** What of a reading somebody sets right. `intent: null` is "none of those known". */
export interface Correction {
  intent?: string | null;
  emotion?: string;
  urgency?: string;
  wants_human?: boolean;
  language?: string;
}
