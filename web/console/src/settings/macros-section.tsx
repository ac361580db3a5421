import { ActionIcon, Button } from "@mantine/core";
import { IconPencil, IconPlus, IconTrash } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { deleteMacro, getMacros } from "../api/calls";
import { keys } from "../api/keys";
import type { Macro } from "../api/types";
import { useText } from "../i18n/text";
import { useMe } from "../live/use-desk";
import { MacroForm } from "./macro-form";
import { Confirm, Fetched, sayFailed, Top } from "./parts";
import styles from "./settings.module.css";
import { useWords } from "./use-words";

export function MacrosSection() {
  const words = useWords();
  const mayWrite = useMe().member.role !== "agent";
  const [editing, setEditing] = useState<Macro | "new" | null>(null);
  const macros = useQuery({ queryKey: keys.macros, queryFn: getMacros });
  const add = mayWrite && (
    <Button size="xs" leftSection={<IconPlus size={15} />} onClick={() => setEditing("new")}>
      {words.macros.add}
    </Button>
  );
  return (
    <>
      <Top title={words.sections.macros} lead={words.macros.lead} action={add} />
      <Fetched query={macros}>
        {(all) =>
          all.length === 0 ? (
            <p className={styles.nothing}>{words.macros.none}</p>
          ) : (
            <ul className={styles.list}>
              {all.map((macro) => (
                <Row key={macro.id} macro={macro} mayWrite={mayWrite} onEdit={() => setEditing(macro)} />
              ))}
            </ul>
          )
        }
      </Fetched>
      <MacroForm macro={editing === "new" ? null : editing} isOpen={editing !== null} onClose={() => setEditing(null)} />
    </>
  );
}

function Row({ macro, mayWrite, onEdit }: { macro: Macro; mayWrite: boolean; onEdit: () => void }) {
  const { t, format } = useText();
  const words = useWords();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const removing = useMutation({
    mutationFn: () => deleteMacro(macro.id),
    onError: () => sayFailed(words.failed),
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.macros }),
  });
  return (
    <li className={styles.row}>
      <div className={styles.grow}>
        <bdi className={styles.name}>{macro.name}</bdi>
        <bdi className={styles.cut}>{macro.text}</bdi>
      </div>
      {macro.locale && <span className={styles.tag}>{format.language(macro.locale)}</span>}
      {mayWrite && (
        <div className={styles.tools}>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`${t.app.edit}: ${macro.name}`} onClick={onEdit}>
            <IconPencil size={17} />
          </ActionIcon>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`${t.app.delete}: ${macro.name}`} onClick={() => setAsking(true)}>
            <IconTrash size={17} />
          </ActionIcon>
        </div>
      )}
      <Confirm
        isOpen={isAsking} title={words.macros.removeTitle(macro.name)} text={words.macros.removeText} act={t.app.delete} onAct={removing.mutate}
        onClose={() => setAsking(false)}
      />
    </li>
  );
}
