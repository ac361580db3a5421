import { Button, Group, Modal, NumberInput, PasswordInput, Select, Stack, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { keys } from "../../api/keys";
import { asWritten, type LanguageModel, type ModelRole, type Provider, PROVIDERS, putModels, type WrittenModel } from "../../api/models";
import { useText } from "../../i18n/text";
import { explain } from "../../settings/add-member";
import { sayFailed, saySaved } from "../../settings/parts";
import { useAssistantWords } from "../use-words";
import styles from "./models.module.css";

interface Props {
  model: LanguageModel | null;
  isOpen: boolean;
  all: LanguageModel[];
  currency: string;
  onClose: () => void;
}

const ROLES: ModelRole[] = ["first", "fallback", "off"];
const NEW: WrittenModel = {
  provider: "openai", name: "", model: "", base_url: null, role: "first", price_in: 0, price_out: 0, max_tokens: 800, first_token_seconds: 8, total_seconds: 20,
};

export function ModelForm(props: Props) {
  const { t } = useText();
  const { models: words } = useAssistantWords();
  return (
    <Modal opened={props.isOpen} onClose={props.onClose} title={props.model ? props.model.name : words.add} size={560} closeButtonProps={{ "aria-label": t.app.close }}>
      <Form key={props.model?.id ?? "new"} {...props} />
    </Modal>
  );
}

function Form({ model, all, currency, onClose }: Props) {
  const { t } = useText();
  const { models: words, failed, saved } = useAssistantWords();
  const queries = useQueryClient();
  const [written, setWritten] = useState<WrittenModel>(model ? asWritten(model) : { ...NEW, role: all.some(({ role }) => role === "first") ? "off" : "first" });
  const [key, setKey] = useState("");
  const set = (part: Partial<WrittenModel>) => setWritten({ ...written, ...part });
  const isOwn = written.provider === "openai_compatible";
  const saving = useMutation({
    mutationFn: () => {
      const own = { ...written, name: written.name.trim() || written.model, base_url: isOwn ? written.base_url : null, ...(key && { key }) };
      // Only one is asked first, and one in its place.
      const others = all.filter(({ id }) => id !== model?.id).map(asWritten).map((other) => (other.role === own.role && own.role !== "off" ? { ...other, role: "off" as const } : other));
      return putModels(model ? all.map((other) => (other.id === model.id ? own : (others.find(({ id }) => id === other.id) ?? asWritten(other)))) : [...others, own]);
    },
    onSuccess: (kept) => {
      queries.setQueryData(keys.models, kept);
      saySaved(saved);
      onClose();
    },
    onError: (error) => sayFailed(explain(error) || failed),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <div className={styles.pair}>
          <Select
            label={words.providerLabel} allowDeselect={false} value={written.provider} onChange={(provider) => provider && set({ provider: provider as Provider })}
            data={PROVIDERS.map((value) => ({ value, label: words.provider[value] }))}
          />
          <Select label={words.roleLabel} allowDeselect={false} value={written.role} onChange={(role) => role && set({ role: role as ModelRole })} data={ROLES.map((value) => ({ value, label: words.role[value] }))} />
        </div>
        {isOwn && (
          <TextInput
            label={words.address} description={words.addressHint} placeholder="http://127.0.0.1:11434/v1" required withAsterisk={false} maxLength={2000} spellCheck={false} value={written.base_url ?? ""}
            onChange={(event) => set({ base_url: event.currentTarget.value.trim() || null })}
          />
        )}
        <div className={styles.pair}>
          <TextInput label={words.model} required withAsterisk={false} maxLength={200} spellCheck={false} data-autofocus value={written.model} onChange={(event) => set({ model: event.currentTarget.value.trim() })} />
          <TextInput label={words.name} placeholder={written.model} maxLength={120} value={written.name} onChange={(event) => set({ name: event.currentTarget.value })} />
        </div>
        <PasswordInput
          label={words.key} description={words.keyHint} placeholder={model?.has_key ? "••••••••" : ""} autoComplete="off" maxLength={1000} value={key} required={!model && !isOwn} withAsterisk={false}
          onChange={(event) => setKey(event.currentTarget.value.trim())}
        />
        <div className={styles.pair}>
          <NumberInput label={words.priceIn(currency)} min={0} decimalScale={6} value={written.price_in} onChange={(value) => set({ price_in: Number(value) || 0 })} />
          <NumberInput label={words.priceOut(currency)} min={0} decimalScale={6} value={written.price_out} onChange={(value) => set({ price_out: Number(value) || 0 })} />
        </div>
        <div className={styles.pair}>
          <NumberInput label={words.firstToken} min={0.2} max={60} decimalScale={1} value={written.first_token_seconds} onChange={(value) => set({ first_token_seconds: Number(value) || 8 })} />
          <NumberInput label={words.total} min={0.5} max={120} decimalScale={1} value={written.total_seconds} onChange={(value) => set({ total_seconds: Number(value) || 20 })} />
        </div>
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
