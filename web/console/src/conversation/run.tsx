import { Avatar } from "@mantine/core";
import { IconCheck, IconChecks, IconLock, IconSparkles } from "@tabler/icons-react";
import type { Message } from "../api/types";
import { useNameOf } from "../contact/use-name-of";
import { useText } from "../i18n/text";
import { useMe } from "../live/use-desk";
import { initials } from "../shell/initials";
import { ReadingButton } from "../understanding/reading-button";
import { Attachments } from "./attachments";
import type { Block } from "./blocks";
import styles from "./run.module.css";
import { SafeHtml } from "./safe-html";
import { Sources } from "./sources";
import { WhyButton } from "./why-button";

type Run = Extract<Block, { kind: "run" }>;

/** What one sender said in a row. Contact on the left, the house on the right; notes belong to the house. */
export function RunOfMessages({ run, readSeq }: { run: Run; readSeq: number }) {
  const kind = run.isNote ? "note" : run.sender.kind;
  return (
    <div className={styles.run} data-kind={kind}>
      <Face run={run} />
      <div className={styles.content}>
        <Head run={run} />
        {run.messages.map((message) => (
          <One key={message.id} message={message} kind={kind} />
        ))}
        <Tail message={run.messages.at(-1)} readSeq={readSeq} />
      </div>
    </div>
  );
}

function Face({ run: { sender, isNote } }: { run: Run }) {
  const nameOf = useNameOf();
  if (isNote) return null;
  if (sender.kind === "assistant") {
    return (
      <Avatar size={28} radius="xl" aria-hidden className={styles.ai ?? ""}>
        <IconSparkles size={15} />
      </Avatar>
    );
  }
  return (
    <Avatar size={28} radius="xl" aria-hidden className={(sender.kind === "agent" ? styles.agent : styles.contact) ?? ""}>
      {initials(nameOf(sender))}
    </Avatar>
  );
}

function Head({ run }: { run: Run }) {
  const { t, format } = useText();
  const me = useMe();
  const nameOf = useNameOf();
  const { sender, isNote, messages } = run;
  const isMine = sender.kind === "agent" && sender.id === me.member.id;
  const at = messages[0]?.at ?? "";
  return (
    <div className={styles.head}>
      {isNote && <IconLock size={13} aria-hidden />}
      <bdi className={styles.name}>{isMine ? t.holder.you : nameOf(sender)}</bdi>
      {sender.kind === "assistant" && <span className={styles.badge}>{t.conversation.ai}</span>}
      {sender.automated && <span className={styles.badge}>{t.conversation.program}</span>}
      {isNote && (
        <span title={t.conversation.noteSeen}>
          {t.conversation.note}
        </span>
      )}
      <time dateTime={at} title={format.full(at)}>
        {format.clock(at)}
      </time>
    </div>
  );
}

function One({ message, kind }: { message: Message; kind: string }) {
  const { t, format } = useText();
  return (
    <article className={styles.one} title={format.full(message.at)}>
      <div className={styles.said}>
        {(message.text || message.html) && (
          <div className={styles.bubble} data-kind={kind}>
            <SafeHtml html={message.html} text={message.text} />
          </div>
        )}
        {message.reading && <ReadingButton message={message} reading={message.reading} />}
      </div>
      <Attachments files={message.attachments} />
      {message.quick_replies.length > 0 && (
        <ul className={styles.offers} aria-label={t.conversation.quickReplies}>
          {message.quick_replies.map((reply) => (
            <li key={reply}>
              <bdi>{reply}</bdi>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.below}>
        <Sources sources={message.sources} />
        {message.outcome && <span className={styles.outcome}>{t.conversation.outcome[message.outcome] ?? message.outcome}</span>}
        {message.sender.kind === "assistant" && <WhyButton messageId={message.id} />}
      </div>
    </article>
  );
}

/** The mark stands only under what a person of the house wrote. */
function Tail({ message, readSeq }: { message: Message | undefined; readSeq: number }) {
  const { t } = useText();
  if (message?.sender.kind !== "agent" || message.private || message.seq === null) return null;
  const isRead = readSeq >= message.seq;
  return (
    <span className={styles.tail} data-read={isRead || undefined}>
      {isRead ? <IconChecks size={14} aria-hidden /> : <IconCheck size={14} aria-hidden />}
      {isRead ? t.conversation.read : t.conversation.sent}
    </span>
  );
}
