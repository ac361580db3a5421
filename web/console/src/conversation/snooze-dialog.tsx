import { Button, Loader, Modal, Stack, UnstyledButton } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import type { Summary } from "../api/types";
import { useText } from "../i18n/text";
import styles from "./dialogs.module.css";
import { presets } from "./snooze-times";
import { useActions } from "./use-actions";

const MomentPicker = lazy(() => import("./moment-picker"));

interface Props {
  conversation: Summary;
  isOpen: boolean;
  onClose: () => void;
}

export function SnoozeDialog({ conversation, isOpen, onClose }: Props) {
  const { t } = useText();
  return (
    <Modal opened={isOpen} onClose={onClose} title={t.snooze.title} size={360} closeButtonProps={{ "aria-label": t.app.close }}>
      {isOpen && <Choices conversation={conversation} onClose={onClose} />}
    </Modal>
  );
}

function Choices({ conversation, onClose }: Omit<Props, "isOpen">) {
  const { t, format } = useText();
  const act = useActions();
  const [isCustom, setCustom] = useState(false);
  const choose = (until: Date) => {
    onClose();
    void act.snooze(conversation.id, until.toISOString());
  };
  return (
    <Stack gap={2} pt={4}>
      {presets(new Date()).map(({ name, until }, index) => (
        <UnstyledButton key={name} className={styles.choice} data-autofocus={index === 0 || undefined} onClick={() => choose(until)}>
          <span>{t.snooze[name]}</span>
          <time>{format.full(until.toISOString())}</time>
        </UnstyledButton>
      ))}
      {isCustom ? (
        <Suspense fallback={<Loader size="sm" type="dots" m="md" />}>
          <MomentPicker onPick={choose} />
        </Suspense>
      ) : (
        <Button variant="subtle" justify="flex-start" px={12} onClick={() => setCustom(true)}>
          {t.snooze.custom}…
        </Button>
      )}
    </Stack>
  );
}
