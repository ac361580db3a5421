import type { Summary } from "../api/types";
import { useText } from "../i18n/text";
import { useMe } from "../live/use-desk";
import styles from "./composer.module.css";

/** What replying will do, before it is done. */
export function Hint({ conversation: { status, holder, assignee }, isNote }: { conversation: Summary; isNote: boolean }) {
  const { t } = useText();
  const me = useMe();
  const isOthers = holder === "agent" && assignee && assignee.id !== me.member.id;
  const words = isNote
    ? t.conversation.noteSeen
    : status === "resolved"
      ? t.composer.resolvedHint
      : isOthers
        ? t.composer.heldBy(assignee.name)
        : holder === "assistant"
          ? t.composer.takesAssistant
          : holder === "queue"
            ? t.composer.takes
            : "";
  if (!words) return null;
  return (
    <span className={styles.hint} data-warn={(isOthers && !isNote) || undefined}>
      <bdi>{words}</bdi>
    </span>
  );
}
