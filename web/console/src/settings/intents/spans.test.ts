import { expect, it } from "vitest";
import { piecesOf } from "./spans";

it("cuts by code points, so that an emoji before does not shift the mark", () => {
  const text = "👋🏽 soy Ana, 612345678";
  const start = [...text].indexOf("A");
  expect(piecesOf(text, [{ start, end: start + 3, type: "name" }]).find(({ type }) => type === "name")?.text).toBe("Ana");
});

it("keeps all of the text, in order, whatever it is given", () => {
  const spans = [{ start: 6, end: 9, type: "phone" }, { start: 0, end: 3, type: "name" }, { start: 1, end: 5, type: "email" }, { start: 50, end: 60, type: "ip" }, { start: 4, end: 4, type: "ip" }];
  const pieces = piecesOf("Ana y 612 más", spans);
  expect(pieces.map(({ text }) => text).join("")).toBe("Ana y 612 más");
  expect(pieces.filter(({ type }) => type).map(({ text }) => text)).toEqual(["Ana", "612"]);
});
