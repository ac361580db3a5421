import { SegmentedControl, Textarea } from "@mantine/core";
import { IconLock, IconMessage2 } from "@tabler/icons-react";
import { type KeyboardEvent, lazy, Suspense, useEffect, useRef, useState } from "react";
import type { Summary } from "../api/types";
import { useNameOf } from "../contact/use-name-of";
import { useText } from "../i18n/text";
import { useDesk, useMe } from "../live/use-desk";
import styles from "./composer.module.css";
import { composer } from "./handle";
import { Hint } from "./hint";
import { LONGEST, Tools } from "./tools";
import { UploadChips } from "./upload-chips";
import { useDraft } from "./use-draft";
import { useFiles } from "./use-files";
import { useSendKey } from "./use-send-key";

const MacroPicker = lazy(() => import("./macro-picker"));

export function Composer({ conversation }: { conversation: Summary }) {
  const { id } = conversation;
  const { t } = useText();
  const nameOf = useNameOf();
  const desk = useDesk();
  const area = useRef<HTMLTextAreaElement>(null);
  const { draft, state, change } = useDraft(id);
  const files = useFiles(id);
  const epoch = useStartingEpoch(conversation, draft.text !== "");
  const [sendKey, setSendKey] = useSendKey();
  const [isPicking, setPicking] = useState(false);
  const length = [...draft.text].length;
  const canSend = (draft.text.trim() !== "" || files.attachments.length > 0) && !files.isBusy && length <= LONGEST;

  /** At once, for what is typed next; and again when what took the focus meanwhile is gone. */
  const focus = () => {
    area.current?.focus();
    requestAnimationFrame(() => area.current?.focus());
  };
  const write = (text: string) => {
    if (text === "/" && !draft.text) return setPicking(true);
    change({ ...draft, text });
    if (text && !draft.private) desk.typing(id);
  };
  const insert = (text: string) => {
    change({ ...draft, text: draft.text ? `${draft.text.trimEnd()}\n\n${text}` : text });
    focus();
  };
  const send = () => {
    if (!canSend) return;
    const { text, private: isPrivate } = draft;
    desk.sender.send({ conversationId: id, text: text.trim(), private: isPrivate, attachments: files.attachments, epoch: epoch() });
    change({ text: "", private: false });
    files.clear();
    focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") area.current?.blur();
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    if (!event.ctrlKey && !event.metaKey && sendKey === "ctrl") return;
    event.preventDefault();
    send();
  };

  useEffect(() => {
    composer.current = {
      focus: (mode) => {
        if (mode) change({ ...draft, private: mode === "note" });
        focus();
      },
      insert: (text, attachments = []) => {
        if (text) insert(text);
        files.restore(attachments);
      },
      addFiles: files.add,
      openMacros: () => setPicking(true),
    };
    return () => {
      composer.current = null;
    };
  });

  return (
    <section className={styles.composer} data-note={draft.private || undefined} aria-label={t.composer.label}>
      <div className={styles.top}>
        <SegmentedControl
          size="xs" aria-label={t.composer.label} value={draft.private ? "note" : "reply"} className={styles.mode ?? ""}
          onChange={(mode) => {
            change({ ...draft, private: mode === "note" });
            focus();
          }}
          data={[
            { value: "reply", label: <Mode icon={IconMessage2} words={t.composer.reply} /> },
            { value: "note", label: <Mode icon={IconLock} words={t.composer.note} /> },
          ]}
        />
        <Hint conversation={conversation} isNote={draft.private} />
      </div>
      <Textarea
        ref={area} variant="unstyled" autosize minRows={2} maxRows={12} value={draft.text} onKeyDown={onKeyDown} className={styles.area ?? ""}
        aria-label={draft.private ? t.composer.note : t.composer.reply} data-spot="composer"
        placeholder={draft.private ? t.composer.notePlaceholder : t.composer.replyTo(nameOf(conversation.contact))}
        onChange={(event) => write(event.currentTarget.value)}
      />
      <UploadChips uploads={files.uploads} onRemove={files.remove} onAgain={files.again} />
      <Tools
        length={length} draftState={state} isNote={draft.private} canSend={canSend} sendKey={sendKey} onSendKey={setSendKey} onSend={send}
        onFiles={files.add} onMacros={() => setPicking(true)}
      />
      <Suspense>
        {isPicking && <MacroPicker conversation={conversation} onInsert={insert} onClose={() => setPicking(false)} />}
      </Suspense>
    </section>
  );
}

function Mode({ icon: Icon, words }: { icon: typeof IconLock; words: string }) {
  return (
    <span className={styles.modeLabel}>
      <Icon size={13} aria-hidden />
      {words}
    </span>
  );
}

/**
 * The epoch under which one began to write. If the conversation passes to someone else meanwhile, the server then
 * refuses and the agent is asked. What has become one's own may be answered as it is.
 */
function useStartingEpoch(conversation: Summary, isWriting: boolean): () => number {
  const me = useMe();
  const begun = useRef(conversation.epoch);
  const isMine = conversation.assignee?.id === me.member.id;
  if (!isWriting || isMine) begun.current = conversation.epoch;
  return () => begun.current;
}
