import { call } from "./client";

export type ArticleStatus = "draft" | "review" | "published" | "withdrawn";
export type Audience = "everyone" | "members";

export interface Author {
  kind: string;
  id?: string | null;
  name: string;
}

/** What a list shows of an article. `findings` says how many things somebody should look at. */
export interface ArticleSummary {
  id: string;
  name: string;
  slug: string;
  title: string;
  locale: string;
  status: ArticleStatus;
  revision: number;
  /** A revision that waits for review while this one is published. */
  proposed: number | null;
  category: string;
  tags: string[];
  /** Where it holds; empty everywhere. */
  countries: string[];
  audience: Audience;
  valid_from: string | null;
  valid_until: string | null;
  source: { id: string; title: string } | null;
  updated_at: string;
  updated_by: Author | null;
  findings: number;
}

export type FindingKind = "duplicate" | "contradiction" | "personal_data" | "secret" | "injection" | "expired" | "unreadable";

export interface Finding {
  kind: FindingKind;
  detail: string;
  article: { id: string; title: string } | null;
  quote: string;
  other_quote: string;
}

export interface Article extends Omit<ArticleSummary, "findings"> {
  body: string;
  html: string;
  findings: Finding[];
  translations: { id: string; locale: string; title: string }[];
}

export interface Facets {
  categories: string[];
  tags: string[];
  locales: string[];
  counts: Partial<Record<ArticleStatus, number>>;
}

export interface Revision {
  revision: number;
  title: string;
  status: ArticleStatus;
  changed_at: string;
  changed_by: Author | null;
  note: string;
}

export interface ArticleFilter {
  q?: string | undefined;
  status?: string | undefined;
  locale?: string | undefined;
  category?: string | undefined;
  source?: string | undefined;
}

/** What may be written of an article. */
export interface ArticleText {
  title: string;
  body: string;
  locale: string;
  category: string;
  tags: string[];
  countries: string[];
  audience: Audience;
  valid_from: string | null;
  valid_until: string | null;
}

type Page<Name extends string, T> = Record<Name, T[]> & { next: string | null };

const at = (id: string) => `/articles/${encodeURIComponent(id)}`;

export const getArticles = (filter: ArticleFilter, cursor: string | undefined) =>
  call<Page<"articles", ArticleSummary>>("GET", "/articles", { query: { ...filter, cursor, limit: 50 } });
export const getFacets = () => call<Facets>("GET", "/articles/facets");
export const getArticle = (id: string) => call<Article>("GET", at(id));
export const addArticle = (text: ArticleText) => call<Article>("POST", "/articles", { body: text });
/** `revision` is the one that was edited; should there be a later one, the change is refused. */
export const changeArticle = (id: string, revision: number, text: Partial<ArticleText>) =>
  call<Article>("PATCH", at(id), { body: { ...text, revision } });
export const deleteArticle = (id: string) => call<void>("DELETE", at(id));
export const moveArticle = (id: string, to: "publish" | "withdraw" | "review") => call<Article>("POST", `${at(id)}/${to}`);
export const getRevisions = (id: string) => call<{ revisions: Revision[] }>("GET", `${at(id)}/revisions`).then(({ revisions }) => revisions);
export const getRevision = (id: string, revision: number) => call<Article>("GET", `${at(id)}/revisions/${revision}`);
export const restoreRevision = (id: string, revision: number) => call<Article>("POST", `${at(id)}/revisions/${revision}/restore`);
export const previewArticle = (body: string) => call<{ html: string }>("POST", "/articles/preview", { body: { body } }).then(({ html }) => html);
