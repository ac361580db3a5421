import { describe, expect, it } from "vitest";
import { presets } from "./snooze-times";

const offered = (now: Date) => Object.fromEntries(presets(now).map(({ name, until }) => [name, until]));

describe("the times offered for snoozing", () => {
  it("always lie ahead", () => {
    for (let hour = 0; hour < 24 * 14; hour++) {
      const now = new Date(2026, 10, 16, hour, 30);
      for (const { until } of presets(now)) expect(until.getTime()).toBeGreaterThan(now.getTime());
    }
  });

  it("name a Monday that is one, also on a Monday and on a Sunday", () => {
    for (let day = 15; day < 30; day++) expect(offered(new Date(2026, 10, day, 12)).monday?.getDay()).toBe(1);
  });

  it("begin the morning at nine", () => {
    expect(offered(new Date(2026, 10, 21, 23, 59)).tomorrow?.getHours()).toBe(9);
  });
});
