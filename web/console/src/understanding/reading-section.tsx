import { ActionIcon, Tooltip } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { type ReactNode, useMemo } from "react";
import type { ConversationReading, Summary } from "../api/types";
import { Nothing, Section } from "../contact/section";
import lists from "../contact/lists.module.css";
import { useNow } from "../format/now";
import { useText } from "../i18n/text";
import { useThread } from "../live/use-desk";
import { screen, spots } from "../shell/screen";
import { courseInWords, moodsOf } from "./mood";
import styles from "./reading.module.css";
import { Trend } from "./trend";
import { useIntentTitle } from "./use-intents";

/** What was understood of the conversation so far, beside it. */
export function ReadingSection({ conversation }: { conversation: Summary }) {
  const { t } = useText();
  const { reading } = conversation;
  const correct = () => {
    // On narrow screens the panel lies over the message.
    screen.apply({ drawer: false });
    window.setTimeout(spots.reading, 0);
  };
  const action = reading && (
    <Tooltip label={`${t.reading.correctLast} · C`}>
      <ActionIcon size={24} variant="subtle" color="gray" aria-label={t.reading.correctLast} onClick={correct}>
        <IconPencil size={15} />
      </ActionIcon>
    </Tooltip>
  );
  return (
    <Section title={t.reading.ofConversation} action={action}>
      {reading ? <Facts reading={reading} id={conversation.id} /> : <Nothing>{t.reading.nothing}</Nothing>}
    </Section>
  );
}

function Facts({ reading, id }: { reading: ConversationReading; id: string }) {
  const { t, format } = useText();
  const words = t.reading;
  return (
    <dl className={lists.list}>
      <Fact term={words.intent}>
        <Intents reading={reading} />
      </Fact>
      <Fact term={words.emotionTerm}>
        <Mood reading={reading} id={id} />
      </Fact>
      <Fact term={words.urgencyTerm}>
        <span className={styles.level} data-level={reading.urgency}>
          {words.urgency[reading.urgency] ?? reading.urgency}
        </span>
        {reading.urgency_reason && <bdi className={styles.reason}>{reading.urgency_reason}</bdi>}
      </Fact>
      {reading.wants_human && <Fact term={words.person}>{words.asked}</Fact>}
      <Fact term={words.languageTerm}>{format.language(reading.language)}</Fact>
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className={lists.row}>
      <dt className={lists.term}>{term}</dt>
      <dd className={lists.value}>{children}</dd>
    </div>
  );
}

function Intents({ reading: { intent, intents } }: { reading: ConversationReading }) {
  const { t } = useText();
  const title = useIntentTitle();
  const names = [...new Set([intent, ...intents])].filter((name) => name !== null);
  if (!names.length) return <span className={styles.soft}>{t.reading.none}</span>;
  return names.slice(0, 4).map((name, index) => (
    <bdi key={name} className={index ? styles.earlier : styles.now}>
      {title(name)}
    </bdi>
  ));
}

function Mood({ reading: { emotion, course, since }, id }: { reading: ConversationReading; id: string }) {
  const { t, format } = useText();
  const now = useNow(60_000);
  const { messages } = useThread(id);
  const beats = useMemo(() => moodsOf(messages), [messages]);
  const words = courseInWords(course, since, emotion, t.reading, format, now);
  return (
    <>
      <span className={styles.mood}>
        {t.reading.emotion[emotion] ?? emotion}
        <Trend beats={beats} />
      </span>
      {words && <span className={styles.reason}>{words}</span>}
    </>
  );
}
