import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Attachment } from "../chat/messages";
import { useSurroundings } from "./context";
import { Icon } from "./Icon";
import { UploadChips } from "./UploadChips";
import type { Limits, useUploads } from "./uploads";

export const LONGEST = 8000;
const COUNT_FROM = 7500;

interface Props {
  readonly open: boolean;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly files: ReturnType<typeof useUploads>;
  readonly limits: Limits;
  onText(text: string): void;
}

export function Composer({ open, field, text, files, limits, onText }: Props) {
  const { actions, texts } = useSurroundings();
  const picker = useRef<HTMLInputElement>(null);
  const pending = files.uploads.some((upload) => !upload.attachment);
  const ready = files.uploads.map((upload) => upload.attachment).filter((one): one is Attachment => one !== null);
  const left = LONGEST - lengthOf(text);
  const sendable = !pending && left >= 0 && (text.trim() !== "" || ready.length > 0);

  const hint = () => {
    if (left < 0) return texts.tooLong(-left);
    if (lengthOf(text) >= COUNT_FROM) return texts.left(left);
    if (files.uploads.some((upload) => upload.problem)) return texts.uploadsFailed;
    return pending && text.trim() ? texts.uploadsPending : "";
  };

  useLayoutEffect(() => grow(field.current), [text, open]);

  const send = () => {
    if (!sendable) return;
    actions.send(text.trim(), ready);
    onText("");
    files.clear();
    field.current?.focus();
  };

  return (
    <form class="composer" onSubmit={(event) => (event.preventDefault(), send())}>
      <UploadChips files={files} />
      <div class="field">
        <button type="button" class="icon-button" aria-label={texts.attach} title={texts.attach} onClick={() => picker.current?.click()}>
          <Icon name="clip" />
        </button>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          accept={limits.types.join(",")}
          onChange={(event) => {
            files.add([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = "";
          }}
        />
        <textarea
          ref={field}
          rows={1}
          dir="auto"
          enterkeyhint="send"
          aria-label={texts.compose}
          aria-describedby="relevo-limit"
          aria-invalid={left < 0}
          placeholder={texts.placeholder}
          value={text}
          onInput={(event) => {
            onText(event.currentTarget.value);
            actions.typing();
          }}
          onKeyDown={(event) => sendsOn(event) && (event.preventDefault(), send())}
          onPaste={(event) => {
            const pasted = [...(event.clipboardData?.files ?? [])];
            if (!pasted.length) return;
            event.preventDefault();
            files.add(pasted);
          }}
        />
        <button type="submit" class="send" aria-label={texts.send} title={texts.send} aria-disabled={!sendable}>
          <Icon name="send" />
        </button>
      </div>
      <p id="relevo-limit" class={left < 0 ? "limit over" : "limit"} role="status">
        {hint()}
      </p>
    </form>
  );
}

/** Enter sends, Shift+Enter breaks the line, and Enter that confirms a word of an input method does neither. */
function sendsOn(event: KeyboardEvent): boolean {
  return event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229;
}

/** In characters as the server counts them: an emoji is one, not two. */
function lengthOf(text: string): number {
  return text.length < COUNT_FROM ? text.length : [...text].length;
}

function grow(field: HTMLTextAreaElement | null): void {
  if (!field?.offsetParent) return;
  field.style.height = "auto";
  field.style.height = `${Math.min(field.scrollHeight, 140)}px`;
}
