export type Locale = "es" | "en";

/** The first language of the list that the widget speaks; English when it speaks none of them. */
export function chooseLocale(candidates: readonly (string | null | undefined)[]): Locale {
  for (const candidate of candidates) {
    const language = candidate?.trim().toLowerCase().split(/[-_]/)[0];
    if (language === "es" || language === "en") return language;
  }
  return "en";
}

/** What the site says comes first, then the page, then the browser. */
export function pageLocale(setting: string | undefined): Locale {
  return chooseLocale([setting, document.documentElement.lang, ...(navigator.languages ?? [navigator.language])]);
}
