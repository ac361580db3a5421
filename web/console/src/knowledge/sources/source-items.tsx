import { Drawer } from "@mantine/core";
import { IconCheck, IconMinus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { keys } from "../../api/keys";
import { getSourceItems, type Source, type SourceItem } from "../../api/sources";
import { useText } from "../../i18n/text";
import { Fetched } from "../../settings/parts";
import { useKnowledgeWords } from "../use-words";
import styles from "./sources.module.css";

/** What was taken of a source, what was left, and why. */
export function SourceItems({ source, onClose }: { source: Source | null; onClose: () => void }) {
  const { t } = useText();
  const words = useKnowledgeWords();
  return (
    <Drawer opened={source !== null} onClose={onClose} position="right" size={560} title={<bdi>{source?.title || source?.address}</bdi>} closeButtonProps={{ "aria-label": t.app.close }}>
      {source && <Items source={source} label={words.sources.items} />}
    </Drawer>
  );
}

function Items({ source, label }: { source: Source; label: string }) {
  const words = useKnowledgeWords();
  const items = useQuery({ queryKey: [...keys.sourceItems(source.id), source.last_run_at, source.progress?.done], queryFn: () => getSourceItems(source.id), placeholderData: (before) => before });
  return (
    <Fetched query={items}>
      {(found) =>
        found.length === 0 ? (
          <p className={styles.nothing}>{words.sources.noItems}</p>
        ) : (
          <ul className={styles.items} aria-label={label}>
            {found.map((item) => (
              <Item key={item.address || item.name} item={item} />
            ))}
          </ul>
        )
      }
    </Fetched>
  );
}

function Item({ item }: { item: SourceItem }) {
  const words = useKnowledgeWords();
  const Icon = item.taken ? IconCheck : IconMinus;
  return (
    <li data-taken={item.taken || undefined}>
      <Icon size={15} aria-label={item.taken ? words.sources.taken : words.sources.left} />
      <div>
        <bdi>{item.name}</bdi>
        <span className={styles.facts}>
          <bdi>{item.detail}</bdi>
        </span>
        {item.article_id && (
          <Link href={`/knowledge/articles/${item.article_id}`} className={styles.toArticle}>
            {words.sources.openArticle}
          </Link>
        )}
      </div>
    </li>
  );
}
