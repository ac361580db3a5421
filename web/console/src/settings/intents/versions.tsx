import { Button } from "@mantine/core";
import { IconSchool } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { getIntents, trainIntentModel } from "../../api/calls";
import { Refused } from "../../api/client";
import { keys } from "../../api/keys";
import type { IntentModel } from "../../api/types";
import { explain } from "../add-member";
import { Fetched, sayFailed } from "../parts";
import styles from "./intents.module.css";
import { canTrain, isUnderWay, releasedOf } from "./quality";
import { Report } from "./report";
import { useModels } from "./use-models";
import { VersionRow } from "./version-row";
import own from "./versions.module.css";
import { useIntentWords } from "./words";

/** What was learnt from the examples, version by version: train, look at its quality, release, roll back. */
export function Versions({ mayWrite }: { mayWrite: boolean }) {
  const words = useIntentWords();
  const models = useModels();
  return (
    <Fetched query={models}>
      {(all) => (
        <>
          {mayWrite && <Train models={all} />}
          {all.length === 0 ? <p className={styles.nothing}>{mayWrite ? `${words.versions.none} ${words.versions.noneHint}` : words.versions.reader}</p> : <List models={all} mayWrite={mayWrite} />}
        </>
      )}
    </Fetched>
  );
}

function Train({ models }: { models: IntentModel[] }) {
  const words = useIntentWords();
  const queries = useQueryClient();
  const intents = useQuery({ queryKey: keys.intents, queryFn: getIntents });
  const isPossible = canTrain(intents.data ?? []);
  const training = useMutation({
    mutationFn: trainIntentModel,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.intentModels }),
    onError: (error) => sayFailed(reasonOf(error, words.versions.reasons) || words.versions.failed),
  });
  return (
    <div className={own.train}>
      <p>{intents.data && !isPossible ? words.versions.cannot : words.versions.trainLead}</p>
      <Button
        size="xs" leftSection={<IconSchool size={16} />} disabled={!isPossible || models.some(isUnderWay)} loading={training.isPending}
        onClick={() => training.mutate()}
      >
        {models.some(isUnderWay) ? words.versions.underWay : words.versions.train}
      </Button>
    </div>
  );
}

function reasonOf(error: unknown, known: Record<string, string>): string {
  return error instanceof Refused ? (known[error.code] ?? explain(error)) : "";
}

function List({ models, mayWrite }: { models: IntentModel[]; mayWrite: boolean }) {
  const [openId, setOpenId] = useState<string | null>(null);
  const released = releasedOf(models);
  return (
    <ul className={styles.list}>
      {models.map((model) => {
        const isOpen = openId === model.id;
        return (
          <li key={model.id}>
            <VersionRow model={model} released={released} mayWrite={mayWrite} isOpen={isOpen} onToggle={() => setOpenId(isOpen ? null : model.id)} />
            {isOpen && model.quality && <Report model={model} quality={model.quality} mayWrite={mayWrite} />}
          </li>
        );
      })}
    </ul>
  );
}
