import { expect, it } from "vitest";
import { leftInWords } from "./left-in-words";

it.each([
  ["line 12", "línea 12"],
  ["nlu item 3 (greet), example 2", "elemento 3 de nlu (greet), ejemplo 2"],
  ["the same as line 4", "repite lo de línea 4"],
  ["longer than 4,000 characters", "pasa de 4,000 caracteres"],
  ["3 examples were there already", "3 ejemplos ya estaban"],
  ["something new that nobody has translated", "something new that nobody has translated"],
])("%s is %s", (english, spanish) => {
  expect(leftInWords(english, "es")).toBe(spanish);
  expect(leftInWords(english, "en")).toBe(english);
});
