import type { Macro, MacroActions } from "../api/types";
import type { Dictionary } from "../i18n/es";

/** Names are filled in; what we do not know stays as it stands, for the agent to see. */
export function filled(text: string, names: { contact: string; agent: string }): string {
  const known: Record<string, string> = { "contact.name": names.contact, "agent.name": names.agent };
  return text.replace(/\{\{\s*([\w.]+)\s*\}\}/gu, (whole, name: string) => known[name] ?? whole);
}

/** Those in the customer's language first. */
export function matching(macros: Macro[], wanted: string, locale: string): Macro[] {
  const needle = folded(wanted.replace(/^\//u, "").trim());
  const fits = (macro: Macro) => (!macro.locale || locale.startsWith(macro.locale) ? 0 : 1);
  return macros
    .filter((macro) => folded(`${macro.name} ${macro.text}`).includes(needle))
    .sort((a, b) => fits(a) - fits(b) || a.name.localeCompare(b.name));
}

const folded = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export function wordsFor(actions: MacroActions, { macro }: Dictionary): string[] {
  const words: string[] = [];
  if (actions.tag) words.push(macro.tag(actions.tag));
  if (actions.assign_me) words.push(macro.assign);
  if (actions.snooze_hours) words.push(macro.snooze(actions.snooze_hours));
  if (actions.resolve) words.push(macro.resolve);
  return words;
}
