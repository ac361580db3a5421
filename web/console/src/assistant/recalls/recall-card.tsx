import { Button, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { dismissRecall, type Recall, sendRecall } from "../../api/assistant";
import { keys } from "../../api/keys";
import { useNow } from "../../format/now";
import { useText } from "../../i18n/text";
import { useMe } from "../../live/use-desk";
import { explain } from "../../settings/add-member";
import { sayFailed, saySaved } from "../../settings/parts";
import { useAssistantWords } from "../use-words";
import styles from "./recalls.module.css";

/** One answer, what it stood on, what holds now, and the correction; nothing is sent without somebody's hand. */
export function RecallCard({ recall }: { recall: Recall }) {
  const { format } = useText();
  const { recalls: words, failed } = useAssistantWords();
  const now = useNow(60_000);
  const mayDecide = useMe().member.role !== "agent";
  const queries = useQueryClient();
  const [draft, setDraft] = useState(recall.draft);
  const after = (said: string) => ({
    onSuccess: () => saySaved(said),
    onError: (error: unknown) => sayFailed(explain(error) || failed),
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.allRecalls }),
  });
  const sending = useMutation({ mutationFn: () => sendRecall(recall.id, draft.trim()), ...after(words.done) });
  const dismissing = useMutation({ mutationFn: () => dismissRecall(recall.id), ...after(words.dropped) });
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <bdi className={styles.title}>{recall.contact.name ?? words.nameless}</bdi>
        <span className={styles.soft}>{format.brief(recall.at, now)}</span>
        <Link href={`/all/${recall.conversation.id}`} className={styles.link}>
          {words.open_}
        </Link>
      </div>
      <p className={styles.soft}>{words.article(recall.article.title, recall.revision_from, recall.revision_to)}</p>
      <dl className={styles.facts}>
        <dt>{words.said}</dt>
        <dd>{recall.sentence}</dd>
        <dt>{words.was}</dt>
        <dd data-gone>{recall.was}</dd>
        <dt>{words.now}</dt>
        <dd>{recall.now ?? <em>{words.gone}</em>}</dd>
      </dl>
      {recall.state === "open" && mayDecide && (
        <>
          <Textarea label={words.draft} size="sm" autosize minRows={2} maxLength={8000} value={draft} onChange={(event) => setDraft(event.currentTarget.value)} />
          <div className={styles.acts}>
            <Button size="xs" loading={sending.isPending} disabled={!draft.trim()} onClick={() => sending.mutate()}>
              {words.send}
            </Button>
            <Button size="xs" variant="default" loading={dismissing.isPending} onClick={() => dismissing.mutate()}>
              {words.dismiss}
            </Button>
          </div>
        </>
      )}
    </li>
  );
}
