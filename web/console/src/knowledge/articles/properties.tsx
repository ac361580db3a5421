import "@mantine/dates/styles.css";
import { Autocomplete, Select, TagsInput } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { keys } from "../../api/keys";
import { type Article, type ArticleText, type Audience, getFacets } from "../../api/knowledge";
import { useText } from "../../i18n/text";
import { useKnowledgeWords } from "../use-words";
import styles from "./editor.module.css";

const LOCALES = ["es", "en", "ca", "gl", "eu", "pt", "fr", "de", "it"];
const AUDIENCES: Audience[] = ["everyone", "members"];

interface Props {
  article: Article | null;
  text: ArticleText;
  mayWrite: boolean;
  onChange: (text: ArticleText) => void;
}

export function Properties({ article, text, mayWrite, onChange }: Props) {
  const { language, format } = useText();
  const words = useKnowledgeWords();
  const facets = useQuery({ queryKey: keys.articleFacets, queryFn: getFacets }).data;
  const set = (part: Partial<ArticleText>) => onChange({ ...text, ...part });
  return (
    <section className={styles.part} aria-label={words.editor.properties}>
      <h2>{words.editor.properties}</h2>
      <Select
        label={words.articles.locale} size="xs" allowDeselect={false} disabled={!mayWrite} value={text.locale || language} onChange={(locale) => locale && set({ locale })}
        data={LOCALES.map((value) => ({ value, label: format.language(value) }))}
      />
      <Autocomplete label={words.articles.category} size="xs" maxLength={100} disabled={!mayWrite} data={facets?.categories ?? []} value={text.category} onChange={(category) => set({ category })} />
      <TagsInput label={words.editor.tags} placeholder={text.tags.length ? "" : words.editor.tagsHint} size="xs" maxTags={20} disabled={!mayWrite} data={facets?.tags ?? []} value={text.tags} onChange={(tags) => set({ tags })} />
      <TagsInput
        label={words.editor.countries} description={words.editor.countriesHint} size="xs" maxTags={50} disabled={!mayWrite} value={text.countries.map((code) => code.toUpperCase())}
        onChange={(codes) => set({ countries: codes.map((code) => code.trim().toLowerCase()).filter((code) => /^[a-z]{2}$/.test(code)) })}
      />
      <Select
        label={words.editor.audience} size="xs" allowDeselect={false} disabled={!mayWrite} value={text.audience} onChange={(audience) => audience && set({ audience: audience as Audience })}
        data={AUDIENCES.map((value) => ({ value, label: words.audience[value] }))}
      />
      <div className={styles.pair}>
        <Day label={words.editor.from} value={text.valid_from} mayWrite={mayWrite} onChange={(valid_from) => set({ valid_from })} />
        <Day label={words.editor.until} value={text.valid_until} mayWrite={mayWrite} onChange={(valid_until) => set({ valid_until })} />
      </div>
      {article?.source && (
        <p className={styles.soft}>
          {words.editor.source} <bdi>{article.source.title}</bdi>. {words.editor.sourceHint}
        </p>
      )}
      {!!article?.translations.length && (
        <p className={styles.soft}>
          {words.editor.translations}:{" "}
          {article.translations.map(({ id, locale, title }) => (
            <Link key={id} href={`/knowledge/articles/${id}`} className={styles.link}>
              {format.language(locale)}: <bdi>{title}</bdi>
            </Link>
          ))}
        </p>
      )}
    </section>
  );
}

interface DayProps {
  label: string;
  value: string | null;
  mayWrite: boolean;
  onChange: (value: string | null) => void;
}

/** A day is meant from its first moment on, where the writer is. */
function Day({ label, value, mayWrite, onChange }: DayProps) {
  const { language } = useText();
  return (
    <DateInput
      label={label} size="xs" clearable disabled={!mayWrite} locale={language} valueFormat={language === "es" ? "D MMM YYYY" : "D MMM YYYY"} value={value ? new Date(value) : null}
      onChange={(day) => onChange(day ? new Date(`${String(day).slice(0, 10)}T00:00:00`).toISOString() : null)}
    />
  );
}
