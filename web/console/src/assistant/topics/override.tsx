import { Button, Group, Modal, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { Level } from "../../api/assistant";
import { useText } from "../../i18n/text";
import { useAssistantWords } from "../use-words";
import styles from "./topics.module.css";

interface Props {
  level: Level | null;
  isPending: boolean;
  onGo: (reason: string) => void;
  onClose: () => void;
}

/** Past the evidence, with a reason that is kept. */
export function Override({ level, isPending, onGo, onClose }: Props) {
  const { t } = useText();
  const { topics: words, level: names } = useAssistantWords();
  const [reason, setReason] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onGo(reason.trim());
  };
  return (
    <Modal opened={level !== null} onClose={onClose} title={words.overrideTitle} size={440} closeButtonProps={{ "aria-label": t.app.close }}>
      <form onSubmit={submit}>
        <p className={styles.text}>{level && words.overrideText(names[level])}</p>
        <Textarea label={words.overrideReason} required withAsterisk={false} autosize minRows={2} maxLength={500} data-autofocus value={reason} onChange={(event) => setReason(event.currentTarget.value)} mb="md" />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t.app.cancel}
          </Button>
          <Button type="submit" color="red" variant="light" loading={isPending} disabled={!reason.trim()}>
            {words.override}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
