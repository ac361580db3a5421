import { useText } from "../i18n/text";
import { Mark } from "../shell/mark";
import styles from "./nothing-chosen.module.css";

export function NothingChosen() {
  const { t } = useText();
  return (
    <section className={styles.nothing} id="conversation" tabIndex={-1} aria-labelledby="nothing-chosen">
      <Mark size={40} />
      <h2 id="nothing-chosen">{t.conversation.pick}</h2>
      <p>{t.conversation.pickHint}</p>
    </section>
  );
}
