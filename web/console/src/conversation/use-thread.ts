import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { getConversation, getMessages, getPacket, markRead } from "../api/calls";
import { Refused } from "../api/client";
import { keys } from "../api/keys";
import type { Summary } from "../api/types";
import { useDesk, useMe, useThread } from "../live/use-desk";

export function useDetails(id: string) {
  const desk = useDesk();
  return useQuery({
    queryKey: keys.conversation(id),
    queryFn: async () => {
      desk.board.apply({ type: "summaries", conversations: [await getConversation(id)] });
      return true;
    },
  });
}

/** Fetches the newest page; the board keeps it current from then on. */
export function useNewest(id: string) {
  const desk = useDesk();
  return useQuery({
    queryKey: keys.thread(id),
    staleTime: 0,
    queryFn: async () => {
      const { messages, more } = await getMessages(id);
      desk.board.apply({ type: "latest", conversationId: id, messages, more });
      desk.arrived(messages);
      return true;
    },
  });
}

export function useOlder(id: string) {
  const desk = useDesk();
  const { messages } = useThread(id);
  const [state, setState] = useState<"idle" | "loading" | "failed">("idle");
  const load = async () => {
    setState("loading");
    try {
      const page = await getMessages(id, messages[0]?.id);
      desk.board.apply({ type: "older", conversationId: id, messages: page.messages, more: page.more });
      setState("idle");
    } catch {
      setState("failed");
    }
  };
  return { state, load };
}

export function usePacket(conversation: Summary) {
  const wasHandedOff = conversation.hand_off_reason !== null;
  return useQuery({
    // A new handoff has a new packet.
    queryKey: [...keys.packet(conversation.id), conversation.queued_at],
    enabled: wasHandedOff,
    queryFn: () =>
      getPacket(conversation.id).catch((error: unknown) => {
        if (error instanceof Refused && error.status === 404) return null;
        throw error;
      }),
  });
}

/** What is on the screen of whoever has to answer counts as read. A look by somebody else promises the customer nothing. */
export function useReading(conversation: Summary | undefined, id: string): void {
  const me = useMe();
  const { messages } = useThread(id);
  const last = messages.findLast((message) => message.seq !== null)?.seq ?? 0;
  const isMine = conversation?.holder === "agent" && conversation.assignee?.id === me.member.id;
  const isRead = !conversation || !isMine || (conversation.unread === 0 && (conversation.agent_read_seq ?? 0) >= last);
  useEffect(() => {
    if (isRead || !last) return;
    const tell = () => document.visibilityState === "visible" && void markRead(id, last).catch(() => undefined);
    tell();
    document.addEventListener("visibilitychange", tell);
    return () => document.removeEventListener("visibilitychange", tell);
  }, [id, last, isRead]);
}
