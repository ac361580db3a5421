import { CloseButton, UnstyledButton } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import type { Correction, Message, Reading } from "../api/types";
import { useText } from "../i18n/text";
import { useMe } from "../live/use-desk";
import { type Label, Chooser } from "./chooser";
import styles from "./reading-details.module.css";
import { Because, modelInWords, Sure } from "./sure";
import { useCorrect } from "./use-correct";
import { useFocusHere } from "./use-focus-here";
import { useIntentTitle } from "./use-intents";

interface Props {
  message: Message;
  reading: Reading;
  close: () => void;
}

/** The whole reading of one message. Every label is a door to setting it right. */
export default function ReadingDetails({ message, reading, close }: Props) {
  const [choosing, setChoosing] = useState<Label | null>(null);
  const [last, setLast] = useState<Label>("intent");
  const correct = useCorrect(message);
  const take = (correction: Correction, done: string) => {
    setChoosing(null);
    void correct(reading, correction, done);
  };
  if (choosing) return <Chooser label={choosing} reading={reading} onTake={take} onBack={() => setChoosing(null)} />;
  const choose = (label: Label) => {
    setLast(label);
    setChoosing(label);
  };
  return <Overview reading={reading} choose={choose} focused={last} take={take} close={close} />;
}

interface OverviewProps {
  reading: Reading;
  choose: (label: Label) => void;
  focused: Label;
  take: (correction: Correction, done: string) => void;
  close: () => void;
}

function Overview({ reading, choose, focused, take, close }: OverviewProps) {
  const { t, format } = useText();
  const words = t.reading;
  const title = useIntentTitle();
  const emotion = words.emotion[reading.emotion] ?? reading.emotion;
  const urgency = words.urgency[reading.urgency] ?? reading.urgency;
  const door = (label: Label, term: string) => ({
    term, isCorrected: reading.corrected.includes(label), isFocused: focused === label, onOpen: () => choose(label),
  });
  return (
    <div className={styles.details} ref={useFocusHere()}>
      <div className={styles.top}>
        <h3>{words.ofMessage}</h3>
        <CloseButton size={26} aria-label={t.app.close} onClick={close} />
      </div>
      <Row {...door("intent", words.intent)}>
        {reading.intents.map(({ name, confidence }) => (
          <Sure key={name} title={title(name)} confidence={reading.corrected.includes("intent") ? null : confidence} />
        ))}
        {reading.intents.length === 0 && <span>{words.none}</span>}
      </Row>
      {reading.candidates.length > 0 && <Candidates reading={reading} take={take} />}
      <Row {...door("emotion", words.emotionTerm)}>
        <Sure title={emotion} confidence={reading.corrected.includes("emotion") ? null : reading.confidences.emotion} />
        <Because words={reading.reasons.emotion} />
      </Row>
      <Row {...door("urgency", words.urgencyTerm)}>
        <Sure title={urgency} confidence={reading.corrected.includes("urgency") ? null : reading.confidences.urgency} level={reading.urgency} />
        <Because words={reading.reasons.urgency} />
      </Row>
      <Row {...door("wants_human", words.person)}>{reading.wants_human ? words.asked : words.notAsked}</Row>
      <Row {...door("language", words.languageTerm)}>{format.language(reading.language)}</Row>
      <PersonalData spans={reading.personal_data} />
      <Origin reading={reading} />
    </div>
  );
}

interface RowProps {
  term: string;
  isCorrected: boolean;
  isFocused: boolean;
  onOpen: () => void;
  children: ReactNode;
}

function Row({ term, isCorrected, isFocused, onOpen, children }: RowProps) {
  const { t } = useText();
  return (
    <UnstyledButton className={styles.door} onClick={onOpen} data-autofocus={isFocused || undefined}>
      <span className={styles.term}>{term}</span>
      <span className={styles.value}>
        {children}
        {isCorrected && <span className={styles.fixed}>{t.reading.correctedMark}</span>}
      </span>
      <span className="unseen">{t.reading.change}</span>
      <IconChevronRight size={15} aria-hidden className={styles.turn} />
    </UnstyledButton>
  );
}

function Candidates({ reading, take }: { reading: Reading; take: (correction: Correction, done: string) => void }) {
  const { t } = useText();
  const title = useIntentTitle();
  return (
    <div className={styles.candidates} role="group" aria-label={t.reading.unclear}>
      <span>{t.reading.unclear}</span>
      {reading.candidates.map(({ name }) => (
        <UnstyledButton key={name} className={styles.candidate} onClick={() => take({ intent: name }, t.reading.saved(t.reading.intent, title(name)))}>
          <bdi>{title(name)}</bdi>
        </UnstyledButton>
      ))}
    </div>
  );
}

function PersonalData({ spans }: { spans: Reading["personal_data"] }) {
  const { t } = useText();
  if (!spans.length) return null;
  const counts = new Map<string, number>();
  for (const { type } of spans) counts.set(type, (counts.get(type) ?? 0) + 1);
  const named = [...counts].map(([type, n]) => t.reading.count(n, t.reading.data[type] ?? type));
  return (
    <div className={styles.fact}>
      <span className={styles.term}>{t.reading.dataTerm}</span>
      <span className={styles.value}>{named.join(", ")}</span>
    </div>
  );
}

function Origin({ reading: { model, corrected, corrected_by } }: { reading: Reading }) {
  const { t } = useText();
  const me = useMe();
  const by = !corrected_by ? t.reading.corrected : corrected_by.id === me.member.id ? t.reading.correctedByMe : t.reading.correctedBy(corrected_by.name);
  return (
    <p className={styles.origin}>
      {corrected.length > 0 && <bdi>{by}</bdi>}
      <bdi>{t.reading.model(modelInWords(model, t.reading))}</bdi>
    </p>
  );
}
