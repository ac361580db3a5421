import type { ReactNode } from "react";
import type { Guess, Understood } from "../../api/types";
import { useText } from "../../i18n/text";
import { Because, modelInWords, Sure } from "../../understanding/sure";
import { useIntentTitle } from "../../understanding/use-intents";
import styles from "./intents.module.css";
import { piecesOf } from "./spans";
import own from "./try-box.module.css";

/** Everything that is understood of a text, with the personal data marked in it. */
export function TriedReading({ text, reading }: { text: string; reading: Understood }) {
  const { t, format } = useText();
  const words = t.reading;
  const title = useIntentTitle();
  return (
    <>
      <Marked text={text} spans={reading.personal_data} />
      <dl className={own.facts}>
        <Fact term={words.intent}>
          <Guesses guesses={reading.intents} none={words.none} />
          {reading.candidates.length > 0 && (
            <bdi className={styles.quiet}>
              {words.unclear} {format.anyOf(reading.candidates.map(({ name }) => title(name)))}
            </bdi>
          )}
        </Fact>
        <Fact term={words.emotionTerm}>
          <Sure title={words.emotion[reading.emotion] ?? reading.emotion} confidence={reading.confidences.emotion} />
          <Because words={reading.reasons.emotion} />
        </Fact>
        <Fact term={words.urgencyTerm}>
          <Sure title={words.urgency[reading.urgency] ?? reading.urgency} confidence={reading.confidences.urgency} level={reading.urgency} />
          <Because words={reading.reasons.urgency} />
        </Fact>
        <Fact term={words.person}>{reading.wants_human ? words.asked : words.notAsked}</Fact>
        <Fact term={words.languageTerm}>{format.language(reading.language)}</Fact>
      </dl>
      <p className={styles.quiet}>{words.model(modelInWords(reading.model, words))}</p>
    </>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export function Guesses({ guesses, none }: { guesses: Guess[]; none: string }) {
  const title = useIntentTitle();
  if (!guesses.length) return <span>{none}</span>;
  return guesses.map(({ name, confidence }) => <Sure key={name} title={title(name)} confidence={confidence} />);
}

function Marked({ text, spans }: { text: string; spans: Understood["personal_data"] }) {
  const { t } = useText();
  if (!spans.length) return null;
  return (
    <p className={own.marked}>
      <bdi>
        {piecesOf(text, spans).map(({ text: piece, type }, index) =>
          type === null ? (
            piece
          ) : (
            <mark key={index} title={t.reading.data[type] ?? type}>
              {piece}
              <span className={own.type}>{t.reading.data[type] ?? type}</span>
            </mark>
          ),
        )}
      </bdi>
    </p>
  );
}
