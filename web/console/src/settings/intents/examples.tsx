import { ActionIcon, Button, Textarea, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { addExamples, deleteExample } from "../../api/calls";
import { keys } from "../../api/keys";
import type { IntentDetails } from "../../api/types";
import { folded } from "../../understanding/intents";
import { explain } from "../add-member";
import { sayFailed } from "../parts";
import { useWords } from "../use-words";
import own from "./intent-drawer.module.css";
import styles from "./intents.module.css";
import { linesOf } from "./slug";
import { useIntentWords } from "./words";

const AT_ONCE = 50;
const WORTH_A_SEARCH = 12;

/** The sentences that teach an intent. */
export function Examples({ intent, mayWrite }: { intent: IntentDetails; mayWrite: boolean }) {
  const words = useIntentWords();
  const [wanted, setWanted] = useState("");
  const [shown, setShown] = useState(AT_ONCE);
  const all = intent.examples.filter(({ state }) => state === "accepted");
  const matching = all.filter(({ text }) => folded(text).includes(folded(wanted.trim())));
  const more = Math.min(AT_ONCE, matching.length - shown);
  return (
    <section aria-label={words.report.examples}>
      <h3 className={styles.subtitle}>{words.examples(all.length)}</h3>
      {mayWrite && <Adding intent={intent} />}
      {all.length > WORTH_A_SEARCH && (
        <TextInput size="xs" mb="xs" type="search" aria-label={words.form.find} placeholder={words.form.find} value={wanted} onChange={(event) => setWanted(event.currentTarget.value)} />
      )}
      {all.length === 0 && <p className={styles.quiet}>{words.form.none}</p>}
      {all.length > 0 && matching.length === 0 && <p className={styles.quiet} role="status">{words.form.noMatch}</p>}
      <ul className={own.examples}>
        {matching.slice(0, shown).map(({ id, text }) => (
          <li key={id}>
            <bdi>{text}</bdi>
            {mayWrite && <Remove intent={intent} exampleId={id} text={text} />}
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Button size="xs" variant="default" mt="xs" onClick={() => setShown(shown + AT_ONCE)}>
          {words.form.showMore(more)}
        </Button>
      )}
    </section>
  );
}

function Adding({ intent }: { intent: IntentDetails }) {
  const words = useIntentWords();
  const common = useWords();
  const queries = useQueryClient();
  const [written, setWritten] = useState("");
  const texts = linesOf(written);
  const adding = useMutation({
    mutationFn: () => addExamples(intent.id, texts),
    onSuccess: () => {
      setWritten("");
      return queries.invalidateQueries({ queryKey: keys.intents });
    },
    onError: (error) => sayFailed(explain(error) || common.failed),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (texts.length) adding.mutate();
  };
  return (
    <form onSubmit={submit} className={own.adding}>
      <Textarea label={words.form.more} autosize minRows={2} maxRows={10} value={written} onChange={(event) => setWritten(event.currentTarget.value)} />
      {texts.length > 0 && (
        <Button type="submit" size="xs" loading={adding.isPending}>
          {words.form.addMore}
        </Button>
      )}
    </form>
  );
}

/** Gone at once; back, and said, when the server refuses. */
function Remove({ intent, exampleId, text }: { intent: IntentDetails; exampleId: string; text: string }) {
  const words = useIntentWords();
  const common = useWords();
  const queries = useQueryClient();
  const key = keys.intent(intent.id);
  const removing = useMutation({
    mutationFn: () => deleteExample(intent.id, exampleId),
    onMutate: () => queries.setQueryData<IntentDetails>(key, { ...intent, examples: intent.examples.filter(({ id }) => id !== exampleId) }),
    onError: () => sayFailed(common.failed),
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.intents }),
  });
  return (
    <ActionIcon size={24} variant="subtle" color="gray" aria-label={words.form.deleteExample(text)} onClick={() => removing.mutate()}>
      <IconTrash size={14} />
    </ActionIcon>
  );
}
