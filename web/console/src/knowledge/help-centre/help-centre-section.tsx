import { Anchor, Button, Checkbox, ColorInput, Group, Stack, Switch, Textarea, TextInput } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { getHelpCentre, type HelpCentre, putHelpCentre } from "../../api/help-centre";
import { keys } from "../../api/keys";
import { useText } from "../../i18n/text";
import { explain } from "../../settings/add-member";
import { readsWhiteOn } from "../../settings/inbox-look";
import { Fetched, sayFailed, saySaved, Top } from "../../settings/parts";
import styles from "../../settings/settings.module.css";
import { useKnowledgeWords } from "../use-words";

export default function HelpCentreSection() {
  const words = useKnowledgeWords();
  const settings = useQuery({ queryKey: keys.helpCentre, queryFn: getHelpCentre, refetchOnWindowFocus: false });
  const visit = settings.data?.enabled && settings.data.url && (
    <Button component="a" href={settings.data.url} target="_blank" rel="noopener" size="xs" variant="default" rightSection={<IconExternalLink size={15} />}>
      {words.helpCentre.visit}
    </Button>
  );
  return (
    <>
      <Top title={words.sections["help-centre"]} lead={words.helpCentre.lead} action={visit} />
      <Fetched query={settings}>{(found) => <Form settings={found} />}</Fetched>
    </>
  );
}

function Form({ settings }: { settings: HelpCentre }) {
  const { t } = useText();
  const words = useKnowledgeWords();
  const queries = useQueryClient();
  const [written, setWritten] = useState(settings);
  const set = (part: Partial<HelpCentre>) => setWritten({ ...written, ...part });
  const saving = useMutation({
    mutationFn: () => putHelpCentre(written),
    onSuccess: (saved) => {
      queries.setQueryData(keys.helpCentre, saved);
      saySaved(words.saved);
    },
    onError: (error) => sayFailed(explain(error) || words.failed),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  const own = words.helpCentre;
  return (
    <form onSubmit={submit} className={styles.form}>
      <Switch label={own.enabled} description={own.enabledHint} checked={written.enabled} onChange={(event) => set({ enabled: event.currentTarget.checked })} />
      {settings.url && settings.enabled && (
        <Anchor href={settings.url} target="_blank" rel="noopener" size="sm">
          <bdi>{settings.url}</bdi>
        </Anchor>
      )}
      {(["es", "en"] as const).map((locale) => {
        const language = locale === "es" ? own.spanish : own.english;
        return (
          <Stack key={locale} gap="xs" lang={locale}>
            <TextInput label={own.title(language)} maxLength={100} value={written.title[locale] ?? ""} onChange={(event) => set({ title: { ...written.title, [locale]: event.currentTarget.value } })} />
            <Textarea label={own.intro(language)} maxLength={300} autosize minRows={2} value={written.intro[locale] ?? ""} onChange={(event) => set({ intro: { ...written.intro, [locale]: event.currentTarget.value } })} />
          </Stack>
        );
      })}
      <div className={styles.pair}>
        <ColorInput label={own.color} format="hex" value={written.color} error={!readsWhiteOn(written.color) && own.poor} eyeDropperButtonProps={{ "aria-label": own.color }} onChange={(color) => set({ color })} />
        <TextInput label={own.logo} description={own.logoHint} type="url" maxLength={500} value={written.logo_url ?? ""} onChange={(event) => set({ logo_url: event.currentTarget.value || null })} />
      </div>
      <Checkbox.Group label={own.locales} value={written.locales} onChange={(locales) => locales.length > 0 && set({ locales })}>
        <Group gap="md" mt={6}>
          <Checkbox value="es" label={own.spanish} />
          <Checkbox value="en" label={own.english} />
        </Group>
      </Checkbox.Group>
      <div>
        <Button type="submit" loading={saving.isPending}>
          {t.app.save}
        </Button>
      </div>
    </form>
  );
}
