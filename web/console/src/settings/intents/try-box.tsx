import { Alert, Button, Select, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { tryIntentModel, understand } from "../../api/calls";
import { Refused } from "../../api/client";
import type { IntentModel, Tried, Understood } from "../../api/types";
import { useText } from "../../i18n/text";
import { useMe } from "../../live/use-desk";
import { useIntentTitle } from "../../understanding/use-intents";
import styles from "./intents.module.css";
import { releasedOf } from "./quality";
import { Guesses, TriedReading } from "./tried-reading";
import own from "./try-box.module.css";
import { useModels } from "./use-models";
import { useIntentWords } from "./words";

interface Outcome {
  text: string;
  whole: Understood;
  versions: { model: IntentModel; tried: Tried }[];
}

/** A message that is nobody's: what is understood of it now, and what each version would see in it. */
export function TryBox() {
  const words = useIntentWords().test;
  const me = useMe();
  const models = (useModels().data ?? []).filter(({ state }) => state === "ready" || state === "released");
  const released = releasedOf(models);
  const others = models.filter((model) => model !== released);
  const [text, setText] = useState("");
  const [otherId, setOtherId] = useState<string | null>(null);
  const other = others.find(({ id }) => id === otherId) ?? others[0];
  const trying = useMutation({
    mutationFn: async (written: string): Promise<Outcome> => {
      const compared = [released, other].filter((model) => model !== undefined);
      const [whole, ...tried] = await Promise.all([understand(written, me.workspace.locale), ...compared.map(({ id }) => tryIntentModel(id, written))]);
      return { text: written, whole, versions: compared.map((model, index) => ({ model, tried: tried[index] as Tried })) };
    },
  });
  const run = (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim()) trying.mutate(text);
  };
  return (
    <form className={own.try} onSubmit={run}>
      <p className={styles.quiet}>{words.lead}</p>
      <Textarea
        label={words.label} placeholder={words.placeholder} autosize minRows={3} maxRows={10} maxLength={8000} value={text} onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && run()}
      />
      <div className={styles.tools}>
        <Button type="submit" size="xs" loading={trying.isPending} disabled={!text.trim()} title={words.keys}>
          {words.run}
        </Button>
        {others.length > 1 && <OtherVersion models={others} value={other?.id ?? null} onChange={setOtherId} />}
      </div>
      <div role="status">
        {trying.isError && <Failed error={trying.error} />}
        {trying.data && <Shown outcome={trying.data} />}
        {trying.isIdle && <p className={styles.nothing}>{words.empty}</p>}
      </div>
    </form>
  );
}

function OtherVersion({ models, value, onChange }: { models: IntentModel[]; value: string | null; onChange: (id: string | null) => void }) {
  const words = useIntentWords();
  return (
    <Select
      size="xs" aria-label={words.test.compared} allowDeselect={false} value={value} onChange={onChange}
      data={models.map(({ id, version }) => ({ value: id, label: `${words.test.compared}: ${words.versions.name(version).toLowerCase()}` }))}
    />
  );
}

function Failed({ error }: { error: unknown }) {
  const words = useIntentWords().test;
  return (
    <Alert color="red" variant="light">
      {error instanceof Refused && error.status === 0 ? words.offline : words.failed}
    </Alert>
  );
}

function Shown({ outcome: { text, whole, versions } }: { outcome: Outcome }) {
  const words = useIntentWords();
  const { t, format } = useText();
  const title = useIntentTitle();
  return (
    <div className={own.outcome}>
      <section aria-label={words.test.whole}>
        <h3 className={styles.subtitle}>{words.test.whole}</h3>
        <TriedReading text={text} reading={whole} />
      </section>
      {versions.length > 0 && (
        <section aria-label={words.test.versions}>
          <h3 className={styles.subtitle}>{words.test.versions}</h3>
          <p className={styles.quiet}>{words.test.versionsHint}</p>
          <dl className={own.facts}>
            {versions.map(({ model, tried }) => (
              <div key={model.id}>
                <dt>
                  <span>{words.versions.name(model.version)}</span>
                  {model.state === "released" && <span className={styles.state} data-state="released">{words.test.released}</span>}
                </dt>
                <dd>
                  <Guesses guesses={tried.intents} none={words.test.none} />
                  {tried.candidates.length > 0 && (
                    <bdi className={styles.quiet}>
                      {t.reading.unclear} {format.anyOf(tried.candidates.map(({ name }) => title(name)))}
                    </bdi>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </div>
  );
}
