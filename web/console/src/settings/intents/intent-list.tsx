import { ActionIcon, Button, UnstyledButton } from "@mantine/core";
import { IconBulb, IconChevronRight, IconFileImport, IconPencil, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { getIntents, getTopics } from "../../api/calls";
import { keys } from "../../api/keys";
import type { Intent, IntentModel, Topic } from "../../api/types";
import { Fetched } from "../parts";
import { ImportDialog } from "./import-dialog";
import { IntentDrawer } from "./intent-drawer";
import { IntentForm } from "./intent-form";
import styles from "./intents.module.css";
import { Meter } from "./meter";
import { Proposals } from "./proposals";
import { ADVISED_EXAMPLES, canTrain, newlyReady, qualityOf, releasedOf } from "./quality";
import { TopicForm } from "./topic-form";
import { useModels } from "./use-models";
import { useIntentWords } from "./words";

type Dialog = { kind: "intent" } | { kind: "import" } | { kind: "topic"; topic: Topic | null } | null;

/** The workspace's own intents by topic, each with how well the released version recognises it. */
export function IntentList({ mayWrite }: { mayWrite: boolean }) {
  const [dialog, setDialog] = useState<Dialog>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const intents = useQuery({ queryKey: keys.intents, queryFn: getIntents });
  const topics = useQuery({ queryKey: keys.topics, queryFn: getTopics });
  const close = () => setDialog(null);
  return (
    <>
      <Fetched query={intents}>
        {(all) =>
          all.length === 0 && !topics.data?.length ? (
            <Empty mayWrite={mayWrite} onAdd={() => setDialog({ kind: "intent" })} onImport={() => setDialog({ kind: "import" })} />
          ) : (
            <Fetched query={topics}>
              {(found) => (
                <>
                  {mayWrite && <Tools open={setDialog} />}
                  {mayWrite && <Hint intents={all} />}
                  {mayWrite && <Proposals intents={all} />}
                  <Groups intents={all} topics={found} mayWrite={mayWrite} onOpen={setOpenId} onTopic={(topic) => setDialog({ kind: "topic", topic })} />
                </>
              )}
            </Fetched>
          )
        }
      </Fetched>
      <IntentForm isOpen={dialog?.kind === "intent"} onClose={close} topics={topics.data ?? []} />
      <ImportDialog isOpen={dialog?.kind === "import"} onClose={close} />
      <TopicForm isOpen={dialog?.kind === "topic"} topic={dialog?.kind === "topic" ? dialog.topic : null} onClose={close} />
      <IntentDrawer id={openId} mayWrite={mayWrite} topics={topics.data ?? []} onClose={() => setOpenId(null)} />
    </>
  );
}

function Tools({ open }: { open: (dialog: Dialog) => void }) {
  const words = useIntentWords();
  return (
    <div className={styles.tools}>
      <Button size="xs" leftSection={<IconPlus size={15} />} onClick={() => open({ kind: "intent" })}>
        {words.add}
      </Button>
      <Button size="xs" variant="default" onClick={() => open({ kind: "topic", topic: null })}>
        {words.addTopic}
      </Button>
      <Button size="xs" variant="default" leftSection={<IconFileImport size={15} />} onClick={() => open({ kind: "import" })}>
        {words.import}
      </Button>
    </div>
  );
}

function Empty({ mayWrite, onAdd, onImport }: { mayWrite: boolean; onAdd: () => void; onImport: () => void }) {
  const words = useIntentWords();
  return (
    <div className={styles.empty}>
      <span className={styles.icon}>
        <IconBulb size={24} stroke={1.5} aria-hidden />
      </span>
      <h3>{words.empty.title}</h3>
      <p>{mayWrite ? words.empty.text : words.empty.reader}</p>
      {mayWrite && (
        <div className={styles.tools}>
          <Button size="xs" leftSection={<IconPlus size={15} />} onClick={onAdd}>
            {words.empty.first}
          </Button>
          <Button size="xs" variant="default" leftSection={<IconFileImport size={15} />} onClick={onImport}>
            {words.import}
          </Button>
        </div>
      )}
    </div>
  );
}

/** That there is something to train or to release; said only while it is so. */
function Hint({ intents }: { intents: Intent[] }) {
  const words = useIntentWords();
  const { data: models } = useModels();
  if (!models) return null;
  const ready = newlyReady(models);
  const text = ready ? words.hint.ready(ready.version) : models.length === 0 && canTrain(intents) ? words.hint.none : "";
  if (!text) return null;
  return (
    <p className={styles.hint}>
      {text} <Link href="/settings/intents/versions">{words.hint.toVersions}</Link>
    </p>
  );
}

interface GroupsProps {
  intents: Intent[];
  topics: Topic[];
  mayWrite: boolean;
  onOpen: (id: string) => void;
  onTopic: (topic: Topic) => void;
}

function Groups({ intents, topics, mayWrite, onOpen, onTopic }: GroupsProps) {
  const words = useIntentWords();
  const released = releasedOf(useModels().data ?? []);
  const loose = intents.filter(({ topic_id }) => !topics.some(({ id }) => id === topic_id));
  return (
    <>
      {topics.map((topic) => {
        const edit = mayWrite && (
          <ActionIcon size={24} variant="subtle" color="gray" aria-label={words.topic.editOf(topic.title)} onClick={() => onTopic(topic)}>
            <IconPencil size={15} />
          </ActionIcon>
        );
        return (
          <Group key={topic.id} title={topic.title} action={edit} intents={intents.filter(({ topic_id }) => topic_id === topic.id)} released={released} onOpen={onOpen} />
        );
      })}
      {loose.length > 0 && <Group title={topics.length ? words.noTopic : null} intents={loose} released={released} onOpen={onOpen} />}
    </>
  );
}

interface GroupProps {
  title: string | null;
  action?: React.ReactNode;
  intents: Intent[];
  released: IntentModel | undefined;
  onOpen: (id: string) => void;
}

function Group({ title, action, intents, released, onOpen }: GroupProps) {
  const words = useIntentWords();
  return (
    <section className={styles.group} aria-label={title ?? words.tabs.list}>
      {title !== null && (
        <div className={styles.groupHead}>
          <h3>
            <bdi>{title}</bdi>
          </h3>
          {action}
        </div>
      )}
      {intents.length === 0 ? (
        <p className={styles.quiet}>{words.emptyTopic}</p>
      ) : (
        <ul className={styles.list}>
          {intents.map((intent) => (
            <li key={intent.id}>
              <Row intent={intent} released={released} onOpen={() => onOpen(intent.id)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ intent: { name, title, examples }, released, onOpen }: { intent: Intent; released: IntentModel | undefined; onOpen: () => void }) {
  const words = useIntentWords();
  const missing = ADVISED_EXAMPLES - examples;
  return (
    <UnstyledButton className={styles.row} onClick={onOpen}>
      <span className={styles.names}>
        <bdi className={styles.title}>{title}</bdi>
        {name !== title && <bdi className={styles.name}>{name}</bdi>}
      </span>
      <span className={styles.count}>
        {words.examples(examples)}
        {missing > 0 && <span className={styles.missing}>{words.missing(missing)}</span>}
      </span>
      <Meter quality={qualityOf(released?.quality, name)} />
      <IconChevronRight size={16} aria-hidden className={styles.turn} />
    </UnstyledButton>
  );
}
