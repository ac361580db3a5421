import { IconClock, IconSparkles } from "@tabler/icons-react";
import type { Summary } from "../api/types";
import { useNow } from "../format/now";
import { useText } from "../i18n/text";
import { useMe } from "../live/use-desk";
import styles from "./holder-chip.module.css";

/** Who has to answer, since when somebody waits, and where it came in. */
export function HolderChip({ conversation }: { conversation: Summary }) {
  const { t, format } = useText();
  const me = useMe();
  const { holder, assignee, status, inbox, rating, snoozed_until, waiting_since } = conversation;
  const isMine = assignee?.id === me.member.id;
  return (
    <>
      <span className={styles.chip} data-holder={isMine ? "me" : holder}>
        {holder === "assistant" && <IconSparkles size={12} aria-hidden />}
        {holder === "agent" ? <bdi>{isMine ? t.holder.you : (assignee?.name ?? t.holder.agent)}</bdi> : t.holder[holder]}
      </span>
      {status === "resolved" && <span className={styles.state}>{t.status.resolved}</span>}
      {status === "snoozed" && snoozed_until && <span className={styles.state}>{t.conversation.snoozedUntil(format.full(snoozed_until))}</span>}
      {status === "open" && holder !== "assistant" && waiting_since && <Wait since={waiting_since} />}
      <bdi className={styles.inbox}>{inbox.name}</bdi>
      {rating && <span className={styles.state}>{t.conversation.rating(rating.score)}</span>}
    </>
  );
}

function Wait({ since }: { since: string }) {
  const { t, format } = useText();
  const now = useNow();
  return (
    <span className={styles.wait} title={t.conversation.wait}>
      <IconClock size={13} aria-hidden />
      <span className="unseen">{t.conversation.wait}</span>
      <span className="figures">{format.elapsed(since, now)}</span>
    </span>
  );
}
