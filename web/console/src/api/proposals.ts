import type { Level } from "./assistant";
import { call } from "./client";
import type { Source } from "./types";

export type Verdict = "supported" | "plain" | "unsupported" | "contradicted";

/** A sentence of an answer with what it stands on. */
export interface Checked {
  sentence: string;
  verdict: Verdict;
  quote: string;
  score: number;
  committing: boolean;
  because: string[];
}

export interface Receipt {
  sentences: Checked[];
  /** What was left out. */
  refused?: Checked[];
  version: string;
}

/** What the assistant would say where it may not say it by itself. */
export interface Proposal {
  id: string;
  text: string;
  level: Level;
  state: "waiting" | "released" | "edited" | "refused" | "expired" | "shadow";
  outcome?: string | null;
  sources: Source[];
  receipt: Receipt | null;
  reasons: string[];
  made_at: string;
}

/** Why a message of the assistant was said. */
export interface Why {
  decision: string;
  reason: string | null;
  reasons: string[];
  topic: string | null;
  level: Level | null;
  readings: unknown[];
  receipt: Receipt | null;
  sources: Source[];
  calls: { id?: string; model?: string; tokens_in?: number; tokens_out?: number; cost?: number | null; latency_ms?: number | null }[];
  timings: Record<string, number>;
}

export const getProposals = (conversationId: string) =>
  call<{ proposals: Proposal[] }>("GET", `/conversations/${encodeURIComponent(conversationId)}/proposals`).then(({ proposals }) => proposals);
/** Lets it go out as it is, or as it was edited. */
export const releaseProposal = (id: string, clientId: string, text?: string) => call<unknown>("POST", `/proposals/${id}/release`, { body: { client_id: clientId, ...(text && { text }) } });
export const refuseProposal = (id: string, reason?: string) => call<unknown>("POST", `/proposals/${id}/refuse`, { body: reason ? { reason } : {} });
export const getWhy = (messageId: string) => call<Why>("GET", `/messages/${encodeURIComponent(messageId)}/why`);
