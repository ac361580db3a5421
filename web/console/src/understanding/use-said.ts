import type { ConversationReading } from "../api/types";
import { useNow } from "../format/now";
import { useText } from "../i18n/text";
import { remarkable } from "./marks";
import { courseInWords } from "./mood";

const MINUTE = 60_000;

/** What is out of the ordinary, in one sentence: "critical urgency, distressed, getting worse since 10:42". */
export function useSaid(): (reading: ConversationReading) => string {
  const { t, format } = useText();
  const now = useNow(MINUTE);
  return (reading) => {
    const { urgency, emotion, person } = remarkable(reading);
    const course = emotion ? courseInWords(reading.course, reading.since, emotion, t.reading, format, now) : "";
    const parts = [
      urgency && t.reading.urgencySaid(t.reading.urgency[urgency] ?? urgency),
      emotion && t.reading.emotionSaid(t.reading.emotion[emotion] ?? emotion),
      course,
      person && t.reading.personSaid,
    ].filter(Boolean);
    const sentence = parts.join(", ");
    return sentence.charAt(0).toUpperCase() + sentence.slice(1);
  };
}
