import { Button, Group, Modal, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { addIntent } from "../../api/calls";
import { Refused } from "../../api/client";
import { keys } from "../../api/keys";
import type { Topic } from "../../api/types";
import { useText } from "../../i18n/text";
import { explain } from "../add-member";
import { sayFailed } from "../parts";
import { useWords } from "../use-words";
import styles from "./intents.module.css";
import { linesOf, slugOf } from "./slug";
import { useIntentWords } from "./words";

interface Props {
  isOpen: boolean;
  topics: Topic[];
  onClose: () => void;
}

export function IntentForm({ isOpen, topics, onClose }: Props) {
  const { t } = useText();
  const words = useIntentWords();
  return (
    <Modal opened={isOpen} onClose={onClose} title={words.add} size={560} closeButtonProps={{ "aria-label": t.app.close }}>
      <Form topics={topics} onClose={onClose} />
    </Modal>
  );
}

function Form({ topics, onClose }: Omit<Props, "isOpen">) {
  const { t } = useText();
  const words = useIntentWords();
  const common = useWords();
  const queries = useQueryClient();
  const [title, setTitle] = useState("");
  const [ownName, setOwnName] = useState<string | null>(null);
  const [topicId, setTopicId] = useState("");
  const [description, setDescription] = useState("");
  const [examples, setExamples] = useState("");
  const name = ownName ?? slugOf(title);
  const texts = linesOf(examples);
  const adding = useMutation({
    mutationFn: () => addIntent({ name, title: title.trim(), description: description.trim(), topic_id: topicId || null, examples: texts }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.intents });
      onClose();
    },
    onError: (error) => !isTaken(error) && sayFailed(explain(error) || common.failed),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() && name) adding.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <div className={topics.length > 0 ? styles.pair : undefined}>
          <TextInput
            label={words.form.title} placeholder={words.form.titlePlaceholder} required withAsterisk={false} maxLength={100} data-autofocus value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          {topics.length > 0 && <TopicChoice topics={topics} value={topicId} onChange={setTopicId} />}
        </div>
        <div>
          <Textarea
            label={words.form.examples} description={words.form.examplesHint} placeholder={words.form.examplesPlaceholder} autosize minRows={6} maxRows={14} value={examples}
            onChange={(event) => setExamples(event.currentTarget.value)}
          />
          <p className={styles.written} role="status">
            {words.form.written(texts.length)}
          </p>
        </div>
        <TextInput
          label={words.form.description} placeholder={words.form.descriptionPlaceholder} maxLength={500} value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
        <TextInput
          label={words.form.name} description={words.form.nameHint} required withAsterisk={false} maxLength={60} value={name} spellCheck={false}
          error={isTaken(adding.error) && words.form.taken} onChange={(event) => setOwnName(event.currentTarget.value)} onBlur={() => setOwnName(ownName === null ? null : slugOf(ownName))}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t.app.cancel}
          </Button>
          <Button type="submit" loading={adding.isPending}>
            {words.form.create}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

export function TopicChoice({ topics, value, onChange }: { topics: Topic[]; value: string; onChange: (id: string) => void }) {
  const words = useIntentWords();
  return (
    <Select
      label={words.form.topic} allowDeselect={false} value={value} onChange={(next) => onChange(next ?? "")}
      data={[{ value: "", label: words.noTopic }, ...topics.map(({ id, title }) => ({ value: id, label: title }))]}
    />
  );
}

const isTaken = (error: unknown) => error instanceof Refused && error.status === 409;
