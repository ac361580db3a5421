import type { View } from "../api/types";
import type { Dictionary } from "../i18n/es";
import { AREAS } from "../shell/areas";

export type Group = "actions" | "go" | "app";

/** Something that can be done by key and from the palette. */
export interface Command {
  id: string;
  group: Group;
  label: string;
  keys: string[];
  run: () => void;
}

export const viewKeys: Record<View, string> = { mine: "m", unassigned: "u", waiting: "w", all: "a", snoozed: "z", resolved: "r" };

export interface Does {
  go: (place: string) => void;
  open: (view: View) => void;
  move: (step: 1 | -1) => void;
  enter: () => void;
  reply: () => void;
  note: () => void;
  macros: () => void;
  assignMe: () => void;
  assignTo: () => void;
  toQueue: () => void;
  handBack: () => void;
  snooze: () => void;
  resolve: () => void;
  reopen: () => void;
  panel: () => void;
  correct: () => void;
  release: () => void;
  search: () => void;
  knowledge: () => void;
  help: () => void;
  settings: () => void;
  signOut: () => void;
}

export interface Circumstances {
  hasConversation: boolean;
  isResolved: boolean;
  holder: string;
}

/** What makes sense now; nothing is offered that would be refused. */
export function commandsFor(does: Does, { hasConversation, isResolved, holder }: Circumstances, t: Dictionary, views: View[]): Command[] {
  const command = (group: Group, id: string, label: string, run: () => void, ...keys: string[]): Command => ({ id, group, label, keys, run });
  const here = hasConversation
    ? [
        command("actions", "reply", t.keys.reply, does.reply, "r"),
        command("actions", "note", t.keys.note, does.note, "n"),
        command("actions", "macros", t.composer.macros, does.macros),
        command("actions", "assign-me", t.actions.assignMe, does.assignMe, "a"),
        command("actions", "assign", t.actions.assignTo, does.assignTo),
        ...(isResolved ? [command("actions", "reopen", t.actions.reopen, does.reopen, "o")] : [
          command("actions", "resolve", t.actions.resolve, does.resolve, "e"),
          command("actions", "snooze", t.actions.snooze, does.snooze, "s"),
        ]),
        ...(holder === "assistant" ? [] : [command("actions", "hand-back", t.actions.handBack, does.handBack, "h")]),
        ...(holder === "queue" ? [] : [command("actions", "to-queue", t.actions.toQueue, does.toQueue)]),
        command("actions", "panel", t.actions.details, does.panel, "i"),
        command("actions", "correct", t.keys.correct, does.correct, "c"),
        command("actions", "release", t.proposal.send, does.release, "p"),
        command("actions", "knowledge", t.knowledge.search, does.knowledge),
      ]
    : [];
  return [
    ...here,
    ...views.map((view) => command("go", `go-${view}`, t.views[view], () => does.open(view), `g ${viewKeys[view]}`)),
    ...AREAS.map((area) => command("go", area, t.areas[area], () => does.go(`/${area}`))),
    command("go", "settings", t.me.settings, does.settings),
    command("app", "search", t.list.search, does.search, "/"),
    command("app", "help", t.me.shortcuts, does.help, "?"),
    command("app", "sign-out", t.me.signOut, does.signOut),
  ];
}
