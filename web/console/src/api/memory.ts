import { call } from "./client";

export type FactKind = "language" | "country" | "product" | "level" | "tone" | "detail";

/** What is remembered of a contact: one value of each kind, with where it is from and until when it holds. */
export interface Remembered {
  kind: FactKind;
  value: string;
  source: { kind: "message" | "member" | "site"; id: string | null; name: string | null };
  said_at: string;
  expires_at: string | null;
}

const at = (contactId: string) => `/contacts/${encodeURIComponent(contactId)}/facts`;

export const getRemembered = (contactId: string) => call<{ facts: Remembered[] }>("GET", at(contactId)).then(({ facts }) => facts);
/** Without `kind` everything. What was said until now is not learnt again. */
export const forget = (contactId: string, kind?: FactKind) => call<void>("DELETE", at(contactId), { query: { kind } });
