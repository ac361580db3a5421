import { Button, Group, Modal, Select, Stack, Switch, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { keys } from "../../api/keys";
import { addSource, type SourceKind } from "../../api/sources";
import { useText } from "../../i18n/text";
import { explain } from "../../settings/add-member";
import { useKnowledgeWords } from "../use-words";
import styles from "./sources.module.css";

const KINDS: SourceKind[] = ["page", "sitemap", "folder"];

export function SourceForm({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useText();
  const words = useKnowledgeWords();
  return (
    <Modal opened={isOpen} onClose={onClose} title={words.sources.add} size={520} closeButtonProps={{ "aria-label": t.app.close }}>
      <Form onClose={onClose} />
    </Modal>
  );
}

function Form({ onClose }: { onClose: () => void }) {
  const { t } = useText();
  const words = useKnowledgeWords();
  const queries = useQueryClient();
  const [kind, setKind] = useState<SourceKind>("page");
  const [address, setAddress] = useState("");
  const [locale, setLocale] = useState("");
  const [hours, setHours] = useState("24");
  const [review, setReview] = useState(false);
  const adding = useMutation({
    mutationFn: () => addSource({ kind, address: address.trim(), locale: locale || null, every_hours: Number(hours) || null, settings: { review } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.sources });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    adding.mutate();
  };
  const isFolder = kind === "folder";
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Select label={words.sources.type} allowDeselect={false} value={kind} onChange={(next) => next && setKind(next as SourceKind)} data={KINDS.map((value) => ({ value, label: words.sources.kind[value] }))} />
        <TextInput
          label={isFolder ? words.sources.folder : words.sources.address} placeholder={isFolder ? "/srv/help" : words.sources.addressPlaceholder} required withAsterisk={false} maxLength={2000} data-autofocus
          error={adding.isError && (explain(adding.error) || words.sources.refused)} value={address} onChange={(event) => setAddress(event.currentTarget.value)}
        />
        <div className={styles.pair}>
          <Select
            label={words.sources.locale} allowDeselect={false} value={locale} onChange={(next) => setLocale(next ?? "")}
            data={[{ value: "", label: words.sources.guess }, { value: "es", label: t.me.spanish }, { value: "en", label: t.me.english }]}
          />
          <Select
            label={words.sources.every} allowDeselect={false} value={hours} onChange={(next) => setHours(next ?? "0")}
            data={Object.entries(words.sources.everyHours).map(([value, label]) => ({ value, label }))}
          />
        </div>
        <Switch label={words.sources.review} description={words.sources.reviewHint} checked={review} onChange={(event) => setReview(event.currentTarget.checked)} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t.app.cancel}
          </Button>
          <Button type="submit" loading={adding.isPending}>
            {words.sources.add}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
