import { ActionIcon, Loader, Menu, Progress, UnstyledButton } from "@mantine/core";
import { IconAlertTriangle, IconDots, IconFiles, IconFolder, IconRefresh, IconSitemap, IconTrash, IconWorld } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { keys } from "../../api/keys";
import { deleteSource, refreshSource, type Source, type SourceKind } from "../../api/sources";
import { useNow } from "../../format/now";
import { useText } from "../../i18n/text";
import { explain } from "../../settings/add-member";
import { Confirm, sayFailed } from "../../settings/parts";
import { useKnowledgeWords } from "../use-words";
import styles from "./sources.module.css";

const ICONS: Record<SourceKind, typeof IconWorld> = { page: IconWorld, sitemap: IconSitemap, folder: IconFolder, upload: IconFiles };

export function SourceRow({ source, onOpen }: { source: Source; onOpen: () => void }) {
  const { format } = useText();
  const words = useKnowledgeWords();
  const now = useNow(60_000);
  const Icon = ICONS[source.kind];
  const facts = [
    words.sources.kind[source.kind],
    words.sources.counts(source.counts.taken, source.counts.unchanged, source.counts.left),
    source.last_run_at ? words.sources.last(format.brief(source.last_run_at, now)) : words.sources.never,
    source.next_run_at ? words.sources.next(format.full(source.next_run_at)) : "",
  ];
  return (
    <li className={styles.row}>
      <Icon size={18} stroke={1.6} aria-hidden className={styles.icon} />
      <UnstyledButton className={styles.door} onClick={onOpen}>
        <bdi className={styles.title}>{source.title || source.address}</bdi>
        <span className={styles.facts}>{facts.filter(Boolean).join(" · ")}</span>
        {source.last_error && (
          <span className={styles.error}>
            <IconAlertTriangle size={14} aria-hidden />
            <bdi>{source.last_error}</bdi>
          </span>
        )}
        {source.state === "running" && <Running source={source} />}
      </UnstyledButton>
      <span className={styles.state} data-state={source.state}>
        {words.sources.state[source.state]}
      </span>
      <Acts source={source} />
    </li>
  );
}

function Running({ source: { progress, title } }: { source: Source }) {
  const words = useKnowledgeWords();
  if (!progress?.total) return <Loader type="dots" size="xs" aria-hidden />;
  const { done, total } = progress;
  return (
    <span className={styles.progress}>
      <Progress value={(100 * done) / total} size="sm" aria-label={title} />
      <span className="figures">{words.sources.progress(done, total)}</span>
    </span>
  );
}

function Acts({ source }: { source: Source }) {
  const { t } = useText();
  const words = useKnowledgeWords();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const done = { onSettled: () => void queries.invalidateQueries({ queryKey: keys.sources }), onError: (error: unknown) => sayFailed(explain(error) || words.failed) };
  const refreshing = useMutation({ mutationFn: () => refreshSource(source.id), ...done });
  const removing = useMutation({ mutationFn: () => deleteSource(source.id), ...done });
  return (
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`${t.app.more}: ${source.title || source.address}`}>
            <IconDots size={17} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {source.kind !== "upload" && (
            <Menu.Item leftSection={<IconRefresh size={16} />} disabled={source.state === "running"} onClick={() => refreshing.mutate()}>
              {words.sources.refresh}
            </Menu.Item>
          )}
          <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => setAsking(true)}>
            {words.sources.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Confirm
        isOpen={isAsking} title={words.sources.removeTitle(source.title || source.address)} text={words.sources.removeText} act={words.sources.remove} onAct={() => removing.mutate()}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
