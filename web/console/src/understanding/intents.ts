import type { Intent, ShippedIntent, Topic } from "../api/types";
import type { Language } from "../i18n/text";

export interface Choice {
  name: string;
  title: string;
}

export interface ChoiceGroup {
  label: string;
  choices: Choice[];
}

interface Known {
  own: Intent[];
  topics: Topic[];
  shipped: ShippedIntent[];
}

/** What an intent is called. One that is no longer known keeps its name, made readable. */
export function titlesOf({ own, shipped }: Known, language: Language): (name: string) => string {
  const titles = new Map(shipped.map((intent) => [intent.name, intent.title[language]]));
  for (const { name, title } of own) titles.set(name, title);
  return (name) => titles.get(name) ?? readable(name);
}

export function readable(name: string): string {
  const words = name.replace(/[_-]+/g, " ").trim();
  return words ? words.charAt(0).toUpperCase() + words.slice(1) : name;
}

/** The workspace's own first, then those that come with Relevo, by topic; only what matches. */
export function groupsOf({ own, topics, shipped }: Known, language: Language, ownLabel: string, wanted = ""): ChoiceGroup[] {
  const fits = ({ name, title }: Choice) => folded(`${title} ${name}`).includes(folded(wanted.trim()));
  const byTitle = (a: Choice, b: Choice) => a.title.localeCompare(b.title, language);
  const ownTopics = [...topics.map(({ id, title }) => ({ id: id as string | null, topic: title })), { id: null, topic: "" }];
  const ownGroups = ownTopics.map(({ id, topic }) => ({
    label: [ownLabel, topic].filter(Boolean).join(" · "),
    choices: own.filter(({ topic_id }) => (topic_id ?? null) === id).map(({ name, title: called }) => ({ name, title: called })),
  }));
  const taken = new Set(own.map(({ name }) => name));
  const shippedGroups = [...new Set(shipped.map(({ topic }) => topic[language]))].map((label) => ({
    label,
    choices: shipped
      .filter((intent) => intent.topic[language] === label && !taken.has(intent.name))
      .map(({ name, title }) => ({ name, title: title[language] })),
  }));
  return [...ownGroups, ...shippedGroups]
    .map(({ label, choices }) => ({ label, choices: choices.filter(fits).sort(byTitle) }))
    .filter(({ choices }) => choices.length > 0);
}

export const folded = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
