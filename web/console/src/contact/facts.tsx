import type { ReactNode } from "react";
import type { Contact } from "../api/types";
import { safeAddress } from "../conversation/safe-html";
import { useText } from "../i18n/text";
import styles from "./lists.module.css";
import { Section } from "./section";

export function Facts({ contact }: { contact: Contact }) {
  const { t, format } = useText();
  return (
    <Section title={t.contact.about}>
      <dl className={styles.list}>
        <Fact term={t.contact.page}>{contact.page ? <Page page={contact.page} /> : t.contact.noPage}</Fact>
        {contact.locale && <Fact term={t.contact.locale}>{format.language(contact.locale)}</Fact>}
        <Fact term={t.contact.since}>{format.date(contact.created_at)}</Fact>
        {contact.last_seen_at && <Fact term={t.contact.seen}>{format.full(contact.last_seen_at)}</Fact>}
      </dl>
    </Section>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}

function Page({ page: { url, title } }: { page: NonNullable<Contact["page"]> }) {
  const address = safeAddress(url);
  const name = <bdi>{title || url}</bdi>;
  if (!address) return name;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer" title={url}>
      {name}
    </a>
  );
}
