import { describe, expect, it } from "vitest";
import type { Message, Reading } from "../api/types";
import { formatsFor } from "../format/formats";
import { en } from "../i18n/en";
import { es } from "../i18n/es";
import { courseInWords, moodsOf, surenessOf } from "./mood";

const now = new Date(2026, 10, 21, 12, 0).getTime();
const today = new Date(2026, 10, 21, 10, 42).toISOString();
const english = (course: string, since: string | null, emotion = "angry") => courseInWords(course, since, emotion, en.reading, formatsFor("en-GB", en), now);
const spanish = (course: string, since: string | null, emotion = "angry") => courseInWords(course, since, emotion, es.reading, formatsFor("es", es), now);

describe("the course of a mood", () => {
  it("is said with its beginning", () => {
    expect(english("rising", today)).toBe("getting worse since 10:42");
    expect(spanish("rising", today)).toBe("empeora desde las 10:42");
    expect(spanish("falling", new Date(2026, 10, 21, 1, 5).toISOString())).toBe("mejora desde la 01:05");
  });

  it("names the day where it began before today", () => {
    expect(spanish("steady", new Date(2026, 10, 19, 9, 0).toISOString())).toContain("así desde el 19 nov");
  });

  it("is not said of a mood that is plain and stays so", () => {
    expect(english("steady", today, "neutral")).toBe("");
    expect(english("falling", today, "neutral")).not.toBe("");
  });

  it("does without a beginning, and without a course that is not known", () => {
    expect(english("rising", null)).toBe("getting worse");
    expect(english("sideways", today)).toBe("");
  });
});

describe("moods of messages", () => {
  const message = (id: string, emotion: string | null) => ({ id, reading: emotion && ({ emotion } as Reading) }) as Message;

  it("are those of messages that were read, the last twelve", () => {
    const many = Array.from({ length: 20 }, (_, index) => message(`m${index}`, index % 2 ? "neutral" : null));
    expect(moodsOf([message("a", "satisfied"), message("b", null), message("c", "angry")]).map(({ weight }) => weight)).toEqual([0, 4]);
    expect(moodsOf([...many, ...many]).length).toBe(12);
  });

  it("take an emotion that is not known for a plain one", () => {
    expect(moodsOf([message("a", "puzzled")])[0]?.weight).toBe(1);
  });
});

it("confidence is said in four words", () => {
  expect([0.95, 0.9, 0.8, 0.5, 0.2].map(surenessOf)).toEqual(["sure", "sure", "likely", "possible", "doubtful"]);
});
