import type { Source } from "../chat/messages";
import { useSurroundings } from "./context";
import { Icon } from "./Icon";
import { safeUrl } from "./rich-text";

/** What an answer rests on, to be checked by whoever wants to. */
export function Sources({ sources }: { sources: readonly Source[] }) {
  const { texts } = useSurroundings();
  return (
    <details class="sources">
      <summary>
        <Icon name="chevron" />
        {texts.sources(sources.length)}
      </summary>
      <ol>
        {sources.map((source, index) => (
          <SourceItem key={index} source={source} />
        ))}
      </ol>
    </details>
  );
}

function SourceItem({ source }: { source: Source }) {
  const { texts, base } = useSurroundings();
  const url = safeUrl(source.url, base);
  return (
    <li>
      {url ? (
        <a href={url} target="_blank" rel="noopener noreferrer">
          <bdi>{source.title}</bdi>
          <Icon name="outward" />
          <span class="hidden"> ({texts.newTab})</span>
        </a>
      ) : (
        <strong>
          <bdi>{source.title}</bdi>
        </strong>
      )}
      {source.quote && <blockquote dir="auto">{source.quote}</blockquote>}
    </li>
  );
}
