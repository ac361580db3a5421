import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { addExamples, deleteExample, getIntents } from "../../api/calls";
import { Refused } from "../../api/client";
import { keys } from "../../api/keys";
import type { Intent, Suspect } from "../../api/types";
import { keep, recall } from "../../live/kept";
import { useIntentTitle } from "../../understanding/use-intents";
import { sayFailed, saySaved } from "../parts";
import { useWords } from "../use-words";
import styles from "./intents.module.css";
import own from "./report.module.css";
import { useIntentWords } from "./words";

/** Examples that look as if they had the wrong label. Whoever says "it is right" is not asked again on this machine. */
export function Suspects({ version, suspects, mayWrite }: { version: number; suspects: Suspect[]; mayWrite: boolean }) {
  const words = useIntentWords().report;
  const { data: intents = [] } = useQuery({ queryKey: keys.intents, queryFn: getIntents });
  const place = `suspects.${version}`;
  const [settled, setSettled] = useState<string[]>(() => recall<string[]>(place, []));
  const settle = (id: string) => {
    const next = [...settled, id];
    keep(place, next);
    setSettled(next);
  };
  const open = suspects.filter(({ example_id }) => !settled.includes(example_id));
  return (
    <>
      <h3 className={styles.subtitle}>{words.suspects}</h3>
      {open.length === 0 && <p className={styles.quiet}>{words.noSuspects}</p>}
      <ul className={own.findings}>
        {open.map((suspect) => (
          <Row key={suspect.example_id} suspect={suspect} intents={intents} mayWrite={mayWrite} onSettled={() => settle(suspect.example_id)} />
        ))}
      </ul>
      {mayWrite && suspects.length > 0 && <p className={styles.quiet}>{words.retrain}</p>}
    </>
  );
}

interface RowProps {
  suspect: Suspect;
  intents: Intent[];
  mayWrite: boolean;
  onSettled: () => void;
}

function Row({ suspect: { example_id, text, labelled, looks_like }, intents, mayWrite, onSettled }: RowProps) {
  const words = useIntentWords().report;
  const title = useIntentTitle();
  const from = intents.find(({ name }) => name === labelled);
  const to = intents.find(({ name }) => name === looks_like);
  const moving = useChange(async () => {
    if (!from || !to) return;
    await addExamples(to.id, [text]);
    await deleteExample(from.id, example_id);
  }, words.moved(title(looks_like)), onSettled);
  const removing = useChange(async () => from && (await deleteExample(from.id, example_id)), words.removed, onSettled);
  return (
    <li>
      <p className={own.quote}>
        <bdi>{text}</bdi>
      </p>
      <bdi className={styles.quiet}>{words.suspect(title(labelled), title(looks_like))}</bdi>
      {mayWrite && (
        <span className={styles.choices}>
          {from && to && (
            <Button size="compact-xs" variant="light" loading={moving.isPending} onClick={() => moving.mutate()}>
              {words.move(title(looks_like))}
            </Button>
          )}
          <Button size="compact-xs" variant="default" onClick={onSettled}>
            {words.keep}
          </Button>
          {from && (
            <Button size="compact-xs" variant="subtle" color="red" loading={removing.isPending} onClick={() => removing.mutate()}>
              {words.remove}
            </Button>
          )}
        </span>
      )}
    </li>
  );
}

function useChange(change: () => Promise<unknown>, done: string, onDone: () => void) {
  const words = useIntentWords();
  const common = useWords();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => {
      saySaved(done);
      onDone();
    },
    onError: (error) => sayFailed(error instanceof Refused && error.status === 404 ? words.gone : common.failed),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.intents }),
  });
}
