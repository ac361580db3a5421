import { ActionIcon, Button, FileButton, Menu, Tooltip } from "@mantine/core";
import { IconBolt, IconChevronDown, IconPaperclip, IconSend2 } from "@tabler/icons-react";
import { useText } from "../i18n/text";
import styles from "./composer.module.css";
import type { DraftState } from "./use-draft";
import { TYPES } from "./use-files";
import type { SendKey } from "./use-send-key";

export const LONGEST = 8000;
const WARN_FROM = 7500;

interface Props {
  length: number;
  draftState: DraftState;
  isNote: boolean;
  canSend: boolean;
  sendKey: SendKey;
  onSendKey: (key: SendKey) => void;
  onSend: () => void;
  onFiles: (files: File[]) => void;
  onMacros: () => void;
}

export function Tools(props: Props) {
  const { t } = useText();
  return (
    <div className={styles.tools}>
      <FileButton onChange={props.onFiles} accept={TYPES.join(",")} multiple>
        {(button) => (
          <Tooltip label={t.composer.attach}>
            <ActionIcon {...button} variant="subtle" color="gray" size={30} aria-label={t.composer.attach}>
              <IconPaperclip size={17} />
            </ActionIcon>
          </Tooltip>
        )}
      </FileButton>
      <Tooltip label={`${t.macro.title} · /`}>
        <ActionIcon variant="subtle" color="gray" size={30} aria-label={t.composer.macros} onClick={props.onMacros}>
          <IconBolt size={17} />
        </ActionIcon>
      </Tooltip>
      <Counter {...props} />
      <SendButton {...props} />
    </div>
  );
}

function Counter({ length, draftState }: Props) {
  const { t } = useText();
  const words = {
    none: "", unsaved: t.composer.draftUnsaved, saved: t.composer.draftSaved, failed: t.composer.draftFailed,
  }[draftState];
  return (
    <>
      <span className={styles.draft} role="status">
        {words}
      </span>
      {length >= WARN_FROM && (
        <span className={styles.count} data-over={length > LONGEST || undefined} role={length > LONGEST ? "alert" : undefined}>
          {length > LONGEST ? t.composer.tooLong(length - LONGEST) : t.composer.left(LONGEST - length)}
        </span>
      )}
    </>
  );
}

function SendButton({ isNote, canSend, sendKey, onSendKey, onSend }: Props) {
  const { t } = useText();
  return (
    <div className={styles.send}>
      <Button size="xs" disabled={!canSend} onClick={onSend} leftSection={<IconSend2 size={15} />} className={styles.sendMain ?? ""}>
        {isNote ? t.composer.addNote : t.composer.send}
      </Button>
      <Menu width={180} position="top-end">
        <Menu.Target>
          <ActionIcon size={30} variant="filled" aria-label={t.composer.sendWith} className={styles.sendMore ?? ""}>
            <IconChevronDown size={15} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t.composer.sendWith}</Menu.Label>
          <Menu.RadioGroup value={sendKey} onChange={(key) => onSendKey(key as SendKey)}>
            {(["enter", "ctrl"] as const).map((key) => (
              <Menu.RadioItem key={key} value={key} closeMenuOnClick>
                {key === "enter" ? t.composer.enter : t.composer.ctrlEnter}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
