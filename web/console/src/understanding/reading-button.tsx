import { Popover, UnstyledButton } from "@mantine/core";
import { IconAlertTriangle, IconMoodAngry, IconMoodConfuzed, IconMoodSad, IconMoodSmile, IconMoodUnamused, IconTag, IconUrgent, IconUser } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import type { Message, Reading } from "../api/types";
import { useText } from "../i18n/text";
import { remarkable } from "./marks";
import styles from "./reading.module.css";
import { useIntentTitle } from "./use-intents";

const ReadingDetails = lazy(() => import("./reading-details"));

const moods: Record<string, typeof IconTag> = {
  confused: IconMoodConfuzed, frustrated: IconMoodUnamused, angry: IconMoodAngry, distressed: IconMoodSad, satisfied: IconMoodSmile,
};

/** Beside a customer's message: that it was read, and how, for whoever wants to know. */
export function ReadingButton({ message, reading }: { message: Message; reading: Reading }) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const words = useWordsOf(reading);
  return (
    <Popover
      opened={isOpen} onChange={setOpen} width={380} position="bottom-start" shadow="md" trapFocus returnFocus withinPortal withRoles={false} closeOnEscape={false}
      middlewares={{ shift: { padding: 8 }, flip: { padding: 8 }, size: { padding: 8 } }}
    >
      <Popover.Target>
        <UnstyledButton
          className={styles.button} data-quiet={isQuiet(reading) || undefined} data-spot="reading" title={words} aria-label={t.reading.open(words)}
          aria-haspopup="dialog" aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <Icons reading={reading} />
        </UnstyledButton>
      </Popover.Target>
      {/* Escape is heard here, and not before the choices have heard it. */}
      <Popover.Dropdown className={styles.popover ?? ""} role="dialog" aria-label={t.reading.ofMessage} onKeyDown={(event) => event.key === "Escape" && setOpen(false)}>
        <Suspense fallback={<div className={styles.coming} />}>{isOpen && <ReadingDetails message={message} reading={reading} close={() => setOpen(false)} />}</Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}

function isQuiet(reading: Reading): boolean {
  const { urgency, emotion, person } = remarkable(reading);
  return !urgency && !emotion && !person;
}

/** At most two: how pressing, and the mood. */
function Icons({ reading }: { reading: Reading }) {
  const { urgency, emotion, person } = remarkable(reading);
  const Mood = emotion && moods[emotion];
  return (
    <>
      {urgency === "critical" && <IconAlertTriangle size={16} stroke={1.7} aria-hidden data-tone="danger" />}
      {urgency === "high" && <IconUrgent size={16} stroke={1.7} aria-hidden data-tone="wait" />}
      {Mood && <Mood size={16} stroke={1.7} aria-hidden />}
      {!urgency && !Mood && (person ? <IconUser size={16} stroke={1.7} aria-hidden /> : <IconTag size={15} stroke={1.6} aria-hidden />)}
    </>
  );
}

function useWordsOf(reading: Reading): string {
  const { t, format } = useText();
  const title = useIntentTitle();
  const { urgency, emotion, person } = remarkable(reading);
  const intents = reading.intents.map(({ name }) => title(name));
  return [
    intents.length ? format.list(intents) : t.reading.none,
    emotion && t.reading.emotionSaid(t.reading.emotion[emotion] ?? emotion),
    urgency && t.reading.urgencySaid(t.reading.urgency[urgency] ?? urgency),
    person && t.reading.personSaid,
    reading.corrected.length > 0 && t.reading.correctedMark,
  ].filter(Boolean).join(", ");
}
