import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { assign, handBack, handOff, reopen, resolve, snooze } from "../api/calls";
import { Refused } from "../api/client";
import { keys } from "../api/keys";
import type { Named, Summary } from "../api/types";
import { useText } from "../i18n/text";
import { useDesk, useMe } from "../live/use-desk";

export type Actions = ReturnType<typeof useActions>;

/** What can be done with a conversation. The answer is shown at once; a refusal is said, and the true state fetched. */
export function useActions() {
  const { t, format } = useText();
  const desk = useDesk();
  const me = useMe();
  const queries = useQueryClient();
  return useMemo(() => {
    const carryOut = async (id: string, action: () => Promise<Summary>, done: string, undo?: () => Promise<unknown>) => {
      try {
        desk.board.apply({ type: "summaries", conversations: [await action()] });
        void queries.invalidateQueries({ queryKey: keys.counts });
        say(done, undo && { label: t.actions.undo, run: () => void undo() });
      } catch (error) {
        const isConflict = error instanceof Refused && error.status === 409;
        notifications.show({ color: "red", message: isConflict ? t.actions.conflict : t.actions.failed, role: "alert" });
        void queries.invalidateQueries({ queryKey: keys.conversation(id) });
      }
    };
    const words = t.actions.done;
    const back = (id: string) => carryOut(id, () => reopen(id), words.reopen);
    return {
      assignMe: (id: string) => carryOut(id, () => assign(id, me.member.id), words.assign(me.member.name)),
      assignTo: (id: string, member: Named) => carryOut(id, () => assign(id, member.id), words.assign(member.name)),
      toQueue: (id: string) => carryOut(id, () => handOff(id), words.queue),
      handBack: (id: string) => carryOut(id, () => handBack(id), words.handBack),
      snooze: (id: string, until: string) => carryOut(id, () => snooze(id, until), words.snooze(format.full(until)), () => back(id)),
      resolve: (id: string) => carryOut(id, () => resolve(id), words.resolve, () => back(id)),
      reopen: back,
    };
  }, [t, format, desk, me, queries]);
}

export function say(message: string, undo?: { label: string; run: () => void }): void {
  const id = "done";
  notifications.hide(id);
  notifications.show({
    id,
    withCloseButton: !undo,
    // To take something back needs more time than to read that it is done.
    autoClose: undo ? 10_000 : 4_500,
    color: "petrol",
    message: undo ? (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <span>{message}</span>
        <Button
          size="compact-xs" variant="light"
          onClick={() => {
            undo.run();
            notifications.hide(id);
          }}
        >
          {undo.label}
        </Button>
      </Group>
    ) : (
      message
    ),
  });
}
