import type { Guess } from "./readings";

export interface Topic {
  id: string;
  /** What programs know it by … */
  name: string;
  /** … and what people read. */
  title: string;
}

/** A text that means an intent. `proposed` by a correction, it counts once somebody has accepted it. */
export interface Example {
  id: string;
  text: string;
  state: "accepted" | "proposed";
}

/** An intent of the workspace's own. */
export interface Intent {
  id: string;
  name: string;
  title: string;
  description: string;
  topic_id: string | null;
  /** How many there are. */
  examples: number;
  proposed: number;
}

/** With a page of its examples. */
export interface IntentDetails extends Omit<Intent, "examples"> {
  examples: Example[];
  next: string | null;
}

export interface NewIntent {
  name: string;
  title: string;
  description: string;
  topic_id: string | null;
  examples: string[];
}

/** One of those that come with Relevo. */
export interface ShippedIntent {
  name: string;
  title: { es: string; en: string };
  topic: { es: string; en: string };
}

export interface Taken {
  taken: { intents: number; examples: number };
  left: { where: string; why: string }[];
}

export interface IntentQuality {
  name: string;
  precision: number;
  recall: number;
  f1: number;
  examples: number;
}

export interface Suspect {
  example_id: string;
  text: string;
  labelled: string;
  looks_like: string;
  confidence: number;
}

/** What cross-validation says of a version; every figure is on examples that it had not seen. */
export interface Quality {
  accuracy: number;
  accuracy_low?: number;
  accuracy_high?: number;
  macro_f1: number;
  intents: IntentQuality[];
  /** `share` of the examples of both are taken for the other one; both say the words. */
  confusions: { a: string; b: string; share: number; because: string[] }[];
  suspects: Suspect[];
  too_few: string[];
  threshold: number;
  out_of_scope: { refused: number; recall: number | null };
  embeddings: boolean;
  train_s: number;
}

export interface IntentModel {
  id: string;
  version: number;
  /** One at most is released: the one that reads messages. */
  state: "training" | "ready" | "released" | "failed";
  /** From 0 to 1, while it is being trained. */
  progress: number;
  error: string | null;
  intents: number;
  examples: number;
  quality: Quality | null;
  member_id: string | null;
  created_at: string;
}

/** What a version makes of a text. */
export interface Tried {
  intents: Guess[];
  candidates: Guess[];
  is_none: boolean;
}
