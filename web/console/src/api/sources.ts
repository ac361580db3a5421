import { call } from "./client";

export type SourceKind = "page" | "sitemap" | "folder" | "upload";

export interface SourceSettings {
  /** Changed pages wait for somebody's look instead of being published. */
  review?: boolean;
  tags?: string[];
  countries?: string[];
  audience?: "everyone" | "members";
}

export interface Source {
  id: string;
  kind: SourceKind;
  address: string;
  title: string;
  locale: string | null;
  /** Between two looks; null for what is read once. */
  every_hours: number | null;
  settings: SourceSettings;
  state: "idle" | "running" | "failed";
  progress: { done: number; total: number } | null;
  last_run_at: string | null;
  last_error: string | null;
  counts: { taken: number; unchanged: number; left: number };
  next_run_at: string | null;
}

/** What became of one page or file; `reason` is for programs, `detail` for people. */
export interface SourceItem {
  name: string;
  address: string;
  taken: boolean;
  reason: string;
  detail: string;
  article_id: string | null;
  at: string | null;
}

export interface NewSource {
  kind: SourceKind;
  address: string;
  locale: string | null;
  every_hours: number | null;
  settings: SourceSettings;
}

const at = (id: string) => `/sources/${encodeURIComponent(id)}`;

export const getSources = () => call<{ sources: Source[] }>("GET", "/sources").then(({ sources }) => sources);
export const addSource = (source: NewSource) => call<Source>("POST", "/sources", { body: source });
export const changeSource = (id: string, change: Partial<Pick<Source, "every_hours" | "settings" | "locale">>) => call<Source>("PATCH", at(id), { body: change });
export const deleteSource = (id: string) => call<void>("DELETE", at(id));
export const refreshSource = (id: string) => call<Source>("POST", `${at(id)}/refresh`);
export const getSourceItems = (id: string) => call<{ items: SourceItem[] }>("GET", `${at(id)}/items`).then(({ items }) => items);

export function uploadKnowledge(files: File[], { locale, status }: { locale: string; status: string }): Promise<Source> {
  const form = new FormData();
  for (const file of files) form.append("files", file);
  if (locale) form.append("locale", locale);
  form.append("status", status);
  return call<{ source: Source }>("POST", "/knowledge/uploads", { form }).then(({ source }) => source);
}
