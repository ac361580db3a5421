import { notifications } from "@mantine/notifications";
import { useCallback } from "react";
import { correctReading } from "../api/calls";
import { Refused } from "../api/client";
import type { Correction, Message, Reading } from "../api/types";
import { say } from "../conversation/use-actions";
import { useText } from "../i18n/text";
import { useDesk, useMe } from "../live/use-desk";
import { corrected, inverse } from "./correction";

/** Shown at once; put back, and said, when the server refuses. What was before can be had again with one click. */
export function useCorrect(message: Message) {
  const { t } = useText();
  const desk = useDesk();
  const { member } = useMe();
  const { id: messageId, conversation_id: conversationId } = message;
  const show = useCallback((reading: Reading) => desk.board.apply({ type: "reading", conversationId, messageId, reading }), [desk, conversationId, messageId]);

  return useCallback(
    async (before: Reading, correction: Correction, done: string) => {
      const send = async (from: Reading, change: Correction, words: string, undo?: () => void) => {
        show(corrected(from, change, { id: member.id, name: member.name }));
        try {
          show(await correctReading(messageId, change));
          say(words, undo && { label: t.actions.undo, run: undo });
        } catch (error) {
          show(from);
          notifications.show({ color: "red", message: explained(error, t.reading), role: "alert" });
        }
      };
      const after = corrected(before, correction, { id: member.id, name: member.name });
      await send(before, correction, done, () => void send(after, inverse(before, correction), t.reading.undone));
    },
    [show, messageId, member, t],
  );
}

function explained(error: unknown, words: { failed: string; offline: string; gone: string }): string {
  if (!(error instanceof Refused)) return words.failed;
  if (error.status === 0) return words.offline;
  return error.status === 404 ? words.gone : words.failed;
}
