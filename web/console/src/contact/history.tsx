import { Link } from "wouter";
import type { Contact, Summary, View } from "../api/types";
import { useText } from "../i18n/text";
import { placeOf } from "../shell/places";
import styles from "./lists.module.css";
import { Nothing, Section } from "./section";

export function History({ contact, openId, view }: { contact: Contact; openId: string; view: View }) {
  const { t } = useText();
  const hasOthers = contact.conversations.some(({ id }) => id !== openId);
  return (
    <Section title={t.contact.history}>
      {!hasOthers && <Nothing>{t.contact.noHistory}</Nothing>}
      {hasOthers && (
        <ul className={styles.list}>
          {contact.conversations.map((conversation) => (
            <li key={conversation.id}>
              <Past conversation={conversation} isOpen={conversation.id === openId} view={view} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Past({ conversation: { id, status, created_at, preview }, isOpen, view }: { conversation: Summary; isOpen: boolean; view: View }) {
  const { t, format } = useText();
  return (
    <Link href={placeOf(view, id)} className={styles.past} aria-current={isOpen ? "true" : undefined}>
      <span className={styles.pastHead}>
        <time dateTime={created_at}>{format.date(created_at)}</time>
        <span>{isOpen ? t.contact.thisOne : t.status[status]}</span>
      </span>
      <bdi className={styles.pastText}>{preview}</bdi>
    </Link>
  );
}
