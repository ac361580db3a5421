import { Button, Group, Modal } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { keys } from "../api/keys";
import type { Summary } from "../api/types";
import { composer } from "../composer/handle";
import { useText } from "../i18n/text";
import { useDesk, useOutbox } from "../live/use-desk";
import styles from "./dialogs.module.css";

/** A message the server held back because somebody else holds the conversation: the agent decides, nothing is lost. */
export function ConflictDialog({ conversation }: { conversation: Summary }) {
  const { t } = useText();
  const { sender } = useDesk();
  const queries = useQueryClient();
  const item = useOutbox(conversation.id).find(({ state }) => state === "contested");
  const clientId = item?.clientId;
  useEffect(() => {
    if (clientId) void queries.invalidateQueries({ queryKey: keys.conversation(conversation.id) });
  }, [clientId, conversation.id, queries]);

  const isHeld = item?.problem === "held_by_other";
  const holder = conversation.assignee?.name ?? (conversation.holder === "agent" ? t.conflict.other : t.holder[conversation.holder]);
  const send = () => item && sender.retry(item.clientId, { epoch: conversation.epoch, takeOver: true });
  const keepEditing = () => {
    if (!item) return;
    sender.drop(item.clientId);
    composer.current?.insert(item.text, item.attachments);
  };
  return (
    <Modal
      opened={!!item} onClose={keepEditing} size={440} title={isHeld ? t.conflict.heldTitle(holder) : t.conflict.movedTitle}
      closeButtonProps={{ "aria-label": t.conflict.keep }}
    >
      <p className={styles.text}>{isHeld ? t.conflict.heldText(holder) : t.conflict.movedText(holder)}</p>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={keepEditing} data-autofocus>
          {t.conflict.keep}
        </Button>
        <Button onClick={send}>{isHeld ? t.conflict.takeAndSend : t.conflict.sendAnyway}</Button>
      </Group>
    </Modal>
  );
}
