import { lazy, Suspense, useEffect, useMemo, useRef, useState } from "react";
import { useLocation, useRoute } from "wouter";
import type { Summary, View } from "../api/types";
import { composer } from "../composer/handle";
import { useActions } from "../conversation/use-actions";
import { useText } from "../i18n/text";
import { neighbour } from "../inbox/rows";
import { useBoard } from "../live/use-desk";
import { HOME, isView, placeOf, VIEWS } from "../shell/places";
import { screen, spots, togglePanel, WIDE } from "../shell/screen";
import { type Command, commandsFor } from "./commands";
import { HelpDialog } from "./help-dialog";
import { Keystrokes } from "./match";
import { mountPalette, openPalette, typeAhead } from "./palette-door";

const loadPalette = () => import("./palette");
const Palette = lazy(loadPalette);

export default function Keyboard({ onSignOut }: { onSignOut: () => void }) {
  const { commands, moves, view } = useCommands(onSignOut);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    mountPalette(() => setAsked((times) => times + 1));
    // Fetched ahead: what is typed right after Ctrl+K is meant for it.
    void loadPalette();
  }, []);
  useKeys([...commands, ...moves]);
  return (
    <>
      <HelpDialog />
      <Suspense>{asked > 0 && <Palette asked={asked} commands={commands} view={view} />}</Suspense>
    </>
  );
}

function useCommands(onSignOut: () => void) {
  const { t } = useText();
  const [, go] = useLocation();
  const [, route] = useRoute("/:view/:id?");
  const act = useActions();
  const view: View = isView(route?.view) ? route.view : HOME;
  const id = isView(route?.view) ? route.id : undefined;
  const conversation = useBoard((board): Summary | undefined => (id ? board.conversations[id] : undefined));
  return useMemo(() => {
    const on = (action: (id: string) => unknown) => () => void (id && action(id));
    const move = (step: 1 | -1) => {
      const next = neighbour(id, step);
      if (!next) return;
      go(placeOf(view, next));
      requestAnimationFrame(() => document.querySelector(`[data-row="${CSS.escape(next)}"]`)?.scrollIntoView({ block: "nearest" }));
    };
    const does = {
      go, open: (next: View) => go(placeOf(next)), move, enter: spots.heading,
      reply: () => composer.current?.focus("reply"), note: () => composer.current?.focus("note"), macros: () => composer.current?.openMacros(),
      assignMe: on(act.assignMe), assignTo: () => screen.apply({ dialog: "assign" }), toQueue: on(act.toQueue), handBack: on(act.handBack),
      snooze: () => screen.apply({ dialog: "snooze" }), resolve: on(act.resolve), reopen: on(act.reopen), panel: togglePanel, correct: spots.reading, release: spots.release,
      search: spots.search, knowledge: openKnowledge, help: () => screen.apply({ dialog: "help" }), settings: () => go("/settings/members"), signOut: onSignOut,
    };
    const circumstances = { hasConversation: !!conversation, isResolved: conversation?.status === "resolved", holder: conversation?.holder ?? "" };
    const moves: Command[] = [
      { id: "next", group: "go", label: "", keys: ["j"], run: () => move(1) },
      { id: "previous", group: "go", label: "", keys: ["k"], run: () => move(-1) },
    ];
    return { commands: commandsFor(does, circumstances, t, VIEWS), moves, view };
  }, [t, go, view, id, conversation, act, onSignOut]);
}

function openKnowledge(): void {
  const isWide = window.matchMedia(WIDE).matches;
  screen.apply({ tab: "knowledge", ...(isWide ? { panel: true } : { drawer: true }) });
}

/** Keys are for the page, not for fields; and not while a dialog is open. */
function useKeys(commands: Command[]): void {
  const latest = useRef(commands);
  latest.current = commands;
  useEffect(() => {
    const keystrokes = new Keystrokes();
    const onKeyDown = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        return openPalette();
      }
      if (typeAhead(event)) return event.preventDefault();
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isBusy(event.target)) return;
      const command = keystrokes.next(event.key.length === 1 ? event.key.toLowerCase() : event.key, event.timeStamp, latest.current);
      if (!command) return;
      event.preventDefault();
      command.run();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}

function isBusy(target: EventTarget | null): boolean {
  const isField = target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable], [role=menu], [role=radiogroup]");
  return !!isField || document.querySelector("[aria-modal=true]") !== null;
}
