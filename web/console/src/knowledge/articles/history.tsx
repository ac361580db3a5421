import { Button, Loader, Modal, UnstyledButton } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { keys } from "../../api/keys";
import { type Article, getRevision, getRevisions, restoreRevision, type Revision } from "../../api/knowledge";
import { useNow } from "../../format/now";
import { useText } from "../../i18n/text";
import { explain } from "../../settings/add-member";
import { Fetched, sayFailed, saySaved } from "../../settings/parts";
import { useKnowledgeWords } from "../use-words";
import { ArticleHtml } from "./article-html";
import styles from "./editor.module.css";

const SHOWN = 6;

interface Props {
  article: Article;
  mayWrite: boolean;
  onRestored: () => void;
}

/** Who changed what, and the way back. */
export function History({ article, mayWrite, onRestored }: Props) {
  const { t } = useText();
  const words = useKnowledgeWords();
  const [open, setOpen] = useState<number | null>(null);
  const [all, setAll] = useState(false);
  const revisions = useQuery({ queryKey: keys.revisions(article.id), queryFn: () => getRevisions(article.id) });
  return (
    <section className={styles.part} aria-label={words.editor.history}>
      <h2>{words.editor.history}</h2>
      <Fetched query={revisions}>
        {(found) => (
          <ol className={styles.history}>
            {(all ? found : found.slice(0, SHOWN)).map((revision) => (
              <li key={revision.revision}>
                <Entry revision={revision} isCurrent={revision.revision === article.revision} onOpen={() => setOpen(revision.revision)} />
              </li>
            ))}
            {found.length > SHOWN && !all && (
              <Button size="compact-xs" variant="subtle" onClick={() => setAll(true)}>
                {words.articles.more}
              </Button>
            )}
          </ol>
        )}
      </Fetched>
      <Modal opened={open !== null} onClose={() => setOpen(null)} size={720} title={open !== null && words.editor.historyOf(open)} closeButtonProps={{ "aria-label": t.app.close }}>
        {open !== null && <Earlier article={article} revision={open} mayWrite={mayWrite && open !== article.revision} onRestored={onRestored} onClose={() => setOpen(null)} />}
      </Modal>
    </section>
  );
}

function Entry({ revision, isCurrent, onOpen }: { revision: Revision; isCurrent: boolean; onOpen: () => void }) {
  const { format } = useText();
  const words = useKnowledgeWords();
  const now = useNow(60_000);
  return (
    <UnstyledButton className={styles.entry} onClick={onOpen}>
      <span>
        {words.editor.historyOf(revision.revision)} · {isCurrent ? words.editor.current : words.status[revision.status]}
      </span>
      <span className={styles.soft}>
        {revision.changed_by?.name && (
          <>
            <bdi>{revision.changed_by.name}</bdi>,{" "}
          </>
        )}
        {format.brief(revision.changed_at, now)}
        {revision.note && (
          <>
            {" · "}
            <bdi>{revision.note}</bdi>
          </>
        )}
      </span>
    </UnstyledButton>
  );
}

interface EarlierProps extends Props {
  revision: number;
  onClose: () => void;
}

function Earlier({ article, revision, mayWrite, onRestored, onClose }: EarlierProps) {
  const { t } = useText();
  const words = useKnowledgeWords();
  const queries = useQueryClient();
  const earlier = useQuery({ queryKey: keys.revision(article.id, revision), queryFn: () => getRevision(article.id, revision) });
  const restoring = useMutation({
    mutationFn: () => restoreRevision(article.id, revision),
    onSuccess: () => {
      saySaved(words.editor.restored);
      void queries.invalidateQueries({ queryKey: keys.revisions(article.id) });
      onRestored();
      onClose();
    },
    onError: (error) => sayFailed(explain(error) || words.failed),
  });
  if (earlier.isPending) return <Loader type="dots" role="status" aria-label={t.app.loading} />;
  return (
    <Fetched query={earlier}>
      {(found) => (
        <>
          <h2 className={styles.earlierTitle}>
            <bdi>{found.title}</bdi>
          </h2>
          <ArticleHtml html={found.html} locale={found.locale} />
          {mayWrite && (
            <Button size="xs" mt="md" loading={restoring.isPending} onClick={() => restoring.mutate()}>
              {words.editor.restore}
            </Button>
          )}
        </>
      )}
    </Fetched>
  );
}
