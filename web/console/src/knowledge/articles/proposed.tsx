import { Alert, Button, Group, Modal } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { keys } from "../../api/keys";
import { type Article, getRevision, moveArticle } from "../../api/knowledge";
import { useText } from "../../i18n/text";
import { explain } from "../../settings/add-member";
import { Fetched, sayFailed, saySaved } from "../../settings/parts";
import { useKnowledgeWords } from "../use-words";
import { ArticleHtml } from "./article-html";
import styles from "./editor.module.css";

/** A changed version that its source brought: what is published holds until somebody has looked at it. */
export function Proposed({ article, number, mayWrite, onDone }: { article: Article; number: number; mayWrite: boolean; onDone: () => void }) {
  const { t } = useText();
  const { editor: words, failed } = useKnowledgeWords();
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const proposed = useQuery({ queryKey: keys.revision(article.id, number), queryFn: () => getRevision(article.id, number), enabled: isOpen });
  const publishing = useMutation({
    mutationFn: () => moveArticle(article.id, "publish"),
    onSuccess: () => {
      saySaved(words.published);
      setOpen(false);
      void queries.invalidateQueries({ queryKey: keys.revisions(article.id) });
      onDone();
    },
    onError: (error) => sayFailed(explain(error) || failed),
  });
  return (
    <Alert color="yellow" variant="light" title={words.proposedTitle} mb="sm">
      <p className={styles.plain}>{words.proposedText}</p>
      <Group gap="xs">
        <Button size="xs" variant="default" onClick={() => setOpen(true)}>
          {words.seeProposed}
        </Button>
        {mayWrite && (
          <Button size="xs" loading={publishing.isPending} onClick={() => publishing.mutate()}>
            {words.publishProposed}
          </Button>
        )}
      </Group>
      <Modal opened={isOpen} onClose={() => setOpen(false)} size={720} title={words.historyOf(number)} closeButtonProps={{ "aria-label": t.app.close }}>
        {isOpen && (
          <Fetched query={proposed}>
            {(found) => (
              <>
                <h2 className={styles.earlierTitle}>
                  <bdi>{found.title}</bdi>
                </h2>
                <ArticleHtml html={found.html} locale={found.locale} />
              </>
            )}
          </Fetched>
        )}
      </Modal>
    </Alert>
  );
}
