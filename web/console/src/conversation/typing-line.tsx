import { useNameOf } from "../contact/use-name-of";
import { useText } from "../i18n/text";
import { useBoard, useMe } from "../live/use-desk";
import styles from "./typing-line.module.css";

/** The customer or the assistant writes. Colleagues have their own warning over the composer. */
export function TypingLine({ id }: { id: string }) {
  const { t } = useText();
  const me = useMe();
  const nameOf = useNameOf();
  const typers = useBoard((board) => board.typing[id]);
  const names = (typers ?? []).filter((typer) => typer.kind !== "agent" && typer.id !== me.member.id).map(nameOf);
  return (
    <p className={styles.typing} aria-live="polite">
      {names.length > 0 && (
        <>
          <span className={styles.dots} aria-hidden>
            <i />
            <i />
            <i />
          </span>
          <bdi>{t.conversation.typing(names)}</bdi>
        </>
      )}
    </p>
  );
}
