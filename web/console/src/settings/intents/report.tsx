import { Button } from "@mantine/core";
import { useState } from "react";
import type { IntentModel, Quality } from "../../api/types";
import { useText } from "../../i18n/text";
import { useIntentTitle } from "../../understanding/use-intents";
import styles from "./intents.module.css";
import { Meter } from "./meter";
import { byNeed } from "./quality";
import own from "./report.module.css";
import { Suspects } from "./suspects";
import { useIntentWords } from "./words";

const AT_ONCE = 12;

/** What cross-validation found of a version, in words first and then in figures. */
export function Report({ model, quality, mayWrite }: { model: IntentModel; quality: Quality; mayWrite: boolean }) {
  const words = useIntentWords().report;
  return (
    <section className={own.report} aria-label={words.title(model.version)}>
      <Whole quality={quality} />
      <Figures quality={quality} />
      <Confusions quality={quality} />
      <Suspects version={model.version} suspects={quality.suspects} mayWrite={mayWrite} />
    </section>
  );
}

function Whole({ quality }: { quality: Quality }) {
  const { format, t } = useText();
  const words = useIntentWords().report;
  const title = useIntentTitle();
  const hundred = (share: number) => format.number(Math.round(share * 100));
  const { refused, recall } = quality.out_of_scope;
  return (
    <div className={own.whole}>
      <p className={own.main}>{words.right(hundred(quality.accuracy), hundred(quality.accuracy_low ?? quality.accuracy), hundred(quality.accuracy_high ?? quality.accuracy))}</p>
      <p>
        {words.outOfScope(format.percent(refused))} {recall !== null && words.outRecall(format.percent(recall))}
      </p>
      {quality.too_few.length > 0 && <p className={own.warning}>{words.tooFew(t.reading.words(quality.too_few.map(title)))}</p>}
      <p>{quality.embeddings ? words.embeddings : words.words}</p>
    </div>
  );
}

function Figures({ quality }: { quality: Quality }) {
  const { format } = useText();
  const words = useIntentWords().report;
  const title = useIntentTitle();
  const [isWhole, setWhole] = useState(false);
  const sorted = byNeed(quality.intents);
  const shown = isWhole ? sorted : sorted.slice(0, AT_ONCE);
  return (
    <>
      <table className={own.figures}>
        <thead>
          <tr>
            <th scope="col">{words.intent}</th>
            <th scope="col">{words.quality}</th>
            <th scope="col" title={words.precisionHint}>{words.precision}</th>
            <th scope="col" title={words.recallHint}>{words.recall}</th>
            <th scope="col">{words.f1}</th>
            <th scope="col">{words.examples}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((intent) => (
            <tr key={intent.name}>
              <th scope="row">
                <bdi>{title(intent.name)}</bdi>
              </th>
              <td>
                <Meter quality={intent} />
              </td>
              <td>{format.percent(intent.precision)}</td>
              <td>{format.percent(intent.recall)}</td>
              <td>{format.percent(intent.f1)}</td>
              <td>{format.number(intent.examples)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {!isWhole && sorted.length > AT_ONCE && (
        <Button size="xs" variant="default" mt="xs" onClick={() => setWhole(true)}>
          {words.show(sorted.length)}
        </Button>
      )}
    </>
  );
}

function Confusions({ quality: { confusions } }: { quality: Quality }) {
  const { format, t } = useText();
  const words = useIntentWords().report;
  const title = useIntentTitle();
  return (
    <>
      <h3 className={styles.subtitle}>{words.confusions}</h3>
      {confusions.length === 0 && <p className={styles.quiet}>{words.noConfusions}</p>}
      <ul className={own.findings}>
        {confusions.map(({ a, b, share, because }) => (
          <li key={`${a} ${b}`}>
            <bdi>{words.confusion(title(a), title(b), format.percent(share))}</bdi> {because.length > 0 && <bdi>{words.because(t.reading.words(because))}</bdi>}
          </li>
        ))}
      </ul>
    </>
  );
}
