import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { addTopic, changeTopic, deleteTopic } from "../../api/calls";
import { Refused } from "../../api/client";
import { keys } from "../../api/keys";
import type { Topic } from "../../api/types";
import { useText } from "../../i18n/text";
import { explain } from "../add-member";
import { Confirm, sayFailed } from "../parts";
import { useWords } from "../use-words";
import { slugOf } from "./slug";
import { useIntentWords } from "./words";

interface Props {
  isOpen: boolean;
  topic: Topic | null;
  onClose: () => void;
}

export function TopicForm({ isOpen, topic, onClose }: Props) {
  const { t } = useText();
  const words = useIntentWords();
  return (
    <Modal opened={isOpen} onClose={onClose} title={topic ? words.topic.edit : words.addTopic} size={420} closeButtonProps={{ "aria-label": t.app.close }}>
      <Form topic={topic} onClose={onClose} />
    </Modal>
  );
}

function Form({ topic, onClose }: Omit<Props, "isOpen">) {
  const { t } = useText();
  const words = useIntentWords();
  const common = useWords();
  const queries = useQueryClient();
  const [title, setTitle] = useState(topic?.title ?? "");
  const [isAsking, setAsking] = useState(false);
  const done = () => {
    void queries.invalidateQueries({ queryKey: keys.topics });
    void queries.invalidateQueries({ queryKey: keys.intents });
    onClose();
  };
  const saving = useMutation({ mutationFn: () => (topic ? changeTopic(topic.id, title.trim()) : addTopic(slugOf(title) || title.trim(), title.trim())), onSuccess: done });
  const removing = useMutation({ mutationFn: () => deleteTopic(topic?.id ?? ""), onSuccess: done, onError: () => sayFailed(common.failed) });
  const isTaken = saving.error instanceof Refused && saving.error.status === 409;
  const error = saving.isError && (isTaken ? words.topic.taken : explain(saving.error) || common.failed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim()) saving.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput label={words.topic.name} required withAsterisk={false} maxLength={100} data-autofocus value={title} error={error} onChange={(event) => setTitle(event.currentTarget.value)} />
        <Group justify="flex-end" gap="xs">
          {topic && (
            <Button variant="subtle" color="red" mr="auto" onClick={() => setAsking(true)}>
              {t.app.delete}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {t.app.cancel}
          </Button>
          <Button type="submit" loading={saving.isPending}>
            {t.app.save}
          </Button>
        </Group>
      </Stack>
      {topic && (
        <Confirm
          isOpen={isAsking} title={words.topic.removeTitle(topic.title)} text={words.topic.removeText} act={t.app.delete} onAct={removing.mutate}
          onClose={() => setAsking(false)}
        />
      )}
    </form>
  );
}
