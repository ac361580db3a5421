import type { Article, ArticleText } from "../../api/knowledge";

const EMPTY: ArticleText = { title: "", body: "", locale: "", category: "", tags: [], countries: [], audience: "everyone", valid_from: null, valid_until: null };

/** What may be written of an article, as it stands. */
export function textOf(article: Article | null): ArticleText {
  if (!article) return EMPTY;
  const { title, body, locale, category, tags, countries, audience, valid_from, valid_until } = article;
  return { title, body, locale, category, tags, countries, audience, valid_from, valid_until };
}

/** Only what differs: whoever changes the category takes nobody's text back. */
export function changesOf(before: ArticleText, after: ArticleText): Partial<ArticleText> {
  const differing = Object.entries(after).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof ArticleText]));
  return Object.fromEntries(differing) as Partial<ArticleText>;
}
