type Forms = { one: string; other: string };

/** The form of a counted phrase. Spanish has a form "many" (un millón de…), which our phrases word like "other". */
export function plural(locale: string): (n: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(locale);
  return (n, forms) => (rules.select(n) === "one" ? forms.one : forms.other);
}
