import { describe, expect, it } from "vitest";
import { en } from "./en";
import { es } from "./es";

const plain = (texts: object) => Object.entries(texts).filter((entry): entry is [string, string] => typeof entry[1] === "string");

describe("texts", () => {
  it("exist in both languages and both forms, none of them empty", () => {
    for (const texts of [en, es("tu"), es("usted")]) {
      for (const [name, text] of plain(texts)) expect(text.trim(), name).not.toBe("");
    }
    expect(Object.keys(es("tu")).sort()).toEqual(Object.keys(en).sort());
  });

  it("never says tú to a customer who is addressed as usted", () => {
    const familiar = /\b(tu|tus|te|puedes|escribe|escribas|quieras|has|quita|vuelve|escríbenos|estás|hablas|elige|inténtalo|tendrás)\b/i;
    for (const [name, text] of plain(es("usted"))) expect(text, name).not.toMatch(familiar);
  });

  it("counts one and many", () => {
    expect(es("tu").toNew(1)).toBe("1 mensaje nuevo");
    expect(es("tu").toNew(2)).toBe("2 mensajes nuevos");
    expect(en.left(1)).toBe("1 character left");
  });
});
