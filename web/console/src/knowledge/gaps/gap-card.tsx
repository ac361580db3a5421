import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useLocation } from "wouter";
import { dismissGap, draftGap, type Gap, reopenGap } from "../../api/gaps";
import { keys } from "../../api/keys";
import { useNow } from "../../format/now";
import { useText } from "../../i18n/text";
import { explain } from "../../settings/add-member";
import { sayFailed } from "../../settings/parts";
import { StatusTag } from "../articles/status-tag";
import { useKnowledgeWords } from "../use-words";
import styles from "./gaps.module.css";

const SHOWN = 4;

export function GapCard({ gap, mayWrite }: { gap: Gap; mayWrite: boolean }) {
  const { format } = useText();
  const { gaps: words } = useKnowledgeWords();
  const now = useNow(60_000);
  const facts = [
    words.count(gap.count), format.language(gap.locale), words.last(format.brief(gap.last_at, now)),
    gap.ended.repeated ? words.repeated(gap.ended.repeated) : "", gap.ended.rated_low ? words.ratedLow(gap.ended.rated_low) : "",
  ];
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <bdi className={styles.title}>{gap.title}</bdi>
        <span className={styles.soft}>{facts.filter(Boolean).join(" · ")}</span>
      </div>
      <details className={styles.questions} open={gap.questions.length <= SHOWN}>
        <summary>{words.asked}</summary>
        <ul>
          {gap.questions.map(({ text, conversation_id, at }) => (
            <li key={`${conversation_id} ${at}`}>
              <Link href={`/all/${conversation_id}`}>
                <bdi>{text}</bdi>
              </Link>
            </li>
          ))}
        </ul>
      </details>
      {gap.article && (
        <p className={styles.article}>
          <Link href={`/knowledge/articles/${gap.article.id}`}>
            <bdi>{gap.article.title}</bdi>
          </Link>{" "}
          <StatusTag status={gap.article.status} />
        </p>
      )}
      {gap.closed && <p className={styles.soft}>{words.answered(gap.closed.answered, gap.closed.of)}</p>}
      {mayWrite && <Acts gap={gap} />}
    </li>
  );
}

function Acts({ gap }: { gap: Gap }) {
  const { gaps: words, failed } = useKnowledgeWords();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const after = {
    onError: (error: unknown) => sayFailed(explain(error) || failed),
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.allGaps }),
  };
  const drafting = useMutation({ mutationFn: () => draftGap(gap.id), onSuccess: ({ article }) => article && go(`/knowledge/articles/${article.id}`), ...after });
  const dismissing = useMutation({ mutationFn: () => dismissGap(gap.id), ...after });
  const reopening = useMutation({ mutationFn: () => reopenGap(gap.id), ...after });
  if (gap.state === "dismissed" || gap.state === "closed") {
    return (
      <div className={styles.acts}>
        <Button size="xs" variant="default" loading={reopening.isPending} onClick={() => reopening.mutate()}>
          {words.reopen}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.acts}>
      {gap.state === "open" && (
        <Button size="xs" loading={drafting.isPending} onClick={() => drafting.mutate()}>
          {words.draft}
        </Button>
      )}
      <Button size="xs" variant="default" loading={dismissing.isPending} onClick={() => dismissing.mutate()}>
        {words.dismiss}
      </Button>
    </div>
  );
}
