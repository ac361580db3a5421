import type { Locale } from "./locale";

/** What a request for a person says when it has to wait in the outbox. */
export const personRequest: Record<Locale, string> = {
  es: "Quiero hablar con una persona",
  en: "I want to talk to a person",
};
