import { useText } from "../i18n/text";
import type { ReadingWords } from "../i18n/reading";
import { surenessOf } from "./mood";
import reading from "./reading.module.css";
import styles from "./reading-details.module.css";

/** A label with how sure it is, in a word and as a bar. Who was corrected by a person is not guessed any more. */
export function Sure({ title, confidence, level }: { title: string; confidence: number | null; level?: string }) {
  const { t } = useText();
  return (
    <span className={styles.sure}>
      <bdi className={reading.level} data-level={level}>{title}</bdi>
      {confidence !== null && (
        <span className={styles.sureness} title={`${Math.round(confidence * 100)} %`}>
          <span className={styles.bar} aria-hidden>
            <i style={{ width: `${Math.round(confidence * 100)}%` }} />
          </span>
          {t.reading.sure[surenessOf(confidence)]}
        </span>
      )}
    </span>
  );
}

/** The customer's own words, as text and nothing else. */
export function Because({ words }: { words: string[] }) {
  const { t } = useText();
  if (!words.length) return null;
  return (
    <span className={styles.because}>
      {t.reading.because} <bdi>{t.reading.words(words)}</bdi>
    </span>
  );
}

/** "shipped 2026.11 + own 3", as people say it. */
export const modelInWords = (model: string, words: ReadingWords): string => model.replace(/\bshipped\b/, words.shipped).replace(/\bown\b/, words.own);
