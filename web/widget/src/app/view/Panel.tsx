import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Composer } from "./Composer";
import { useSurroundings } from "./context";
import { Header } from "./Header";
import { Log } from "./Log";
import { OfflineBanner, PersonBar } from "./Notices";
import { keepFocusIn, usePhone } from "./phone";
import { limitsOf, useUploads } from "./uploads";

interface Props {
  readonly open: boolean;
  /** Counts up with each opening that should take the focus. */
  readonly focusTurn: number;
  onClose(): void;
}

export function Panel({ open, focusTurn, onClose }: Props) {
  const { actions, texts, locale, config } = useSurroundings();
  const panel = useRef<HTMLElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => actions.preferences.draft());
  const [dragging, setDragging] = useState(false);
  const limits = limitsOf(config);
  const files = useUploads(actions, limits, texts, locale);
  const phone = usePhone(open, panel);

  const write = (next: string) => {
    setText(next);
    actions.preferences.keepDraft(next);
  };

  useLayoutEffect(() => {
    if (open && focusTurn) focusTarget(panel.current, field.current)?.focus();
  }, [open, focusTurn]);

  useEffect(() => {
    if (!open) setDragging(false);
  }, [open]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !event.isComposing) onClose();
    if (phone && event.key === "Tab") keepFocusIn(panel.current, event);
  };

  return (
    <section
      ref={panel}
      class={dragging ? "panel dragging" : "panel"}
      role="dialog"
      aria-modal={phone || undefined}
      aria-label={texts.panel(config?.workspace ?? "")}
      lang={locale}
      tabIndex={-1}
      hidden={!open}
      onKeyDown={onKeyDown}
      onDragOver={(event) => hasFiles(event) && (event.preventDefault(), setDragging(true))}
      onDragLeave={(event) => !panel.current?.contains(event.relatedTarget as Node | null) && setDragging(false)}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setDragging(false);
        files.add([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <Header onClose={onClose} />
      <OfflineBanner />
      <Log
        open={open}
        onEdit={(old) => {
          write(text.trim() ? `${text}\n${old}` : old);
          field.current?.focus();
        }}
      />
      <footer>
        <PersonBar />
        <Composer open={open} field={field} text={text} files={files} limits={limits} onText={write} />
      </footer>
      {dragging && <p class="drop">{texts.drop}</p>}
    </section>
  );
}

/** On a touch screen the composer would call up the keyboard over the greeting. */
function focusTarget(panel: HTMLElement | null, field: HTMLElement | null): HTMLElement | null {
  return matchMedia("(pointer: coarse)").matches ? panel : field;
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}
