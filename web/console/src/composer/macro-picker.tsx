import { Button, Kbd, Modal, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useState } from "react";
import { applyMacro, getMacros } from "../api/calls";
import { keys } from "../api/keys";
import type { Macro, Summary } from "../api/types";
import { newId } from "../format/ids";
import { useText } from "../i18n/text";
import { useDesk, useMe } from "../live/use-desk";
import { filled, matching, wordsFor } from "./macro-text";
import styles from "./macro-picker.module.css";

interface Props {
  conversation: Summary;
  onInsert: (text: string) => void;
  onClose: () => void;
}

/** Opened by "/" in an empty message. Enter inserts; Ctrl+Enter sends and does what the macro says. */
export default function MacroPicker(props: Props) {
  const { t } = useText();
  return (
    <Modal opened onClose={props.onClose} title={t.macro.title} size={720} closeButtonProps={{ "aria-label": t.app.close }}>
      <Choices {...props} />
    </Modal>
  );
}

function Choices({ conversation, onInsert, onClose }: Props) {
  const { t } = useText();
  const { member } = useMe();
  const [wanted, setWanted] = useState("");
  const [at, setAt] = useState(0);
  const { data: all = [], isPending } = useQuery({ queryKey: keys.macros, queryFn: getMacros });
  const macros = matching(all, wanted, conversation.locale);
  const chosen = macros[Math.min(at, macros.length - 1)];
  const apply = useApply(conversation, onClose);
  const text = chosen ? filled(chosen.text, { contact: conversation.contact.name, agent: member.name }) : "";
  const insert = () => {
    onClose();
    onInsert(text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt(Math.max(0, Math.min(macros.length - 1, at + step)));
    else if (event.key === "Enter" && chosen) (event.ctrlKey || event.metaKey ? () => apply.mutate(chosen) : insert)();
    else return;
    event.preventDefault();
  };
  return (
    <>
      <TextInput
        data-autofocus role="combobox" aria-expanded aria-controls="macros" aria-activedescendant={chosen && `macro-${chosen.id}`}
        aria-label={t.macro.search} placeholder={t.macro.search} value={wanted} onKeyDown={onKeyDown}
        onChange={(event) => {
          setWanted(event.currentTarget.value);
          setAt(0);
        }}
      />
      {!isPending && macros.length === 0 && <p className={styles.none}>{all.length ? t.macro.none : t.macro.empty}</p>}
      <div className={styles.split} hidden={macros.length === 0}>
        <ul id="macros" role="listbox" aria-label={t.macro.title} className={styles.list}>
          {macros.map((macro, index) => (
            <li
              key={macro.id} id={`macro-${macro.id}`} role="option" aria-selected={macro === chosen} className={styles.macro}
              onClick={() => setAt(index)} onDoubleClick={insert}
            >
              <bdi>{macro.name}</bdi>
            </li>
          ))}
        </ul>
        {chosen && <Preview macro={chosen} text={text} onInsert={insert} onApply={() => apply.mutate(chosen)} isBusy={apply.isPending} />}
      </div>
    </>
  );
}

interface PreviewProps {
  macro: Macro;
  text: string;
  onInsert: () => void;
  onApply: () => void;
  isBusy: boolean;
}

function Preview({ macro, text, onInsert, onApply, isBusy }: PreviewProps) {
  const { t } = useText();
  const does = wordsFor(macro.actions, t);
  return (
    <div className={styles.preview}>
      <p className={styles.text}>
        <bdi>{text}</bdi>
      </p>
      {does.length > 0 && (
        <p className={styles.does}>
          {t.macro.does}: {does.join(", ")}.
        </p>
      )}
      <div className={styles.buttons}>
        <Button size="xs" variant="default" onClick={onInsert} rightSection={<Kbd size="xs">↵</Kbd>}>
          {t.macro.insert}
        </Button>
        <Button size="xs" onClick={onApply} loading={isBusy}>
          {t.macro.apply}
        </Button>
      </div>
    </div>
  );
}

function useApply(conversation: Summary, onDone: () => void) {
  const { t } = useText();
  const desk = useDesk();
  return useMutation({
    mutationFn: (macro: Macro) => applyMacro(conversation.id, macro.id, newId()),
    onSuccess: (summary) => {
      desk.board.apply({ type: "summaries", conversations: [summary] });
      onDone();
    },
    onError: () => notifications.show({ color: "red", message: t.macro.failed, role: "alert" }),
  });
}
