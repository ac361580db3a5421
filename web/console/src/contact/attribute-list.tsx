import { ActionIcon, Button, TextInput, UnstyledButton } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { changeContact } from "../api/calls";
import { keys } from "../api/keys";
import type { Contact } from "../api/types";
import { asText } from "../conversation/as-text";
import { useText } from "../i18n/text";
import styles from "./lists.module.css";
import { Nothing, Section } from "./section";

type Save = (attributes: Record<string, unknown>) => void;

export function AttributeList({ contact }: { contact: Contact }) {
  const { t } = useText();
  const [isAdding, setAdding] = useState(false);
  const save = useSaving(contact);
  const entries = Object.entries(contact.attributes).sort(([a], [b]) => a.localeCompare(b));
  const add = (
    <ActionIcon size={24} variant="subtle" color="gray" aria-label={t.contact.add} aria-expanded={isAdding} onClick={() => setAdding(!isAdding)}>
      <IconPlus size={15} />
    </ActionIcon>
  );
  return (
    <Section title={t.contact.attributes} action={add}>
      {entries.length === 0 && !isAdding && <Nothing>{t.contact.noAttributes}</Nothing>}
      <ul className={styles.list}>
        {entries.map(([name, value]) => (
          <Attribute key={name} name={name} value={asText(value)} save={save} />
        ))}
      </ul>
      {isAdding && <Adding taken={entries.map(([name]) => name)} save={save} onDone={() => setAdding(false)} />}
    </Section>
  );
}

function Attribute({ name, value, save }: { name: string; value: string; save: Save }) {
  const { t } = useText();
  const [editing, setEditing] = useState<string | null>(null);
  const finish = () => {
    if (editing !== null && editing.trim() !== value) save({ [name]: editing.trim() });
    setEditing(null);
  };
  return (
    <li className={styles.row}>
      <bdi className={styles.term} title={name}>
        {name}
      </bdi>
      {editing === null ? (
        <UnstyledButton className={styles.edit} onClick={() => setEditing(value)} aria-label={`${t.contact.editAttribute(name)}: ${value}`}>
          <bdi>{value || "—"}</bdi>
        </UnstyledButton>
      ) : (
        <TextInput
          size="xs" autoFocus aria-label={t.contact.editAttribute(name)} value={editing} onChange={(event) => setEditing(event.currentTarget.value)}
          onBlur={finish}
          onKeyDown={(event) => {
            if (event.key === "Enter") finish();
            if (event.key === "Escape") setEditing(null);
          }}
        />
      )}
      <ActionIcon size={24} variant="subtle" color="gray" className={styles.reveal ?? ""} aria-label={t.contact.deleteAttribute(name)} onClick={() => save({ [name]: null })}>
        <IconTrash size={14} />
      </ActionIcon>
    </li>
  );
}

function Adding({ taken, save, onDone }: { taken: string[]; save: Save; onDone: () => void }) {
  const { t } = useText();
  const [name, setName] = useState("");
  const [value, setValue] = useState("");
  const isTaken = taken.includes(name.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim() || isTaken) return;
    save({ [name.trim()]: value.trim() });
    onDone();
  };
  return (
    <form className={styles.form} onSubmit={submit} onKeyDown={(event) => event.key === "Escape" && onDone()}>
      <TextInput size="xs" autoFocus aria-label={t.contact.key} placeholder={t.contact.key} maxLength={60} value={name} error={isTaken && t.contact.keyTaken} onChange={(event) => setName(event.currentTarget.value)} />
      <TextInput size="xs" aria-label={t.contact.value} placeholder={t.contact.value} maxLength={500} value={value} onChange={(event) => setValue(event.currentTarget.value)} />
      <Button size="xs" type="submit" disabled={!name.trim() || isTaken}>
        {t.app.save}
      </Button>
    </form>
  );
}

/** Shown at once; put back, and said, when the server refuses. */
function useSaving(contact: Contact): Save {
  const { t } = useText();
  const queries = useQueryClient();
  const key = keys.contact(contact.id);
  const { mutate } = useMutation({
    mutationFn: (attributes: Record<string, unknown>) => changeContact(contact.id, { attributes }),
    onMutate: (change) => {
      const merged = Object.entries({ ...contact.attributes, ...change }).filter(([, value]) => value !== null);
      queries.setQueryData<Contact>(key, { ...contact, attributes: Object.fromEntries(merged) });
    },
    onError: () => notifications.show({ color: "red", message: t.contact.saveFailed, role: "alert" }),
    onSettled: () => void queries.invalidateQueries({ queryKey: key }),
  });
  return mutate;
}
