import type { IntentQuality } from "../../api/types";
import { useText } from "../../i18n/text";
import styles from "./intents.module.css";
import { levelOf } from "./quality";
import { useIntentWords } from "./words";

/** How well an intent is recognised: a word, and a bar for the eye. */
export function Meter({ quality }: { quality: IntentQuality | undefined }) {
  const { format } = useText();
  const words = useIntentWords();
  if (!quality) return <span className={styles.unmeasured}>{words.unmeasured}</span>;
  const level = levelOf(quality.f1);
  const said = words.levelSaid(words.level[level], format.number(Math.round(quality.f1 * 100) / 100));
  return (
    <span className={styles.meter} data-level={level} title={said}>
      <span className={styles.bar} aria-hidden>
        <i style={{ width: `${Math.round(quality.f1 * 100)}%` }} />
      </span>
      <span aria-hidden>{words.level[level]}</span>
      <span className="unseen">{said}</span>
    </span>
  );
}
