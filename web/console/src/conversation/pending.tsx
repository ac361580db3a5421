import { Button } from "@mantine/core";
import { IconAlertTriangle, IconClock, IconLock } from "@tabler/icons-react";
import { composer } from "../composer/handle";
import { useText } from "../i18n/text";
import type { OutboxItem } from "../live/outbox";
import { useDesk } from "../live/use-desk";
import { Attachments } from "./attachments";
import styles from "./pending.module.css";

/** A message on its way: shown at once, honest about where it stands. */
export function Pending({ item }: { item: OutboxItem }) {
  const { t } = useText();
  const isStuck = item.state === "failed";
  const words = item.state === "contested" ? t.conversation.failed : t.conversation[item.state];
  return (
    <div className={styles.pending} data-note={item.private || undefined} data-stuck={isStuck || undefined}>
      {item.text && (
        <div className={styles.bubble}>
          {item.private && <IconLock size={13} aria-hidden />}
          <bdi>{item.text}</bdi>
        </div>
      )}
      <Attachments files={item.attachments} />
      <div className={styles.state} role={isStuck ? "alert" : undefined}>
        {isStuck ? <IconAlertTriangle size={14} aria-hidden /> : <IconClock size={14} aria-hidden />}
        {words}
        {isStuck && <Remedies item={item} />}
      </div>
    </div>
  );
}

function Remedies({ item }: { item: OutboxItem }) {
  const { t } = useText();
  const { sender } = useDesk();
  const edit = () => {
    composer.current?.insert(item.text, item.attachments);
    sender.drop(item.clientId);
  };
  return (
    <>
      <Button size="compact-xs" variant="light" onClick={() => sender.retry(item.clientId)}>
        {t.conversation.again}
      </Button>
      <Button size="compact-xs" variant="subtle" onClick={edit}>
        {t.conversation.toComposer}
      </Button>
      <Button size="compact-xs" variant="subtle" color="red" onClick={() => sender.drop(item.clientId)}>
        {t.conversation.discard}
      </Button>
    </>
  );
}
