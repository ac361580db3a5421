import { Button, Loader, Skeleton } from "@mantine/core";
import { useIntersection } from "@mantine/hooks";
import { type KeyboardEvent, useEffect, useRef } from "react";
import type { View } from "../api/types";
import { useText } from "../i18n/text";
import styles from "./conversation-list.module.css";
import { ConversationRow } from "./conversation-row";
import { EmptyList } from "./empty-list";
import { setRows } from "./rows";
import type { useList } from "./use-list";

interface Props {
  view: View;
  q: string;
  list: ReturnType<typeof useList>;
  openId: string | undefined;
}

export function ConversationList({ view, q, list: { query, rows }, openId }: Props) {
  const { t } = useText();
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => setRows(rows.map(({ id }) => id)), [rows]);

  if (query.isPending) return <Waiting />;
  if (query.isError && !rows.length) return <Failed retry={() => void query.refetch()} />;
  if (!rows.length) return <EmptyList kind={q ? "search" : view} />;
  const reachable = rows.some(({ id }) => id === openId) ? openId : rows[0]?.id;
  return (
    <div className={styles.scroller} ref={scroller}>
      <ul className={styles.rows} aria-label={t.list.label} onKeyDown={rove}>
        {rows.map((conversation) => (
          <ConversationRow
            key={conversation.id} conversation={conversation} view={view} isOpen={conversation.id === openId}
            isReachable={conversation.id === reachable}
          />
        ))}
      </ul>
      {query.hasNextPage && <More onSeen={() => !query.isFetching && void query.fetchNextPage()} root={scroller} isFailed={query.isFetchNextPageError} />}
    </div>
  );
}

/** Arrow keys move the focus among the rows; Tab leaves the list. */
function rove(event: KeyboardEvent<HTMLUListElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined && event.key !== "Home" && event.key !== "End") return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-row]")];
  const at = links.indexOf(document.activeElement as HTMLElement);
  const next = event.key === "Home" ? 0 : event.key === "End" ? links.length - 1 : at + (step ?? 0);
  event.preventDefault();
  links[Math.max(0, Math.min(links.length - 1, next))]?.focus();
}

interface MoreProps {
  onSeen: () => void;
  root: React.RefObject<HTMLDivElement | null>;
  isFailed: boolean;
}

function More({ onSeen, root, isFailed }: MoreProps) {
  const { t } = useText();
  const { ref, entry } = useIntersection({ root: root.current, rootMargin: "300px" });
  const isSeen = entry?.isIntersecting ?? false;
  const load = useRef(onSeen);
  load.current = onSeen;
  useEffect(() => {
    if (isSeen && !isFailed) load.current();
  });
  return (
    <div ref={ref} className={styles.more}>
      {isFailed ? (
        <Button size="xs" variant="default" onClick={onSeen}>
          {t.app.retry}
        </Button>
      ) : (
        <Loader size="xs" type="dots" aria-label={t.list.more} role="status" />
      )}
    </div>
  );
}

function Waiting() {
  const { t } = useText();
  return (
    <div className={styles.scroller} role="status" aria-label={t.app.loading}>
      {Array.from({ length: 8 }, (_, index) => (
        <div key={index} className={styles.skeleton}>
          <Skeleton height={32} circle />
          <div>
            <Skeleton height={10} width={`${60 - (index % 3) * 12}%`} mb={8} />
            <Skeleton height={8} width={`${92 - (index % 4) * 9}%`} />
          </div>
        </div>
      ))}
    </div>
  );
}

function Failed({ retry }: { retry: () => void }) {
  const { t } = useText();
  return (
    <div className={styles.failed} role="alert">
      <p>{t.list.failed}</p>
      <Button size="xs" variant="default" onClick={retry}>
        {t.app.retry}
      </Button>
    </div>
  );
}

