import { expect, it } from "vitest";
import { validityOf } from "./validity";

const now = Date.parse("2026-11-21T12:00:00Z");

it.each([
  [null, null, "always"],
  ["2026-12-01T00:00:00Z", null, "scheduled"],
  [null, "2026-12-01T00:00:00Z", "ending"],
  ["2026-01-01T00:00:00Z", "2026-11-21T12:00:00Z", "over"],
])("holds from %s until %s: %s", (valid_from, valid_until, state) => {
  expect(validityOf({ valid_from, valid_until }, now).state).toBe(state);
});
