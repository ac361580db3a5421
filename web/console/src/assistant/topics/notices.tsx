import type { Notice } from "../../api/assistant";
import { useNow } from "../../format/now";
import { useText } from "../../i18n/text";
import { useAssistantWords } from "../use-words";
import styles from "./topics.module.css";

const SHOWN = 2;

/** What was changed lately, by whom or by itself, and why. */
export function Notices({ notices }: { notices: Notice[] }) {
  const { format } = useText();
  const words = useAssistantWords();
  const now = useNow(60_000);
  if (notices.length === 0) return null;
  return (
    <ul className={styles.notices} aria-label={words.topics.notices}>
      {notices.slice(0, SHOWN).map((notice) => (
        <li key={notice.at} data-kind={notice.kind}>
          {words.topics.notice[notice.kind]?.(notice.from ? words.level[notice.from] : "–", notice.to ? words.level[notice.to] : "–")}
          {" · "}
          {words.topics.setBy(notice.by?.name ?? "Relevo", format.brief(notice.at, now))}
          {notice.because.length > 0 && <bdi>: {notice.because.join("; ")}</bdi>}
        </li>
      ))}
    </ul>
  );
}
