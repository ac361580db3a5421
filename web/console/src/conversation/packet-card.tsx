import { IconArrowsExchange, IconChevronDown } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Packet, Summary } from "../api/types";
import { useText } from "../i18n/text";
import { useThread } from "../live/use-desk";
import { PHONE } from "../shell/screen";
import { asText } from "./as-text";
import styles from "./packet-card.module.css";
import { usePacket } from "./use-thread";

/** What goes along when a conversation is passed to people: readable in ten seconds, open until somebody has answered. */
export function PacketCard({ conversation }: { conversation: Summary }) {
  const { t, format } = useText();
  const packet = usePacket(conversation).data;
  const { messages, loaded } = useThread(conversation.id);
  if (!packet || !loaded) return null;
  const isAnswered = messages.some(({ sender, at, private: isNote }) => sender.kind === "agent" && !isNote && at > packet.at);
  return (
    <details className={styles.card} open={conversation.status === "open" && !isAnswered && !window.matchMedia(PHONE).matches}>
      <summary className={styles.summary}>
        <IconArrowsExchange size={16} aria-hidden />
        <span className={styles.title}>{t.packet.title}</span>
        <bdi className={styles.reason}>{t.reason[packet.reason] ?? packet.reason}</bdi>
        <time dateTime={packet.at}>{format.clock(packet.at)}</time>
        <IconChevronDown size={16} aria-hidden className={styles.turn} />
      </summary>
      <Body packet={packet} />
    </details>
  );
}

function Body({ packet }: { packet: Packet }) {
  const { t } = useText();
  const asked = (packet.asked ?? []).map(({ question, outcome }) => (
    <>
      <bdi>{question}</bdi>
      {outcome && <span className={styles.outcome}>{t.conversation.outcome[outcome] ?? outcome}</span>}
    </>
  ));
  return (
    <dl className={styles.body}>
      <Row term={t.packet.wants} items={packet.wants ? [<bdi key="wants">{packet.wants}</bdi>] : []} />
      <Row term={t.packet.summary} items={texts(packet.summary)} />
      <Row term={t.packet.asked} items={asked} />
      <Row term={t.packet.tried} items={packet.tried?.length ? [<bdi key="tried">{packet.tried.join(" · ")}</bdi>] : []} />
      <Row term={t.packet.suggestions} items={texts(packet.suggestions)} />
    </dl>
  );
}

function Row({ term, items }: { term: string; items: ReactNode[] }) {
  if (!items.length) return null;
  return (
    <div className={styles.row}>
      <dt>{term}</dt>
      <dd>{items.length === 1 ? items[0] : <ul>{items.map((item, index) => <li key={index}>{item}</li>)}</ul>}</dd>
    </div>
  );
}

const texts = (items: unknown[] | undefined) => (items ?? []).map((item, index) => <bdi key={index}>{asText(item)}</bdi>);
