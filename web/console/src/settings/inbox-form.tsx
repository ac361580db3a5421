import { Button, ColorInput, Input, SegmentedControl, Stack, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { changeInbox } from "../api/calls";
import { keys } from "../api/keys";
import type { Inbox } from "../api/types";
import { useText } from "../i18n/text";
import { explain } from "./add-member";
import { asChange, type Look, lookOf, readsWhiteOn } from "./inbox-look";
import { Fields } from "./inbox-texts";
import { Preview, Snippet } from "./inbox-preview";
import { sayFailed, saySaved } from "./parts";
import styles from "./settings.module.css";
import { useWords } from "./use-words";

export function InboxForm({ inbox }: { inbox: Inbox }) {
  const { t } = useText();
  const words = useWords();
  const queries = useQueryClient();
  const [look, setLook] = useState(() => lookOf(inbox));
  const change = (part: Partial<Look>) => setLook({ ...look, ...part });
  const saving = useMutation({
    mutationFn: () => changeInbox(inbox.id, asChange(look)),
    onError: (error) => sayFailed(explain(error) || words.failed),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.inboxes });
      saySaved(words.saved);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <div className={styles.columns}>
      <form className={styles.form} onSubmit={submit}>
        <div className={styles.pair}>
          <TextInput label={words.inbox.name} required withAsterisk={false} maxLength={100} value={look.name} onChange={(event) => change({ name: event.currentTarget.value })} />
          <TextInput label={words.inbox.assistant} maxLength={60} value={look.assistantName} onChange={(event) => change({ assistantName: event.currentTarget.value })} />
        </div>
        <ThemeFields look={look} change={change} />
        <Fields look={look} change={change} />
        <Textarea
          label={words.inbox.origins} description={words.inbox.originsHint} autosize minRows={2} value={look.origins} spellCheck={false}
          onChange={(event) => change({ origins: event.currentTarget.value })}
        />
        <TextInput label={words.inbox.privacy} type="url" placeholder="https://" value={look.privacyUrl} onChange={(event) => change({ privacyUrl: event.currentTarget.value })} />
        <div>
          <Button type="submit" loading={saving.isPending}>
            {t.app.save}
          </Button>
        </div>
      </form>
      <Stack gap="lg">
        <Preview look={look} />
        {inbox.widget_key && <Snippet widgetKey={inbox.widget_key} />}
      </Stack>
    </div>
  );
}

function ThemeFields({ look, change }: { look: Look; change: (part: Partial<Look>) => void }) {
  const { inbox: words } = useWords();
  const isReadable = readsWhiteOn(look.color);
  return (
    <div className={styles.pair}>
      <ColorInput label={words.color} format="hex" value={look.color} onChange={(color) => change({ color })} error={isReadable ? undefined : words.poor} eyeDropperButtonProps={{ "aria-label": words.color }} />
      <div>
        <Input.Label component="div">{words.position}</Input.Label>
        <SegmentedControl
          fullWidth aria-label={words.position} value={look.position} onChange={(position) => change({ position: position as "left" })}
          data={[{ value: "left", label: words.left }, { value: "right", label: words.right }]}
        />
      </div>
      <div>
        <Input.Label component="div">{words.scheme}</Input.Label>
        <SegmentedControl
          fullWidth aria-label={words.scheme} value={look.scheme} onChange={(scheme) => change({ scheme: scheme as "auto" })}
          data={(["auto", "light", "dark"] as const).map((value) => ({ value, label: words[value] }))}
        />
      </div>
    </div>
  );
}
