import type { ConversationReading, Reading } from "./readings";

export type * from "./intents";
export type * from "./readings";

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
