// The shapes the chat API speaks.

export type SenderKind = "contact" | "assistant" | "agent" | "system";

export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly content_type: string;
  readonly size: number;
  readonly url: string;
  readonly width?: number | null;
  readonly height?: number | null;
}

export interface Source {
  readonly title: string;
  readonly url: string | null;
  readonly article: string | null;
  readonly quote: string | null;
}

export interface Message {
  readonly id: string;
  readonly conversation_id: string;
  readonly seq: number;
  readonly sender: { readonly kind: SenderKind; readonly name: string | null; readonly automated?: boolean };
  readonly text: string;
  readonly html?: string | null;
  readonly attachments?: readonly Attachment[];
  readonly sources?: readonly Source[];
  readonly outcome?: string | null;
  readonly quick_replies?: readonly string[];
  readonly at: string;
  readonly client_id?: string | null;
}

export interface Conversation {
  readonly id: string;
  readonly status: "open" | "snoozed" | "resolved";
  readonly holder: "assistant" | "queue" | "agent";
  readonly agent: { readonly name: string } | null;
  readonly wait_minutes: number | null;
  readonly people_available: boolean;
  readonly agent_read_seq: number;
  readonly rating: { readonly score: number; readonly comment?: string | null } | null;
}

export type ChatEvent = { readonly seq: number; readonly at: string } & (
  | { readonly type: "message.created" | "message.updated"; readonly data: Message }
  | { readonly type: "conversation.updated"; readonly data: Conversation }
  | { readonly type: "rating.requested"; readonly data: { readonly conversation_id: string } }
  | { readonly type: "typing"; readonly data: { readonly sender: { readonly kind: SenderKind; readonly name: string | null; readonly automated?: boolean } } }
);

export interface Snapshot {
  readonly messages: readonly Message[];
  readonly last: number;
  readonly conversation: Conversation | null;
  readonly more: boolean;
}

export interface EventPage {
  readonly events: readonly ChatEvent[];
  readonly last: number;
}

export interface Stored {
  readonly id: string;
  readonly seq: number;
  readonly conversation_id: string;
}
