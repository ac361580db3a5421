import type { Availability, Message, Named, Reading, Sender, Summary } from "../api/types";

/** Everything live that the console knows. Built from snapshots and events; applying either twice changes nothing. */
export interface Board {
  /** The last stored event that was applied. */
  seq: number;
  conversations: Record<string, Summary>;
  threads: Record<string, Thread>;
  typing: Record<string, Typer[]>;
  viewing: Record<string, Named[]>;
  presence: Record<string, Availability>;
}

export interface Thread {
  messages: Message[];
  /** Older ones are still on the server. */
  more: boolean;
  loaded: boolean;
}

export interface Typer {
  kind: Sender["kind"];
  id: string;
  name: string;
  until: number;
}

export interface LiveEvent {
  seq?: number;
  type: string;
  data?: Record<string, unknown>;
}

export type Change =
  | { type: "event"; event: LiveEvent; now: number }
  | { type: "summaries"; conversations: Summary[] }
  | { type: "latest"; conversationId: string; messages: Message[]; more: boolean }
  | { type: "older"; conversationId: string; messages: Message[]; more: boolean }
  | { type: "reading"; conversationId: string; messageId: string; reading: Reading }
  | { type: "present"; members: { id: string; name: string; availability: Availability; viewing: string | null }[] }
  | { type: "from"; seq: number }
  | { type: "expire"; now: number };

export const emptyBoard: Board = { seq: 0, conversations: {}, threads: {}, typing: {}, viewing: {}, presence: {} };
export const noThread: Thread = { messages: [], more: false, loaded: false };
