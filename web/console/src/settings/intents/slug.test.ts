import { expect, it } from "vitest";
import { linesOf, slugOf } from "./slug";

it.each([
  ["¿Afilar un cuchillo?", "afilar_un_cuchillo"],
  ["  Señal & niño — 24 h ", "senal_nino_24_h"],
  ["日本", ""],
  ["x".repeat(80), "x".repeat(60)],
  [`${"a".repeat(59)} b`, "a".repeat(59)],
])("%s is called %s by programs", (title, name) => {
  expect(slugOf(title)).toBe(name);
});

it("takes each line once, without what is empty", () => {
  expect(linesOf(" uno \n\ndos\r\nuno\n  ")).toEqual(["uno", "dos"]);
});
