import { Button, Group, Loader, Modal } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useText } from "../i18n/text";
import styles from "./settings.module.css";
import { useWords } from "./use-words";

export function Top({ title, lead, action }: { title: string; lead: string; action?: ReactNode }) {
  return (
    <div className={styles.top}>
      <div>
        <h2>{title}</h2>
        <p>{lead}</p>
      </div>
      {action}
    </div>
  );
}

/** What was fetched, or why it is not there. */
export function Fetched<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  const { t } = useText();
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) return <Loader type="dots" role="status" aria-label={t.app.loading} />;
  return <LoadFailed onRetry={() => void query.refetch()} />;
}

export function LoadFailed({ onRetry }: { onRetry: () => void }) {
  const { t } = useText();
  const words = useWords();
  return (
    <div className={styles.nothing} role="alert">
      <p>{words.loadFailed}</p>
      <Button size="xs" variant="default" onClick={onRetry}>
        {t.app.retry}
      </Button>
    </div>
  );
}

interface ConfirmProps {
  isOpen: boolean;
  title: string;
  text: string;
  act: string;
  onAct: () => void;
  onClose: () => void;
}

export function Confirm({ isOpen, title, text, act, onAct, onClose }: ConfirmProps) {
  const { t } = useText();
  return (
    <Modal opened={isOpen} onClose={onClose} title={title} size={420} closeButtonProps={{ "aria-label": t.app.close }}>
      <p className={styles.text}>{text}</p>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t.app.cancel}
        </Button>
        <Button
          color="red"
          onClick={() => {
            onClose();
            onAct();
          }}
        >
          {act}
        </Button>
      </Group>
    </Modal>
  );
}

export const sayFailed = (message: string) => notifications.show({ color: "red", message, role: "alert" });
export const saySaved = (message: string) => notifications.show({ color: "petrol", message });
