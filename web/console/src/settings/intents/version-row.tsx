import { Button, Group, Modal } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { deleteIntentModel, getAllMembers, releaseIntentModel } from "../../api/calls";
import { Refused } from "../../api/client";
import { keys } from "../../api/keys";
import type { IntentModel } from "../../api/types";
import { useText } from "../../i18n/text";
import { useIntentTitle } from "../../understanding/use-intents";
import { explain } from "../add-member";
import { Confirm, sayFailed, saySaved } from "../parts";
import { useWords } from "../use-words";
import styles from "./intents.module.css";
import { changesBetween, isUnderWay } from "./quality";
import own from "./versions.module.css";
import { useIntentWords } from "./words";

interface Props {
  model: IntentModel;
  released: IntentModel | undefined;
  mayWrite: boolean;
  isOpen: boolean;
  onToggle: () => void;
}

export function VersionRow({ model, released, mayWrite, isOpen, onToggle }: Props) {
  const words = useIntentWords().versions;
  const { state, quality } = model;
  const isReleased = state === "released";
  return (
    <div className={own.version} data-released={isReleased || undefined}>
      <div className={styles.names}>
        <span className={styles.title}>
          {words.name(model.version)} <State model={model} />
        </span>
        <About model={model} />
      </div>
      <div className={styles.acts}>
        {quality && (
          <Button size="xs" variant="default" aria-expanded={isOpen} onClick={onToggle}>
            {isOpen ? words.hideReport : words.report}
          </Button>
        )}
        {mayWrite && state === "ready" && <Release model={model} released={released} />}
        {mayWrite && !isReleased && !isUnderWay(model) && <Remove model={model} />}
      </div>
      {isUnderWay(model) && <Progress model={model} />}
    </div>
  );
}

function State({ model }: { model: IntentModel }) {
  const words = useIntentWords().versions;
  const { state } = model;
  return (
    <span className={styles.state} data-state={state}>
      {words.state[state]}
    </span>
  );
}

function About({ model: { state, error, examples, quality, created_at, member_id } }: { model: IntentModel }) {
  const { format } = useText();
  const words = useIntentWords();
  const { data: members = [] } = useQuery({ queryKey: [...keys.members, "former"], queryFn: getAllMembers });
  const by = members.find(({ id }) => id === member_id);
  if (state === "failed") return <bdi className={own.error}>{words.versions.failedWhy(reasonIn(error ?? "", words.versions))}</bdi>;
  const parts = [
    quality && words.versions.rightOf(format.percent(quality.accuracy)),
    examples > 0 && words.examples(examples),
    [format.full(created_at), by && words.versions.by(by.name)].filter(Boolean).join(" "),
  ].filter(Boolean);
  return <bdi className={styles.quiet}>{parts.join(" · ")}</bdi>;
}

/** The server says why in English; what it may say is known. */
function reasonIn(error: string, words: { reasons: Record<string, string>; brokeOff: string }): string {
  if (/broke off/.test(error)) return words.brokeOff;
  return (/two intents/.test(error) && words.reasons.too_few_examples) || error;
}

function Progress({ model: { progress } }: { model: IntentModel }) {
  const words = useIntentWords().versions;
  const percent = Math.round(progress * 100);
  return (
    <div className={own.progress} role="progressbar" aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100} aria-label={words.progress(percent)}>
      <i style={{ width: `${Math.max(4, percent)}%` }} />
    </div>
  );
}

function Release({ model, released }: { model: IntentModel; released: IntentModel | undefined }) {
  const { t, format } = useText();
  const { versions: words } = useIntentWords();
  const common = useWords();
  const title = useIntentTitle();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const isBack = !!released && model.version < released.version;
  const releasing = useMutation({
    mutationFn: () => releaseIntentModel(model.id),
    onSuccess: () => saySaved(words.released(model.version)),
    onError: (error) => sayFailed((error instanceof Refused && explain(error)) || common.failed),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.intentModels }),
  });
  const { adds, drops } = changesBetween(released, model);
  const titles = (names: string[]) => format.list(names.map(title));
  const close = () => setAsking(false);
  return (
    <>
      <Button size="xs" variant={isBack ? "default" : "filled"} loading={releasing.isPending} onClick={() => setAsking(true)}>
        {isBack ? words.rollBack : words.release}
      </Button>
      <Modal
        opened={isAsking} onClose={close} size={460} title={isBack ? words.rollBackTitle(model.version) : words.releaseTitle(model.version)}
        closeButtonProps={{ "aria-label": t.app.close }}
      >
        <div className={own.asking}>
          <p>{words.releaseText(model.version, released?.version ?? null)}</p>
          {released?.quality && model.quality && <p>{words.compare(format.percent(released.quality.accuracy), format.percent(model.quality.accuracy))}</p>}
          {adds.length > 0 && <p>{words.adds(titles(adds))}</p>}
          {drops.length > 0 && <p>{words.drops(titles(drops))}</p>}
          <p>{words.backHint}</p>
        </div>
        <Group justify="flex-end" gap="xs" mt="lg">
          <Button variant="default" onClick={close}>
            {t.app.cancel}
          </Button>
          <Button
            data-autofocus
            onClick={() => {
              close();
              releasing.mutate();
            }}
          >
            {isBack ? words.rollBack : words.release}
          </Button>
        </Group>
      </Modal>
    </>
  );
}

function Remove({ model }: { model: IntentModel }) {
  const { versions: words } = useIntentWords();
  const common = useWords();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const removing = useMutation({
    mutationFn: () => deleteIntentModel(model.id),
    onError: (error) => sayFailed(explain(error) || common.failed),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.intentModels }),
  });
  return (
    <>
      <Button size="xs" variant="subtle" color="gray" loading={removing.isPending} onClick={() => setAsking(true)}>
        {words.remove}
      </Button>
      <Confirm isOpen={isAsking} title={words.removeTitle(model.version)} text={words.removeText} act={words.remove} onAct={removing.mutate} onClose={() => setAsking(false)} />
    </>
  );
}
