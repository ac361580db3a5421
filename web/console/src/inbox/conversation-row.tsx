import { Avatar } from "@mantine/core";
import { IconSparkles } from "@tabler/icons-react";
import { Link } from "wouter";
import type { Summary, View } from "../api/types";
import { useNameOf } from "../contact/use-name-of";
import { useNow } from "../format/now";
import { useText } from "../i18n/text";
import { useMe } from "../live/use-desk";
import { initials } from "../shell/initials";
import { placeOf } from "../shell/places";
import { Mark } from "../understanding/mark";
import styles from "./conversation-row.module.css";

interface Props {
  conversation: Summary;
  view: View;
  isOpen: boolean;
  isReachable: boolean;
}

export function ConversationRow({ conversation, view, isOpen, isReachable }: Props) {
  const { t } = useText();
  const { id, contact, unread } = conversation;
  const name = useNameOf()(contact);
  return (
    <li>
      <Link
        href={placeOf(view, id)} className={styles.row} data-row={id} aria-current={isOpen ? "true" : undefined} tabIndex={isReachable ? 0 : -1}
        data-unread={unread > 0 || undefined}
      >
        <Avatar size={32} radius="xl" aria-hidden className={styles.face ?? ""}>
          {initials(name)}
        </Avatar>
        <span className={styles.body}>
          <span className={styles.line}>
            <bdi className={styles.name}>{name}</bdi>
            <When conversation={conversation} />
          </span>
          <span className={styles.line}>
            <Preview conversation={conversation} />
            {unread > 0 && <span className={styles.unread} role="img" aria-label={t.list.unread(unread)} />}
          </span>
          <HolderLine conversation={conversation} />
        </span>
      </Link>
    </li>
  );
}

function When({ conversation: { waiting_since, last_message_at, status, holder } }: { conversation: Summary }) {
  const { t, format } = useText();
  const now = useNow();
  if (waiting_since && status === "open" && holder !== "assistant") {
    const time = format.elapsed(waiting_since, now);
    return (
      <span className={styles.wait} title={t.list.waits(time)}>
        <span aria-hidden>{time}</span>
        <span className="unseen">{t.list.waits(time)}</span>
      </span>
    );
  }
  return (
    <time className={styles.time} dateTime={last_message_at}>
      {format.brief(last_message_at, now)}
    </time>
  );
}

function Preview({ conversation: { preview, preview_sender, assignee } }: { conversation: Summary }) {
  const { t } = useText();
  const me = useMe();
  const isMine = preview_sender === "agent" && assignee?.id === me.member.id;
  const who = preview_sender === "assistant" ? t.holder.assistant : isMine ? t.list.you : "";
  return (
    <span className={styles.preview}>
      {who && <span className={styles.who}>{who}: </span>}
      <bdi>{preview}</bdi>
    </span>
  );
}

function HolderLine({ conversation }: { conversation: Summary }) {
  const { holder, assignee, status, inbox, snoozed_until } = conversation;
  const { t, format } = useText();
  const me = useMe();
  const isMine = assignee?.id === me.member.id;
  return (
    <span className={styles.meta}>
      <span className={styles.holder} data-holder={isMine ? "me" : holder}>
        {holder === "assistant" && <IconSparkles size={12} aria-hidden />}
        {holder === "agent" ? <bdi>{isMine ? t.holder.you : (assignee?.name ?? t.holder.agent)}</bdi> : t.holder[holder]}
      </span>
      <bdi className={styles.inbox}>{status === "snoozed" && snoozed_until ? format.full(snoozed_until) : inbox.name}</bdi>
      <Mark conversation={conversation} />
    </span>
  );
}
