import type { ConversationReading, Summary } from "../api/types";

export type MarkKind = "critical" | "high" | "angry" | "distressed" | "frustrated" | "person";

/** The one thing of a reading that a glance at the list should catch; mostly there is none. */
export function markOf({ reading, status, holder }: Pick<Summary, "reading" | "status" | "holder">): MarkKind | null {
  if (!reading || status === "resolved") return null;
  if (reading.urgency === "critical" || reading.urgency === "high") return reading.urgency;
  if (reading.emotion === "angry" || reading.emotion === "distressed" || reading.emotion === "frustrated") return reading.emotion;
  // Whoever is with a person already has what they asked for.
  return reading.wants_human && holder !== "agent" ? "person" : null;
}

const WORTH_SAYING = new Set(["confused", "frustrated", "angry", "distressed", "satisfied"]);

/** Everything of the reading that is out of the ordinary, most pressing first: labels, not words. */
export function remarkable({ urgency, emotion, wants_human }: Pick<ConversationReading, "urgency" | "emotion" | "wants_human">) {
  return {
    urgency: urgency === "critical" || urgency === "high" ? urgency : null,
    emotion: WORTH_SAYING.has(emotion) ? emotion : null,
    person: wants_human,
  };
}
