import { useText } from "../i18n/text";
import { Mark } from "../shell/mark";
import styles from "./nothing-chosen.module.css";

/** Nothing is asked of an agent whose list is empty: the list says so itself. */
export function NothingChosen({ isEmpty }: { isEmpty: boolean }) {
  const { t } = useText();
  return (
    <section className={styles.nothing} id="conversation" tabIndex={-1} aria-label={isEmpty ? t.app.console : t.conversation.pick}>
      <Mark size={40} />
      {!isEmpty && (
        <>
          <h2>{t.conversation.pick}</h2>
          <p>{t.conversation.pickHint}</p>
        </>
      )}
    </section>
  );
}
