import { IconBook2, IconChevronDown } from "@tabler/icons-react";
import type { Source } from "../api/types";
import { useText } from "../i18n/text";
import { safeAddress } from "./safe-html";
import styles from "./sources.module.css";

/** What an answer of the assistant stands on. */
export function Sources({ sources }: { sources: Source[] }) {
  const { t } = useText();
  if (!sources.length) return null;
  return (
    <details className={styles.sources}>
      <summary>
        <IconBook2 size={14} aria-hidden />
        {t.conversation.sources(sources.length)}
        <IconChevronDown size={14} aria-hidden className={styles.turn} />
      </summary>
      <ol>
        {sources.map((source, index) => (
          <li key={index}>
            <Title source={source} />
            {source.quote && (
              <blockquote>
                <bdi>{source.quote}</bdi>
              </blockquote>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}

function Title({ source: { title, url } }: { source: Source }) {
  const address = safeAddress(url);
  const name = <bdi>{title}</bdi>;
  if (!address) return name;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {name}
    </a>
  );
}
