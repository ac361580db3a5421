import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { keys } from "../../api/keys";
import { type Article, deleteArticle, moveArticle } from "../../api/knowledge";
import { useText } from "../../i18n/text";
import { explain } from "../../settings/add-member";
import { Confirm, sayFailed, saySaved } from "../../settings/parts";
import { useKnowledgeWords } from "../use-words";
import styles from "./editor.module.css";

/** Out of the answers: withdrawn, sent to review, or gone for good. */
export function Remove({ article }: { article: Article }) {
  const { t } = useText();
  const words = useKnowledgeWords();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const [isAsking, setAsking] = useState(false);
  const fail = (error: unknown) => sayFailed(explain(error) || words.failed);
  const moving = useMutation({
    mutationFn: (to: "withdraw" | "review") => moveArticle(article.id, to),
    onSuccess: (moved) => {
      queries.setQueryData(keys.article(moved.id), moved);
      void queries.invalidateQueries({ queryKey: keys.articles, predicate: ({ queryKey }) => queryKey[1] !== "one" });
      saySaved(moved.status === "withdrawn" ? words.editor.withdrawn : words.editor.inReview);
    },
    onError: fail,
  });
  const removing = useMutation({
    mutationFn: () => deleteArticle(article.id),
    onSuccess: () => {
      go("/knowledge/articles");
      void queries.invalidateQueries({ queryKey: keys.articles, predicate: ({ queryKey }) => queryKey[1] !== "one" });
    },
    onError: fail,
  });
  return (
    <div className={styles.remove}>
      {article.status === "published" && (
        <Button size="xs" variant="default" loading={moving.isPending} onClick={() => moving.mutate("withdraw")}>
          {words.editor.withdraw}
        </Button>
      )}
      {article.status === "draft" && (
        <Button size="xs" variant="default" loading={moving.isPending} onClick={() => moving.mutate("review")}>
          {words.editor.review}
        </Button>
      )}
      <Button size="xs" variant="subtle" color="red" loading={removing.isPending} onClick={() => setAsking(true)}>
        {words.editor.remove}
      </Button>
      <Confirm
        isOpen={isAsking} title={words.editor.removeTitle(article.title)} text={words.editor.removeText} act={t.app.delete} onAct={() => removing.mutate()} onClose={() => setAsking(false)}
      />
    </div>
  );
}
