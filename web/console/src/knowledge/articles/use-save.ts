import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { Refused } from "../../api/client";
import { keys } from "../../api/keys";
import { addArticle, type Article, type ArticleText, changeArticle, getArticle, moveArticle } from "../../api/knowledge";
import { useText } from "../../i18n/text";
import { explain } from "../../settings/add-member";
import { sayFailed, saySaved } from "../../settings/parts";
import { useKnowledgeWords } from "../use-words";
import { changesOf, textOf } from "./text";

/** Saves what was written. Should somebody have changed the article meanwhile, nothing is lost and the writer decides. */
export function useSave(article: Article | null, text: ArticleText, setText: (text: ArticleText) => void) {
  const words = useKnowledgeWords();
  const { language } = useText();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const [conflict, setConflict] = useState(false);
  const written = { ...text, locale: text.locale || language };
  const changes = changesOf(textOf(article), article ? text : { ...text, locale: "" });
  const isChanged = Object.keys(changes).length > 0;
  const keep = (saved: Article) => {
    setConflict(false);
    queries.setQueryData(keys.article(saved.id), saved);
    setText(textOf(saved));
    void queries.invalidateQueries({ queryKey: keys.articles, refetchType: "active", predicate: ({ queryKey }) => queryKey[1] !== "one" });
  };
  const saving = useMutation({
    mutationFn: async ({ publish, revision }: { publish: boolean; revision: number }) => {
      const saved = article === null ? await addArticle(written) : isChanged ? await changeArticle(article.id, revision, changes) : article;
      return publish && saved.status !== "published" ? moveArticle(saved.id, "publish") : saved;
    },
    onSuccess: (saved) => {
      keep(saved);
      saySaved(saved.status === "published" ? words.editor.published : words.editor.draftSaved);
      if (article === null) go(`/knowledge/articles/${saved.id}`, { replace: true });
    },
    onError: (error) => {
      if (error instanceof Refused && error.code === "article_changed") setConflict(true);
      else sayFailed(explain(error) || words.failed);
    },
  });
  const latest = useMutation({ mutationFn: () => getArticle(article?.id ?? ""), onSuccess: keep, onError: () => sayFailed(words.failed) });
  const over = useMutation({
    mutationFn: () => getArticle(article?.id ?? ""),
    onSuccess: ({ revision }) => saving.mutate({ publish: false, revision }),
    onError: () => sayFailed(words.failed),
  });
  return {
    isChanged,
    conflict,
    isSaving: saving.isPending || over.isPending,
    save: (publish: boolean) => saving.mutate({ publish, revision: article?.revision ?? 0 }),
    overwrite: () => over.mutate(),
    reload: () => latest.mutate(),
  };
}
