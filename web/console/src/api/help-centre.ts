import { call } from "./client";

type Both = Partial<Record<"es" | "en", string>>;

export interface HelpCentre {
  enabled: boolean;
  title: Both;
  intro: Both;
  color: string;
  logo_url: string | null;
  domain: string | null;
  locales: string[];
  slug: string;
  /** Where it is read. */
  url: string | null;
}

export const getHelpCentre = () => call<HelpCentre>("GET", "/help-centre");
export const putHelpCentre = ({ url: _, ...settings }: HelpCentre) => call<HelpCentre>("PUT", "/help-centre", { body: settings });

export const getSynonyms = () => call<{ groups: string[][] }>("GET", "/synonyms").then(({ groups }) => groups);
export const putSynonyms = (groups: string[][]) => call<{ groups: string[][] }>("POST", "/synonyms", { body: { groups } }).then((saved) => saved.groups);
