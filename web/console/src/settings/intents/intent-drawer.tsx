import { Button, Drawer, Stack, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { changeIntent, deleteIntent, getIntent } from "../../api/calls";
import { Refused } from "../../api/client";
import { keys } from "../../api/keys";
import type { IntentDetails, Topic } from "../../api/types";
import { useText } from "../../i18n/text";
import { useIntentTitle } from "../../understanding/use-intents";
import { explain } from "../add-member";
import { Confirm, Fetched, sayFailed, saySaved } from "../parts";
import { useWords } from "../use-words";
import { Examples } from "./examples";
import own from "./intent-drawer.module.css";
import { TopicChoice } from "./intent-form";
import styles from "./intents.module.css";
import { Meter } from "./meter";
import { adviceOn, qualityOf, releasedOf } from "./quality";
import { slugOf } from "./slug";
import { useModels } from "./use-models";
import { useIntentWords } from "./words";

interface Props {
  id: string | null;
  mayWrite: boolean;
  topics: Topic[];
  onClose: () => void;
}

/** One intent: what it is called, how well it is recognised, and the sentences that teach it. */
export function IntentDrawer({ id, mayWrite, topics, onClose }: Props) {
  const { t } = useText();
  const words = useIntentWords();
  const intent = useQuery({ queryKey: keys.intent(id ?? ""), queryFn: () => getIntent(id ?? ""), enabled: id !== null });
  return (
    <Drawer
      opened={id !== null} onClose={onClose} position="right" size={520} title={<bdi>{intent.data?.title ?? words.tabs.list}</bdi>}
      closeButtonProps={{ "aria-label": t.app.close }}
    >
      {id !== null && (
        <Fetched query={intent}>
          {(found) => (
            <Stack gap="lg" key={found.id}>
              <Recognised name={found.name} />
              {!mayWrite && found.description && <p>{found.description}</p>}
              {mayWrite && <Form intent={found} topics={topics} />}
              <Examples intent={found} mayWrite={mayWrite} />
              {mayWrite && <Remove intent={found} onDone={onClose} />}
            </Stack>
          )}
        </Fetched>
      )}
    </Drawer>
  );
}

/** How well the released version does, and what would help. */
function Recognised({ name }: { name: string }) {
  const words = useIntentWords();
  const title = useIntentTitle();
  const released = releasedOf(useModels().data ?? []);
  const quality = qualityOf(released?.quality, name);
  const advice = adviceOn(released?.quality, name);
  const text = advice.kind === "confused" ? words.advice.confused(title(advice.other)) : words.advice[advice.kind];
  return (
    <div className={own.recognised}>
      {quality && <Meter quality={quality} />}
      <p>{text}</p>
    </div>
  );
}

function Form({ intent, topics }: { intent: IntentDetails; topics: Topic[] }) {
  const { t } = useText();
  const words = useIntentWords();
  const common = useWords();
  const queries = useQueryClient();
  const [written, setWritten] = useState({ title: intent.title, name: intent.name, description: intent.description, topic_id: intent.topic_id ?? "" });
  const { title, name, description, topic_id } = written;
  const isChanged = title !== intent.title || name !== intent.name || description !== intent.description || topic_id !== (intent.topic_id ?? "");
  const saving = useMutation({
    mutationFn: () => changeIntent(intent.id, { title: title.trim(), name, description: description.trim(), topic_id: topic_id || null }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.intents });
      saySaved(common.saved);
    },
    onError: (error) => !isTaken(error) && sayFailed(explain(error) || common.failed),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() && name) saving.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput label={words.form.title} required withAsterisk={false} maxLength={100} value={title} onChange={(event) => setWritten({ ...written, title: event.currentTarget.value })} />
        <div className={styles.pair}>
          <TextInput
            label={words.form.name} required withAsterisk={false} maxLength={60} value={name} spellCheck={false} error={isTaken(saving.error) && words.form.taken}
            onChange={(event) => setWritten({ ...written, name: event.currentTarget.value })} onBlur={() => setWritten({ ...written, name: slugOf(name) })}
          />
          <TopicChoice topics={topics} value={topic_id} onChange={(next) => setWritten({ ...written, topic_id: next })} />
        </div>
        <TextInput
          label={words.form.description} placeholder={words.form.descriptionPlaceholder} maxLength={500} value={description}
          onChange={(event) => setWritten({ ...written, description: event.currentTarget.value })}
        />
        {isChanged && (
          <div>
            <Button type="submit" size="xs" loading={saving.isPending}>
              {t.app.save}
            </Button>
          </div>
        )}
      </Stack>
    </form>
  );
}

function Remove({ intent, onDone }: { intent: IntentDetails; onDone: () => void }) {
  const { t } = useText();
  const words = useIntentWords();
  const common = useWords();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const removing = useMutation({
    mutationFn: () => deleteIntent(intent.id),
    onSuccess: () => {
      onDone();
      void queries.invalidateQueries({ queryKey: keys.intents });
    },
    onError: () => sayFailed(common.failed),
  });
  return (
    <div className={own.remove}>
      <Button size="xs" variant="subtle" color="red" loading={removing.isPending} onClick={() => setAsking(true)}>
        {words.form.remove}
      </Button>
      <Confirm
        isOpen={isAsking} title={words.form.removeTitle(intent.title)} text={words.form.removeText} act={t.app.delete} onAct={removing.mutate}
        onClose={() => setAsking(false)}
      />
    </div>
  );
}

const isTaken = (error: unknown) => error instanceof Refused && error.status === 409;
