import { describe, expect, it } from "vitest";
import type { Macro } from "../api/types";
import { en } from "../i18n/en";
import { filled, matching, wordsFor } from "./macro-text";

const macro = (name: string, locale: string | null, text = ""): Macro => ({ id: name, name, locale, text, actions: {} });

describe("a macro", () => {
  it("greets by name, and leaves alone what it cannot fill", () => {
    expect(filled("Hola, {{contact.name}}. {{ agent.name }} / {{order.id}}", { contact: "Ana $&", agent: "Marta" })).toBe(
      "Hola, Ana $&. Marta / {{order.id}}",
    );
  });

  it("is found without accents, those in the customer's language first", () => {
    const found = matching([macro("Return", "en", "devolución"), macro("Devolución", "es")], "/devolucion", "es-MX");
    expect(found.map(({ name }) => name)).toEqual(["Devolución", "Return"]);
  });

  it("says what else it will do", () => {
    expect(wordsFor({ resolve: true, snooze_hours: 1 }, en)).toEqual(["snoozes it for 1 hour", "resolves the conversation"]);
  });
});
