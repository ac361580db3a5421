import { ActionIcon, Button, Skeleton } from "@mantine/core";
import { IconArrowDown } from "@tabler/icons-react";
import { useMemo } from "react";
import type { Summary } from "../api/types";
import { useNow } from "../format/now";
import { useText } from "../i18n/text";
import { useOutbox, useThread } from "../live/use-desk";
import { Arrivals } from "./arrivals";
import { type Block, blocksOf, stillPending } from "./blocks";
import { Pending } from "./pending";
import { RunOfMessages } from "./run";
import styles from "./thread.module.css";
import { TypingLine } from "./typing-line";
import { useNewest, useOlder } from "./use-thread";
import { useStickyEnd } from "./use-sticky-end";

export function ThreadView({ conversation }: { conversation: Summary }) {
  const { id } = conversation;
  const { t } = useText();
  const thread = useThread(id);
  const newest = useNewest(id);
  const pending = stillPending(useOutbox(id), thread.messages);
  const blocks = useMemo(() => blocksOf(thread.messages), [thread.messages]);
  const { ref, isAtEnd, toEnd } = useStickyEnd(thread.messages, pending.length);

  if (!thread.loaded && newest.isError) return <Failed retry={() => void newest.refetch()} />;
  if (!thread.loaded) return <Waiting />;
  return (
    <div className={styles.place}>
      <div className={styles.scroller} ref={ref} tabIndex={0} role="region" aria-label={t.conversation.log}>
        <div className={styles.column}>
          <Beginning id={id} />
          {thread.messages.length === 0 && pending.length === 0 && <p className={styles.line}>{t.conversation.noMessages}</p>}
          {blocks.map((block) => (
            <BlockView key={block.key} block={block} readSeq={conversation.contact_read_seq ?? 0} />
          ))}
          {pending.map((item) => (
            <Pending key={item.clientId} item={item} />
          ))}
          <TypingLine id={id} />
        </div>
      </div>
      <Arrivals id={id} />
      {!isAtEnd && (
        <ActionIcon className={styles.toEnd ?? ""} variant="default" radius="xl" size="lg" aria-label={t.conversation.latest} onClick={toEnd}>
          <IconArrowDown size={18} />
        </ActionIcon>
      )}
    </div>
  );
}

function BlockView({ block, readSeq }: { block: Block; readSeq: number }) {
  if (block.kind === "run") return <RunOfMessages run={block} readSeq={readSeq} />;
  if (block.kind === "day") return <Day at={block.at} />;
  return (
    <p className={styles.line}>
      <bdi>{block.message.text}</bdi>
    </p>
  );
}

function Day({ at }: { at: string }) {
  const { format } = useText();
  const now = useNow(60_000);
  return (
    <h3 className={styles.day}>
      <time dateTime={at}>{format.day(at, now)}</time>
    </h3>
  );
}

function Beginning({ id }: { id: string }) {
  const { t } = useText();
  const { more } = useThread(id);
  const { state, load } = useOlder(id);
  if (!more) return <p className={styles.line}>{t.conversation.start}</p>;
  return (
    <Button className={styles.older ?? ""} size="xs" variant="default" loading={state === "loading"} onClick={() => void load()}>
      {state === "failed" ? t.app.retry : t.conversation.older}
    </Button>
  );
}

function Waiting() {
  const { t } = useText();
  return (
    <div className={styles.waiting} role="status" aria-label={t.app.loading}>
      {[46, 62, 38, 54].map((width, index) => (
        <Skeleton key={width} height={index % 2 ? 64 : 40} width={`${width}%`} radius="md" ml={index % 2 ? "auto" : 0} />
      ))}
    </div>
  );
}

function Failed({ retry }: { retry: () => void }) {
  const { t } = useText();
  return (
    <div className={styles.failed} role="alert">
      <p>{t.conversation.loadFailed}</p>
      <Button size="xs" variant="default" onClick={retry}>
        {t.app.retry}
      </Button>
    </div>
  );
}
