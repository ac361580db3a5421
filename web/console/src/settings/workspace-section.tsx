import { Button, NumberInput, Select, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { changeWorkspace, getWorkspace } from "../api/calls";
import { keys } from "../api/keys";
import type { Workspace } from "../api/types";
import { useText } from "../i18n/text";
import { explain } from "./add-member";
import { Fetched, sayFailed, saySaved, Top } from "./parts";
import styles from "./settings.module.css";
import { useWords } from "./use-words";

export function WorkspaceSection() {
  const words = useWords();
  const workspace = useQuery({ queryKey: keys.workspace, queryFn: getWorkspace });
  return (
    <>
      <Top title={words.sections.workspace} lead={words.workspace.lead} />
      <Fetched query={workspace}>{(found) => <Form workspace={found} />}</Fetched>
    </>
  );
}

function Form({ workspace }: { workspace: Workspace }) {
  const { t } = useText();
  const words = useWords();
  const queries = useQueryClient();
  const { id, ...kept } = workspace;
  const [written, setWritten] = useState(kept);
  const change = (part: Partial<typeof kept>) => setWritten({ ...written, ...part });
  const saving = useMutation({
    mutationFn: () => changeWorkspace(written),
    onError: (error) => sayFailed(explain(error) || words.failed),
    onSuccess: (saved) => {
      queries.setQueryData(keys.workspace, saved);
      void queries.invalidateQueries({ queryKey: keys.me });
      saySaved(words.saved);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput label={words.workspace.name} required withAsterisk={false} maxLength={100} value={written.name} onChange={(event) => change({ name: event.currentTarget.value })} />
      <div className={styles.pair}>
        <Select
          label={words.workspace.locale} allowDeselect={false} value={written.locale} onChange={(locale) => locale && change({ locale })}
          data={[{ value: "es", label: t.me.spanish }, { value: "en", label: t.me.english }]}
        />
        <Select
          label={words.workspace.form} allowDeselect={false} value={written.form} onChange={(form) => form && change({ form: form as "tu" })}
          data={[{ value: "tu", label: words.workspace.tu }, { value: "usted", label: words.workspace.usted }]}
        />
      </div>
      <NumberInput label={words.workspace.reopen} min={0} max={8760} allowDecimal={false} value={written.reopen_hours} onChange={(hours) => change({ reopen_hours: Number(hours) || 0 })} />
      <div>
        <Button type="submit" loading={saving.isPending}>
          {t.app.save}
        </Button>
      </div>
    </form>
  );
}
