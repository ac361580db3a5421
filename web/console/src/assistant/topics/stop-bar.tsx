import { Button, Group, Modal, Textarea } from "@mantine/core";
import { IconHandStop, IconPlayerPlay } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Autonomy, resumeAssistant, stopAssistant } from "../../api/assistant";
import { keys } from "../../api/keys";
import { useNow } from "../../format/now";
import { useText } from "../../i18n/text";
import { explain } from "../../settings/add-member";
import { sayFailed, saySaved } from "../../settings/parts";
import { useAssistantWords } from "../use-words";
import styles from "./topics.module.css";

/** Whether the assistant runs at all, and the switch that stops it everywhere. */
export function StopBar({ stopped, mayStop }: { stopped: Autonomy["stopped"]; mayStop: boolean }) {
  const { t, format } = useText();
  const { topics: words, failed } = useAssistantWords();
  const now = useNow(60_000);
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const after = {
    onError: (error: unknown) => sayFailed(explain(error) || failed),
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.autonomy }),
  };
  const stopping = useMutation({ mutationFn: () => stopAssistant(reason.trim()), ...after });
  const resuming = useMutation({ mutationFn: resumeAssistant, onSuccess: () => saySaved(words.resumed), ...after });
  return (
    <div className={styles.bar} data-stopped={stopped !== null || undefined} role="status">
      <div>
        <strong>{stopped ? words.stopped : words.running}</strong>
        <p>
          {stopped ? words.stoppedBy(stopped.by.name, format.brief(stopped.at, now)) : words.runningHint} {stopped?.reason && <bdi>{stopped.reason}</bdi>}
        </p>
      </div>
      {mayStop && stopped && (
        <Button size="xs" leftSection={<IconPlayerPlay size={15} />} loading={resuming.isPending} onClick={() => resuming.mutate()}>
          {words.resume}
        </Button>
      )}
      {mayStop && !stopped && (
        <Button size="xs" color="red" variant="light" leftSection={<IconHandStop size={15} />} loading={stopping.isPending} onClick={() => setAsking(true)}>
          {words.stop}
        </Button>
      )}
      <Modal opened={isAsking} onClose={() => setAsking(false)} title={words.stopTitle} size={440} closeButtonProps={{ "aria-label": t.app.close }}>
        <p className={styles.text}>{words.stopText}</p>
        <Textarea label={words.stopReason} autosize minRows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.currentTarget.value)} mb="md" />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
            {t.app.cancel}
          </Button>
          <Button
            color="red"
            onClick={() => {
              setAsking(false);
              stopping.mutate();
            }}
          >
            {words.stop}
          </Button>
        </Group>
      </Modal>
    </div>
  );
}
