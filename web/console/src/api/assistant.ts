import { call } from "./client";

export const LEVELS = ["off", "observe", "suggest", "approve", "autonomous"] as const;
export type Level = (typeof LEVELS)[number];
/** Every topic, language or channel. */
export const ANY = "*";

interface By {
  kind: string;
  id: string | null;
  name: string;
}

export interface LevelRule {
  language: string;
  channel: string;
  level: Level;
  since: string;
  by: By | null;
}

/** What the conversations of the company show of a topic. */
export interface Evidence {
  answers: number;
  agreed: number;
  /** From 0 to 1; null where nothing was compared. */
  agreement: number | null;
  lower_bound: number | null;
  unsupported: number;
  repeat_contacts: number;
  recalled: number;
  sample: number;
}

export interface Notice {
  kind: "promoted" | "demoted" | "set" | "stopped" | "resumed";
  topic: string;
  language: string;
  channel: string;
  from: Level | null;
  to: Level | null;
  because: string[];
  by: By | null;
  at: string;
}

export interface TopicAutonomy {
  topic: string;
  title: { es: string; en: string };
  /** What holds where nothing more special does. */
  level: Level;
  levels: LevelRule[];
  evidence: Evidence;
  may_promote: { to: Level; because: string[] } | null;
  notices: Notice[];
}

export interface Autonomy {
  stopped: { at: string; by: By; reason: string } | null;
  default: Level;
  topics: TopicAutonomy[];
}

export interface LevelChange {
  topic: string;
  language: string;
  channel: string;
  level: Level;
  /** Needed where the evidence does not carry it. */
  reason?: string;
}

export interface Recall {
  id: string;
  article: { id: string | null; name: string; title: string };
  revision_from: number;
  revision_to: number | null;
  message_id: string;
  conversation: { id: string };
  contact: { id: string; name: string | null };
  at: string;
  sentence: string;
  was: string;
  now: string | null;
  state: "open" | "sent" | "dismissed" | "void";
  draft: string;
}

export const getAutonomy = () => call<Autonomy>("GET", "/autonomy");
export const setLevel = (change: LevelChange) => call<Autonomy>("PUT", "/autonomy/levels", { body: change });
export const stopAssistant = (reason: string) => call<unknown>("POST", "/autonomy/stop", { body: { reason } });
export const resumeAssistant = () => call<unknown>("POST", "/autonomy/resume");

export const getRecalls = (state: Recall["state"]) => call<{ recalls: Recall[] }>("GET", "/recalls", { query: { state } }).then(({ recalls }) => recalls);
export const sendRecall = (id: string, text: string) => call<unknown>("POST", `/recalls/${id}/send`, { body: { text, client_id: crypto.randomUUID() } });
export const dismissRecall = (id: string) => call<unknown>("POST", `/recalls/${id}/dismiss`);
