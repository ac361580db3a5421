import { Button } from "@mantine/core";
import { useMutation, useQueries, useQueryClient } from "@tanstack/react-query";
import { acceptExample, deleteExample, getIntent } from "../../api/calls";
import { keys } from "../../api/keys";
import type { Example, Intent } from "../../api/types";
import { sayFailed } from "../parts";
import { useWords } from "../use-words";
import styles from "./intents.module.css";
import own from "./proposals.module.css";
import { useIntentWords } from "./words";

/** What corrections would add to the examples. Nothing is learnt from them until somebody has said yes. */
export function Proposals({ intents }: { intents: Intent[] }) {
  const words = useIntentWords();
  const concerned = intents.filter(({ proposed }) => proposed > 0);
  const details = useQueries({ queries: concerned.map(({ id }) => ({ queryKey: keys.intent(id), queryFn: () => getIntent(id) })) });
  const proposed = details.flatMap(({ data }) => (data ? data.examples.filter(({ state }) => state === "proposed").map((example) => ({ intent: data, example })) : []));
  if (!proposed.length) return null;
  return (
    <section className={own.proposals} aria-label={words.proposed.title(proposed.length)}>
      <h3>{words.proposed.title(proposed.length)}</h3>
      <p>{words.proposed.lead}</p>
      <ul>
        {proposed.map(({ intent, example }) => (
          <Proposal key={example.id} intent={intent} example={example} />
        ))}
      </ul>
    </section>
  );
}

function Proposal({ intent, example: { id, text } }: { intent: { id: string; title: string }; example: Example }) {
  const words = useIntentWords();
  const common = useWords();
  const queries = useQueryClient();
  const after = {
    onError: () => sayFailed(common.failed),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.intents }),
  };
  const accepting = useMutation({ mutationFn: () => acceptExample(intent.id, id), ...after });
  const refusing = useMutation({ mutationFn: () => deleteExample(intent.id, id), ...after });
  return (
    <li>
      <span className={own.proposal}>
        <bdi>{text}</bdi>
        <bdi className={styles.quiet}>{intent.title}</bdi>
      </span>
      <Button size="compact-xs" loading={accepting.isPending} aria-label={words.proposed.acceptOf(text)} onClick={() => accepting.mutate()}>
        {words.proposed.accept}
      </Button>
      <Button size="compact-xs" variant="default" loading={refusing.isPending} aria-label={words.proposed.refuseOf(text)} onClick={() => refusing.mutate()}>
        {words.proposed.refuse}
      </Button>
    </li>
  );
}
