import { call } from "./client";

export const PROVIDERS = ["openai", "anthropic", "google", "mistral", "openai_compatible"] as const;
export type Provider = (typeof PROVIDERS)[number];
export type ModelRole = "first" | "fallback" | "off";

export interface LanguageModel {
  id: string;
  provider: Provider;
  name: string;
  model: string;
  base_url: string | null;
  has_key: boolean;
  /** False where the key has to be entered again. */
  key_works: boolean;
  role: ModelRole;
  /** Of a million tokens. */
  price_in: number;
  price_out: number;
  max_tokens: number;
  first_token_seconds: number;
  total_seconds: number;
  /** What the provider says has answered. */
  reported: string | null;
  reported_before: string | null;
  reported_since: string | null;
  /** A model that keeps failing rests for a while. */
  state: "ready" | "resting" | "off";
}

export interface Budget {
  currency: string;
  per_conversation: number | null;
  per_day: number | null;
  per_month: number | null;
  tokens_per_conversation: number | null;
  tokens_per_day: number | null;
  tokens_per_month: number | null;
}

export interface Models {
  models: LanguageModel[];
  budget: Budget & { spent: Record<"day" | "month", { tokens: number; cost: number }> };
}

export type WrittenModel = Pick<LanguageModel, "provider" | "name" | "model" | "base_url" | "role" | "price_in" | "price_out" | "max_tokens" | "first_token_seconds" | "total_seconds"> & {
  id?: string;
  /** Left out: the present one stays. */
  key?: string;
};

export interface TriedModel {
  works: boolean;
  reported: string | null;
  latency_ms: number;
  error: string | null;
  detail: string | null;
}

export interface ModelCall {
  id: string;
  at: string;
  conversation_id: string | null;
  provider: Provider;
  model: string;
  reported: string | null;
  purpose: "answer" | "repair" | "test";
  prompt: string;
  prompt_revision: string;
  outcome: "begun" | "answered" | "failed" | "cancelled";
  error: string | null;
  detail: string | null;
  tokens_in: number;
  tokens_out: number;
  cost: number;
  currency: string;
  latency_ms: number | null;
}

export interface Prompt {
  name: string;
  revision: string;
  text: string;
}

export const getModels = () => call<Models>("GET", "/language-models");
export const putModels = (models: WrittenModel[], budget?: Budget) => call<Models>("PUT", "/language-models", { body: { models, ...(budget && { budget }) } });
export const tryModel = (id: string) => call<TriedModel>("POST", `/language-models/${id}/test`);
export const getCalls = (cursor: string | undefined) => call<{ calls: ModelCall[]; next: string | null }>("GET", "/language-models/calls", { query: { cursor } });
export const getPrompts = () => call<{ prompts: Prompt[] }>("GET", "/prompts").then(({ prompts }) => prompts);

/** What is sent back of a model that stays as it is. */
export const asWritten = ({ id, provider, name, model, base_url, role, price_in, price_out, max_tokens, first_token_seconds, total_seconds }: LanguageModel): WrittenModel => ({
  id, provider, name, model, base_url, role, price_in, price_out, max_tokens, first_token_seconds, total_seconds,
});
