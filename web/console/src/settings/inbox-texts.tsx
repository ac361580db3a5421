import { Textarea } from "@mantine/core";
import type { Language } from "../i18n/text";
import type { Look } from "./inbox-look";
import { useWords } from "./use-words";

const LANGUAGES: Language[] = ["es", "en"];

/** Greeting and suggested questions, in both languages. */
export function Fields({ look, change }: { look: Look; change: (part: Partial<Look>) => void }) {
  const { inbox: words } = useWords();
  const named = { es: words.spanish, en: words.english };
  return LANGUAGES.map((language) => (
    <div key={language} lang={language}>
      <Textarea
        label={words.greeting(named[language])} autosize minRows={2} maxLength={500} value={look.greeting[language]} mb="sm"
        onChange={(event) => change({ greeting: { ...look.greeting, [language]: event.currentTarget.value } })}
      />
      <Textarea
        label={words.starters(named[language])} description={words.startersHint} autosize minRows={2} value={look.starters[language]}
        onChange={(event) => change({ starters: { ...look.starters, [language]: event.currentTarget.value } })}
      />
    </div>
  ));
}
