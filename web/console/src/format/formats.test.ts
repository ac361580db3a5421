import { describe, expect, it } from "vitest";
import { en } from "../i18n/en";
import { es } from "../i18n/es";
import { daysBetween, formatsFor } from "./formats";

const spanish = formatsFor("es", es);
const english = formatsFor("en-GB", en);
const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute);

describe("times", () => {
  it("tick in seconds, then minutes, hours and days", () => {
    const since = at(21, 9);
    const after = (seconds: number) => spanish.elapsed(since.toISOString(), since.getTime() + seconds * 1000);
    expect([0, 59, 60, 3599, 3600, 47 * 3600, 48 * 3600].map(after)).toEqual(["0 s", "59 s", "1 min", "59 min", "1 h", "47 h", "2 d"]);
  });

  it("never run backwards when the server's clock is ahead", () => {
    expect(english.elapsed(at(21, 9, 1).toISOString(), at(21, 9).getTime())).toBe("0 s");
  });

  it("count days by the calendar, also over the change to winter time", () => {
    expect(daysBetween(new Date(2026, 9, 24, 23, 59), new Date(2026, 9, 25, 0, 1))).toBe(1);
    expect(daysBetween(new Date(2026, 9, 24, 12), new Date(2026, 9, 26, 12))).toBe(2);
  });

  it("name the days as people do", () => {
    const now = at(21, 12).getTime();
    expect(spanish.day(at(21, 1).toISOString(), now)).toBe("Hoy");
    expect(english.day(at(20, 23).toISOString(), now)).toBe("Yesterday");
    expect(spanish.day(at(18, 9).toISOString(), now)).toBe("Miércoles, 18 de noviembre");
  });
});

describe("counted words", () => {
  it("have the form of their number in both languages", () => {
    expect([0, 1, 2].map(es.list.found)).toEqual(["0 resultados", "1 resultado", "2 resultados"]);
    expect([0, 1, 2].map(en.list.unread)).toEqual(["0 unread", "1 unread", "2 unread"]);
    expect(es.composer.tooLong(1_000_000)).toBe("Sobran 1000000 caracteres");
  });
});
