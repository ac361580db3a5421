import type { Message } from "../api/types";
import { daysBetween, type Formats } from "../format/formats";
import type { ReadingWords } from "../i18n/reading";

/** How heavy a mood weighs, from 0 (well) to 4 (very badly). */
const WEIGHT: Record<string, number> = { satisfied: 0, neutral: 1, confused: 2, frustrated: 3, angry: 4, distressed: 4 };
const MOST = 12;

export interface Beat {
  id: string;
  emotion: string;
  weight: number;
}

/** The moods of the customer's last messages, oldest first. */
export function moodsOf(messages: Message[]): Beat[] {
  return messages
    .flatMap(({ id, reading }) => (reading ? [{ id, emotion: reading.emotion, weight: WEIGHT[reading.emotion] ?? 1 }] : []))
    .slice(-MOST);
}

/** "getting worse since 10:42". A mood that is neither new nor heavy has no course worth a word. */
export function courseInWords(course: string, since: string | null, emotion: string, words: ReadingWords, format: Formats, now: number): string {
  if (course === "steady" && emotion === "neutral") return "";
  if (!since) return words.courseAlone[course] ?? "";
  const isToday = daysBetween(new Date(since), new Date(now)) === 0;
  return words.course[course]?.(words.at(isToday ? format.clock(since) : format.full(since), isToday)) ?? "";
}

export type Sureness = "sure" | "likely" | "possible" | "doubtful";

export function surenessOf(confidence: number): Sureness {
  if (confidence >= 0.9) return "sure";
  if (confidence >= 0.7) return "likely";
  return confidence >= 0.45 ? "possible" : "doubtful";
}
