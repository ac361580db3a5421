import { Button, Checkbox, Group, Modal, NumberInput, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { addMacro, changeMacro } from "../api/calls";
import { keys } from "../api/keys";
import type { Macro, MacroActions } from "../api/types";
import { useText } from "../i18n/text";
import { explain } from "./add-member";
import { sayFailed } from "./parts";
import styles from "./settings.module.css";
import { useWords } from "./use-words";

interface Props {
  macro: Macro | null;
  isOpen: boolean;
  onClose: () => void;
}

export function MacroForm({ macro, isOpen, onClose }: Props) {
  const { t } = useText();
  const { macros: words } = useWords();
  return (
    <Modal opened={isOpen} onClose={onClose} title={macro ? words.editTitle : words.add} size={560} closeButtonProps={{ "aria-label": t.app.close }}>
      <Form macro={macro} onClose={onClose} />
    </Modal>
  );
}

type Written = Omit<Macro, "id">;
const empty: Written = { name: "", locale: null, text: "", actions: {} };

function Form({ macro, onClose }: Omit<Props, "isOpen">) {
  const { t } = useText();
  const words = useWords();
  const queries = useQueryClient();
  const [written, setWritten] = useState<Written>(macro ? { name: macro.name, locale: macro.locale, text: macro.text, actions: macro.actions } : empty);
  const change = (part: Partial<Written>) => setWritten({ ...written, ...part });
  const saving = useMutation({
    mutationFn: () => (macro ? changeMacro(macro.id, written) : addMacro(written)),
    onError: (error) => sayFailed(explain(error) || words.failed),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.macros });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <div className={styles.pair}>
          <TextInput label={words.macros.name} required withAsterisk={false} maxLength={100} data-autofocus value={written.name} onChange={(event) => change({ name: event.currentTarget.value })} />
          <Select
            label={words.macros.locale} allowDeselect={false} value={written.locale ?? ""} onChange={(locale) => change({ locale: locale || null })}
            data={[{ value: "", label: words.macros.any }, { value: "es", label: t.me.spanish }, { value: "en", label: t.me.english }]}
          />
        </div>
        <Textarea
          label={words.macros.text} description={words.macros.textHint} autosize minRows={4} maxRows={12} maxLength={8000} value={written.text}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
        <Actions actions={written.actions} onChange={(actions) => change({ actions })} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t.app.cancel}
          </Button>
          <Button type="submit" loading={saving.isPending}>
            {t.app.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Actions({ actions, onChange }: { actions: MacroActions; onChange: (actions: MacroActions) => void }) {
  const { macros: words } = useWords();
  /** What is switched off is left out: the server knows no "false". */
  const set = (part: { [Name in keyof MacroActions]: MacroActions[Name] | undefined }) =>
    onChange(Object.fromEntries(Object.entries({ ...actions, ...part }).filter(([, value]) => value)) as MacroActions);
  return (
    <Stack gap="xs" role="group" aria-label={words.also}>
      <span className={styles.soft}>{words.also}</span>
      <Checkbox label={words.resolve} checked={!!actions.resolve} onChange={(event) => set({ resolve: event.currentTarget.checked })} />
      <Checkbox label={words.assign} checked={!!actions.assign_me} onChange={(event) => set({ assign_me: event.currentTarget.checked })} />
      <div className={styles.pair}>
        <TextInput label={words.tag} maxLength={40} value={actions.tag ?? ""} onChange={(event) => set({ tag: event.currentTarget.value })} />
        <NumberInput label={words.snooze} min={1} max={8760} allowDecimal={false} value={actions.snooze_hours ?? ""} onChange={(hours) => set({ snooze_hours: Number(hours) || undefined })} />
      </div>
    </Stack>
  );
}
