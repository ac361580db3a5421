import { ActionIcon, Button } from "@mantine/core";
import { IconPencil, IconTrash } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { keys } from "../../api/keys";
import { asWritten, type LanguageModel, putModels, tryModel } from "../../api/models";
import { useText } from "../../i18n/text";
import { explain } from "../../settings/add-member";
import { Confirm, sayFailed } from "../../settings/parts";
import { useAssistantWords } from "../use-words";
import { priced } from "./money";
import styles from "./models.module.css";

interface Props {
  model: LanguageModel;
  all: LanguageModel[];
  currency: string;
  onEdit: () => void;
}

export function ModelRow({ model, all, currency, onEdit }: Props) {
  const { t, format, language } = useText();
  const { models: words, failed } = useAssistantWords();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const trying = useMutation({ mutationFn: () => tryModel(model.id), onError: (error) => sayFailed(explain(error) || failed) });
  const removing = useMutation({
    mutationFn: () => putModels(all.filter(({ id }) => id !== model.id).map(asWritten)),
    onSuccess: (kept) => queries.setQueryData(keys.models, kept),
    onError: (error) => sayFailed(explain(error) || failed),
  });
  const facts = [
    words.provider[model.provider],
    model.model,
    model.price_in || model.price_out ? words.prices(priced(model.price_in, currency, language), priced(model.price_out, currency, language)) : words.noPrice,
  ];
  return (
    <li className={styles.row}>
      <div className={styles.about}>
        <bdi className={styles.title}>{model.name}</bdi>
        <span className={styles.soft}>{facts.join(" · ")}</span>
        {!model.key_works && <span className={styles.trouble}>{words.keyLost}</span>}
        {model.state === "resting" && <span className={styles.trouble}>{words.resting}</span>}
        {model.reported_before && model.reported && <span className={styles.trouble}>{words.swapped(model.reported_before, model.reported)}</span>}
        {trying.data && (
          <span className={trying.data.works ? styles.good : styles.trouble} role="status">
            {trying.data.works ? words.works(trying.data.reported ?? model.model, format.number(trying.data.latency_ms)) : words.fails(words.error[trying.data.error ?? ""] ?? trying.data.error ?? "", trying.data.detail ?? "")}
          </span>
        )}
      </div>
      <span className={styles.role} data-role={model.role}>
        {words.role[model.role]}
      </span>
      <div className={styles.acts}>
        <Button size="compact-xs" variant="default" loading={trying.isPending} onClick={() => trying.mutate()}>
          {words.test}
        </Button>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`${t.app.edit}: ${model.name}`} onClick={onEdit}>
          <IconPencil size={17} />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`${t.app.delete}: ${model.name}`} onClick={() => setAsking(true)}>
          <IconTrash size={17} />
        </ActionIcon>
      </div>
      <Confirm isOpen={isAsking} title={words.removeTitle(model.name)} text={words.removeText} act={t.app.delete} onAct={() => removing.mutate()} onClose={() => setAsking(false)} />
    </li>
  );
}
