/** What the agents' API speaks. Times are RFC 3339 in UTC, identifiers UUIDv7. */
export type Role = "agent" | "supervisor" | "admin";
export type Availability = "online" | "away" | "offline";
export type Locale = "es" | "en";
export type View = "mine" | "unassigned" | "waiting" | "all" | "resolved" | "snoozed";
export type Status = "open" | "snoozed" | "resolved";
export type Holder = "assistant" | "queue" | "agent";

export interface Me {
  member: { id: string; name: string; email: string; role: Role; locale: string; availability: Availability };
  workspace: { id: string; name: string; locale: string };
  csrf_token: string;
}

export interface Member {
  id: string;
  name: string;
  email: string | null;
  role: Role;
  kind: "person" | "program";
  availability: Availability;
  skills: string[];
  languages: string[];
  active?: boolean;
}

export interface Named {
  id: string;
  name: string;
}

export type Emotion = "neutral" | "confused" | "frustrated" | "angry" | "distressed" | "satisfied";
export type Urgency = "critical" | "high" | "normal" | "low";

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

export interface Summary {
  id: string;
  contact: Named;
  inbox: Named & { channel: string };
  status: Status;
  holder: Holder;
  assignee: Named | null;
  locale: string;
  preview: string;
  preview_sender: string;
  last_message_at: string;
  waiting_since: string | null;
  queued_at: string | null;
  hand_off_reason: string | null;
  snoozed_until: string | null;
  created_at: string;
  resolved_at: string | null;
  unread: number;
  epoch: number;
  version: number;
  rating: { score: number; comment: string | null } | null;
  tags: string[];
  reading?: ConversationReading | null;
  contact_read_seq?: number;
  agent_read_seq?: number;
}

export type SenderKind = "contact" | "assistant" | "agent" | "system";

export interface Sender {
  kind: SenderKind;
  name: string;
  id?: string | null;
  automated?: boolean;
}

export interface Attachment {
  id: string;
  name: string;
  content_type: string;
  size: number;
  url: string;
  width: number | null;
  height: number | null;
}

export interface Source {
  title: string;
  url?: string | null;
  article: string;
  quote: string;
}

export type Outcome = "answer" | "clarify" | "procedure" | "hand_off";

export interface Message {
  id: string;
  conversation_id: string;
  seq: number | null;
  sender: Sender;
  text: string;
  html: string;
  attachments: Attachment[];
  sources: Source[];
  outcome: Outcome | null;
  quick_replies: string[];
  at: string;
  client_id: string | null;
  private: boolean;
  /** Of messages of customers only. */
  reading?: Reading | null;
}

export interface Packet {
  reason: string;
  at: string;
  contact: Record<string, unknown>;
  wants: string;
  summary: string[];
  asked: { question: string; outcome: string | null; sources: unknown[] }[];
  tried: string[];
  suggestions: unknown[];
}

export interface Contact {
  id: string;
  name: string;
  locale: string | null;
  identities: { kind: string; value: string; verified: boolean }[];
  attributes: Record<string, unknown>;
  created_at: string;
  last_seen_at: string | null;
  page: { url: string; title: string | null } | null;
  conversations: Summary[];
}

export interface MacroActions {
  resolve?: boolean;
  tag?: string;
  assign_me?: boolean;
  snooze_hours?: number;
}

export interface Macro {
  id: string;
  name: string;
  locale: string | null;
  text: string;
  actions: MacroActions;
}

export interface Passage {
  article: string;
  title: string;
  heading: string | null;
  text: string;
  url: string | null;
  locale: string;
  score: number;
}

export interface Draft {
  text: string;
  private: boolean;
}

export interface Workspace {
  id: string;
  name: string;
  locale: string;
  assistant: boolean;
  reopen_hours: number;
  form: "tu" | "usted";
}

export interface ApiKey {
  id: string;
  name: string;
  role?: Role;
  created_at: string;
  last_used_at: string | null;
  /** Only in the answer that creates it. */
  key?: string;
}

export interface Theme {
  color: string;
  position: "left" | "right";
  scheme: "auto" | "light" | "dark";
}

export interface Inbox {
  id: string;
  name: string;
  channel: string;
  widget_key: string | null;
  assistant_name?: string | null;
  privacy_url?: string | null;
  theme?: Theme;
  greeting?: Record<string, string>;
  starters?: Record<string, string[]>;
  allowed_origins?: string[];
}

export interface Counts {
  mine: number | null;
  unassigned: number | null;
  waiting: number | null;
  all: number | null;
  resolved: number | null;
  snoozed: number | null;
}

export interface Page {
  conversations: Summary[];
  next: string | null;
}

export interface Sent {
  id: string;
  seq: number | null;
  conversation_id: string;
}

/** What of a reading somebody sets right. `intent: null` is "none of those known". */
export interface Correction {
  intent?: string | null;
  emotion?: string;
  urgency?: string;
  wants_human?: boolean;
  language?: string;
}

export interface Topic {
  id: string;
  name: string;
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
  topic_id: string | null;
  /** How many there are. */
  examples: number;
  proposed: number;
}

export interface IntentDetails extends Omit<Intent, "examples"> {
  examples: Example[];
}

export interface NewIntent {
  name: string;
  title: string;
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
  accuracy_low: number;
  accuracy_high: number;
  macro_f1: number;
  intents: IntentQuality[];
  /** `share` of the examples of both are taken for the other one; both say the words. */
  confusions: { a: string; b: string; share: number; because: string[] }[];
  suspects: Suspect[];
  too_few: string[];
  threshold: number;
  out_of_scope: { refused: number; recall: number | null };
  examples: number;
  embeddings: boolean;
  train_s: number;
}

export interface IntentModel {
  id: string;
  version: number;
  state: "waiting" | "training" | "ready" | "failed";
  /** From 0 to 1, while it is being trained. */
  progress: number;
  error: string | null;
  released: boolean;
  intents: number;
  examples: number;
  quality: Quality | null;
  created_at: string;
  by: Named | null;
}

/** What a version makes of a text. */
export interface Tried {
  intents: Guess[];
  candidates: Guess[];
  is_none: boolean;
}

/** What is understood of a text that is no message. */
export type Understood = Omit<Reading, "corrected" | "corrected_by">;
