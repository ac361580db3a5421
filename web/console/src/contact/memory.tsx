import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { keys } from "../api/keys";
import { type FactKind, forget, getRemembered, type Remembered } from "../api/memory";
import { useText } from "../i18n/text";
import { sayFailed } from "../settings/parts";
import styles from "./lists.module.css";
import { Section } from "./section";

/** What the assistant remembers of a contact. Nothing is shown where there is nothing. */
export function Memory({ contactId }: { contactId: string }) {
  const { t } = useText();
  const queries = useQueryClient();
  const facts = useQuery({ queryKey: keys.remembered(contactId), queryFn: () => getRemembered(contactId), retry: false });
  const forgetting = useMutation({
    mutationFn: (kind: FactKind) => forget(contactId, kind),
    onError: () => sayFailed(t.memory.failed),
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.remembered(contactId) }),
  });
  if (!facts.data?.length) return null;
  return (
    <Section title={t.memory.title}>
      <dl className={styles.list}>
        {facts.data.map((fact) => (
          <Fact key={fact.kind} fact={fact} onForget={() => forgetting.mutate(fact.kind)} />
        ))}
      </dl>
    </Section>
  );
}

function Fact({ fact, onForget }: { fact: Remembered; onForget: () => void }) {
  const { t, format, language } = useText();
  const { kind, value, source, said_at, expires_at } = fact;
  const term = t.memory.kind[kind];
  const shown =
    kind === "language" ? format.language(value)
    : kind === "country" ? (new Intl.DisplayNames(language === "es" ? "es" : "en-GB", { type: "region" }).of(value.toUpperCase()) ?? value)
    : (t.memory.value[value] ?? value);
  const origin = [source.kind === "member" ? (source.name ?? t.memory.byMember) : t.memory.from[source.kind], format.date(said_at), expires_at ? t.memory.until(format.date(expires_at)) : ""];
  return (
    <div className={styles.row} title={origin.filter(Boolean).join(" · ")}>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>
        <bdi>{shown}</bdi>
      </dd>
      <ActionIcon size={24} variant="subtle" color="gray" className={styles.reveal ?? ""} aria-label={`${t.memory.forget}: ${term}`} onClick={onForget}>
        <IconX size={14} />
      </ActionIcon>
    </div>
  );
}
