import { Button } from "@mantine/core";
import { type ClipboardEvent, type DragEvent, useState } from "react";
import { useLocation } from "wouter";
import { Refused } from "../api/client";
import type { Summary, View } from "../api/types";
import { Composer } from "../composer/composer";
import { composer } from "../composer/handle";
import { useNameOf } from "../contact/use-name-of";
import { useText } from "../i18n/text";
import { useConversation } from "../live/use-desk";
import { placeOf } from "../shell/places";
import { Banners } from "./banners";
import styles from "./conversation-pane.module.css";
import { Header } from "./header";
import { PacketCard } from "./packet-card";
import { ProposalCard } from "./proposal-card";
import { ThreadView } from "./thread";
import { useDetails, useReading } from "./use-thread";

export function ConversationPane({ id, view }: { id: string; view: View }) {
  const { t } = useText();
  const conversation = useConversation(id);
  const details = useDetails(id);
  useReading(conversation, id);
  const isGone = details.error instanceof Refused && details.error.status === 404;
  if (isGone || (details.isError && !conversation)) return <Lost view={view} isGone={isGone} retry={() => void details.refetch()} />;
  if (!conversation) return <section className={styles.pane} id="conversation" tabIndex={-1} aria-busy aria-label={t.app.loading} />;
  return <Opened conversation={conversation} view={view} />;
}

function Opened({ conversation, view }: { conversation: Summary; view: View }) {
  const { t } = useText();
  const nameOf = useNameOf();
  const [isOver, setOver] = useState(false);
  const catchFiles = (files: FileList | undefined) => files?.length && composer.current?.addFiles([...files]);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    catchFiles(event.dataTransfer.files);
  };
  const drag = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setOver(true);
  };
  const paste = (event: ClipboardEvent) => catchFiles(event.clipboardData.files) && event.preventDefault();
  return (
    <section
      className={styles.pane} id="conversation" tabIndex={-1} aria-label={nameOf(conversation.contact)}
      onDragOver={drag} onDragLeave={() => setOver(false)} onDrop={drop} onPaste={paste}
    >
      <Header conversation={conversation} view={view} />
      <Banners conversation={conversation} />
      <PacketCard conversation={conversation} />
      <ThreadView conversation={conversation} />
      <ProposalCard conversation={conversation} />
      <Composer conversation={conversation} />
      {isOver && <div className={styles.drop}>{t.composer.drop}</div>}
    </section>
  );
}

function Lost({ view, isGone, retry }: { view: View; isGone: boolean; retry: () => void }) {
  const { t } = useText();
  const [, go] = useLocation();
  return (
    <section className={styles.pane} id="conversation" tabIndex={-1} aria-label={t.conversation.loadFailed}>
      <div className={styles.lost} role="alert">
        <p>{isGone ? t.conversation.gone : t.conversation.loadFailed}</p>
        <Button size="xs" variant="default" onClick={isGone ? () => go(placeOf(view)) : retry}>
          {isGone ? t.app.back : t.app.retry}
        </Button>
      </div>
    </section>
  );
}
