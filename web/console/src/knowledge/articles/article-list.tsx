import { Button, Loader, Select, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconBook2, IconPlus, IconSearch } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { keys } from "../../api/keys";
import { type ArticleFilter, type ArticleStatus, type Facets, getArticles, getFacets } from "../../api/knowledge";
import { useText } from "../../i18n/text";
import { LoadFailed, Top } from "../../settings/parts";
import { useKnowledgeWords } from "../use-words";
import { ArticleRow } from "./article-row";
import styles from "./articles.module.css";

const STATUSES: ArticleStatus[] = ["published", "review", "draft", "withdrawn"];
const NO_FACETS: Facets = { categories: [], tags: [], locales: [], counts: {} };

export function ArticleList({ mayWrite }: { mayWrite: boolean }) {
  const words = useKnowledgeWords();
  const [, go] = useLocation();
  const [filter, setFilter] = useState<ArticleFilter>({});
  const [shown] = useDebouncedValue(filter, 200);
  const facets = useQuery({ queryKey: keys.articleFacets, queryFn: getFacets }).data ?? NO_FACETS;
  const add = mayWrite && (
    <Button size="xs" leftSection={<IconPlus size={15} />} onClick={() => go("/knowledge/articles/new")}>
      {words.articles.add}
    </Button>
  );
  return (
    <>
      <Top title={words.sections.articles} lead={words.articles.lead} action={add} />
      <Filters filter={filter} facets={facets} onChange={setFilter} />
      <Found filter={shown} mayWrite={mayWrite} onClear={() => setFilter({})} />
    </>
  );
}

function Filters({ filter, facets, onChange }: { filter: ArticleFilter; facets: Facets; onChange: (filter: ArticleFilter) => void }) {
  const { format } = useText();
  const words = useKnowledgeWords();
  const set = (part: ArticleFilter) => onChange({ ...filter, ...part });
  const counted = (status: ArticleStatus) => (facets.counts[status] ? `${words.status[status]} (${format.number(facets.counts[status])})` : words.status[status]);
  return (
    <div className={styles.filters} role="search">
      <TextInput
        className={styles.query ?? ""} type="search" aria-label={words.articles.search} placeholder={words.articles.search} leftSection={<IconSearch size={15} aria-hidden />}
        value={filter.q ?? ""} maxLength={200} onChange={(event) => set({ q: event.currentTarget.value })}
      />
      <Choice label={words.articles.status} any={words.articles.any} value={filter.status} onChange={(status) => set({ status })} data={STATUSES.map((value) => ({ value, label: counted(value) }))} />
      {facets.locales.length > 1 && (
        <Choice label={words.articles.locale} any={words.articles.anyLocale} value={filter.locale} onChange={(locale) => set({ locale })} data={facets.locales.map((value) => ({ value, label: format.language(value) }))} />
      )}
      {facets.categories.length > 0 && (
        <Choice label={words.articles.category} any={words.articles.anyCategory} value={filter.category} onChange={(category) => set({ category })} data={facets.categories.map((value) => ({ value, label: value }))} />
      )}
    </div>
  );
}

interface ChoiceProps {
  label: string;
  any: string;
  value: string | undefined;
  data: { value: string; label: string }[];
  onChange: (value: string | undefined) => void;
}

function Choice({ label, any, value, data, onChange }: ChoiceProps) {
  return (
    <Select
      className={styles.choice ?? ""} aria-label={label} allowDeselect={false} value={value ?? ""} data={[{ value: "", label: any }, ...data]}
      onChange={(next) => onChange(next || undefined)}
    />
  );
}

function Found({ filter, mayWrite, onClear }: { filter: ArticleFilter; mayWrite: boolean; onClear: () => void }) {
  const { t } = useText();
  const words = useKnowledgeWords();
  const found = useInfiniteQuery({
    queryKey: keys.articleList(filter),
    queryFn: ({ pageParam }) => getArticles(filter, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  });
  if (found.isPending) return <Loader type="dots" role="status" aria-label={t.app.loading} />;
  if (found.isError) return <LoadFailed onRetry={() => void found.refetch()} />;
  const articles = found.data.pages.flatMap((page) => page.articles);
  if (articles.length === 0) return Object.values(filter).some(Boolean) ? <NoMatch onClear={onClear} /> : <Empty mayWrite={mayWrite} />;
  return (
    <>
      <ul className={styles.list} aria-busy={found.isPlaceholderData}>
        {articles.map((article) => (
          <ArticleRow key={article.id} article={article} />
        ))}
      </ul>
      {found.hasNextPage && (
        <Button variant="default" size="xs" mt="sm" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {words.articles.more}
        </Button>
      )}
    </>
  );
}

function NoMatch({ onClear }: { onClear: () => void }) {
  const words = useKnowledgeWords();
  return (
    <div className={styles.nothing} role="status">
      <p>{words.articles.nothing}</p>
      <Button size="xs" variant="default" onClick={onClear}>
        {words.articles.clear}
      </Button>
    </div>
  );
}

function Empty({ mayWrite }: { mayWrite: boolean }) {
  const words = useKnowledgeWords();
  const [, go] = useLocation();
  return (
    <div className={styles.empty}>
      <IconBook2 size={28} stroke={1.4} aria-hidden />
      <h3>{words.articles.empty.title}</h3>
      <p>{mayWrite ? words.articles.empty.text : words.articles.empty.reader}</p>
      {mayWrite && (
        <Button size="xs" leftSection={<IconPlus size={15} />} onClick={() => go("/knowledge/articles/new")}>
          {words.articles.add}
        </Button>
      )}
    </div>
  );
}
