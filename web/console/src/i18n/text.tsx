import { createContext, type ReactNode, useContext, useEffect, useMemo } from "react";
import { type Formats, formatsFor } from "../format/formats";
import { en } from "./en";
import { type Dictionary, es } from "./es";

export type Language = "es" | "en";

interface Text {
  language: Language;
  t: Dictionary;
  format: Formats;
}

const dictionaries: Record<Language, Dictionary> = { es, en };
/** Day before month, and a clock of 24 hours, as in most of the places where either language is spoken. */
const FORMATS: Record<Language, string> = { es: "es", en: "en-GB" };
const Context = createContext<Text | null>(null);

export function languageOf(locale: string | null | undefined): Language {
  return locale?.toLowerCase().startsWith("es") ? "es" : "en";
}

/** Who has not signed in yet gets the browser's language, if it is one of ours. */
export function browserLanguage(): Language {
  const wanted = navigator.languages.find((locale) => /^(es|en)\b/i.test(locale));
  return wanted ? languageOf(wanted) : "es";
}

export function TextProvider({ language, children }: { language: Language; children: ReactNode }) {
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const text = useMemo(() => ({ language, t: dictionaries[language], format: formatsFor(FORMATS[language], dictionaries[language]) }), [language]);
  return <Context value={text}>{children}</Context>;
}

export function useText(): Text {
  const text = useContext(Context);
  if (!text) throw new Error("useText needs a TextProvider above it");
  return text;
}
