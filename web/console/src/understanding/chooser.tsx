import { ActionIcon, Button, Loader, TextInput, UnstyledButton } from "@mantine/core";
import { IconCheck, IconChevronLeft } from "@tabler/icons-react";
import { type KeyboardEvent, useId, useState } from "react";
import type { Correction, Reading } from "../api/types";
import { useText } from "../i18n/text";
import { groupsOf } from "./intents";
import styles from "./reading-details.module.css";
import { useFocusHere } from "./use-focus-here";
import { useIntents } from "./use-intents";

export type Label = "intent" | "emotion" | "urgency" | "wants_human" | "language";

const EMOTIONS = ["neutral", "confused", "frustrated", "angry", "distressed", "satisfied"];
const URGENCIES = ["critical", "high", "normal", "low"];
const LANGUAGES = ["es", "en", "ca", "gl", "eu", "pt", "fr", "de", "it"];

interface Props {
  label: Label;
  reading: Reading;
  onTake: (correction: Correction, done: string) => void;
  onBack: () => void;
}

/** What a label may be instead. One click sets it right. */
export function Chooser({ label, reading, onTake, onBack }: Props) {
  const { t } = useText();
  const { term, choices, isCurrent, correctionOf } = useChoices(label, reading);
  const heading = useId();
  return (
    <div className={styles.details} ref={useFocusHere()} onKeyDown={(event) => goBack(event, onBack)}>
      <div className={styles.top}>
        <ActionIcon size={26} variant="subtle" color="gray" aria-label={t.app.back} onClick={onBack}>
          <IconChevronLeft size={17} />
        </ActionIcon>
        <h3 id={heading}>{t.reading.choose(term)}</h3>
      </div>
      {label === "intent" ? (
        <Intents current={reading.intents[0]?.name ?? null} onTake={(name, title) => onTake({ intent: name }, t.reading.saved(term, title))} />
      ) : (
        <ul className={styles.choices} aria-labelledby={heading} onKeyDown={rove}>
          {choices.map(({ value, title }, index) => (
            <li key={value}>
              <Choice title={title} isCurrent={isCurrent(value)} isFirst={index === 0} onTake={() => onTake(correctionOf(value), t.reading.saved(term, title))} />
            </li>
          ))}
        </ul>
      )}
      <p className={styles.origin}>{t.reading.pickHint}</p>
    </div>
  );
}

function useChoices(label: Label, reading: Reading) {
  const { t, format } = useText();
  const words = t.reading;
  const titled = (values: string[], title: (value: string) => string) => values.map((value) => ({ value, title: title(value) }));
  const plain = { isCurrent: (value: string) => reading[label as "emotion"] === value, correctionOf: (value: string): Correction => ({ [label]: value }) };
  switch (label) {
    case "emotion":
      return { ...plain, term: words.emotionTerm, choices: titled(EMOTIONS, (value) => words.emotion[value] ?? value) };
    case "urgency":
      return { ...plain, term: words.urgencyTerm, choices: titled(URGENCIES, (value) => words.urgency[value] ?? value) };
    case "language":
      return { ...plain, term: words.languageTerm, choices: titled(LANGUAGES, format.language) };
    case "wants_human":
      return {
        term: words.person, choices: [{ value: "yes", title: words.asked }, { value: "no", title: words.notAsked }],
        isCurrent: (value: string) => reading.wants_human === (value === "yes"), correctionOf: (value: string): Correction => ({ wants_human: value === "yes" }),
      };
    default:
      return { ...plain, term: words.intent, choices: [] };
  }
}

function Choice({ title, isCurrent, isFirst, onTake }: { title: string; isCurrent: boolean; isFirst: boolean; onTake: () => void }) {
  return (
    <UnstyledButton className={styles.choice} aria-pressed={isCurrent} data-autofocus={isFirst || undefined} onClick={onTake}>
      <bdi>{title}</bdi>
      {isCurrent && <IconCheck size={15} aria-hidden />}
    </UnstyledButton>
  );
}

/** Drawn once the intents are there; its field takes the focus then. */
function Intents({ current, onTake }: { current: string | null; onTake: (name: string | null, title: string) => void }) {
  const { t, language } = useText();
  const { known, isPending, isError, retry } = useIntents();
  const [wanted, setWanted] = useState("");
  if (isPending) return <Loader type="dots" size="sm" m="md" role="status" aria-label={t.app.loading} />;
  if (isError) return <Failed retry={retry} />;
  const groups = groupsOf(known, language, t.reading.ownIntents, wanted);
  const first = groups[0]?.choices[0];
  return (
    <>
      <TextInput
        size="xs" mx={8} mb={4} data-autofocus aria-label={t.reading.find} placeholder={t.reading.find} value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          // What takes the focus next must not be pressed by the same key.
          event.preventDefault();
          if (wanted.trim() && first) onTake(first.name, first.title);
        }}
      />
      <div className={styles.scroll} onKeyDown={rove}>
        {groups.map(({ label, choices }) => (
          <div key={label} role="group" aria-label={label}>
            <p className={styles.group} aria-hidden>{label}</p>
            <ul className={styles.choices}>
              {choices.map(({ name, title }) => (
                <li key={name}>
                  <Choice title={title} isCurrent={name === current} isFirst={false} onTake={() => onTake(name, title)} />
                </li>
              ))}
            </ul>
          </div>
        ))}
        {groups.length === 0 && <p className={styles.nothing} role="status">{t.reading.nothingFound}</p>}
        {!wanted.trim() && <Choice title={t.reading.none} isCurrent={current === null} isFirst={false} onTake={() => onTake(null, t.reading.none)} />}
      </div>
    </>
  );
}

function Failed({ retry }: { retry: () => void }) {
  const { t } = useText();
  return (
    <div className={styles.nothing} role="alert">
      <p>{t.reading.loadFailed}</p>
      <Button size="xs" variant="default" onClick={retry}>
        {t.app.retry}
      </Button>
    </div>
  );
}

/** Escape goes one step back, not out of the whole reading. */
function goBack(event: KeyboardEvent, onBack: () => void): void {
  if (event.key !== "Escape") return;
  event.stopPropagation();
  onBack();
}

/** Arrow keys move among the choices. */
function rove(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>("button")];
  event.preventDefault();
  all[Math.max(0, Math.min(all.length - 1, all.indexOf(document.activeElement as HTMLElement) + step))]?.focus();
}
