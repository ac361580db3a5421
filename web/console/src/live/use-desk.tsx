import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import type { Me, Message, Summary } from "../api/types";
import type { Board, Thread } from "./board";
import { noThread } from "./board";
import { Desk } from "./desk";
import type { OutboxItem } from "./outbox";
import { useSelected } from "./store";

const Context = createContext<{ desk: Desk; me: Me } | null>(null);

interface Props {
  me: Me;
  onSignedOut: () => void;
  /** Shown until the line stands; `retry` when it could not be made. */
  waiting: (retry: (() => void) | null) => ReactNode;
  children: ReactNode;
}

export function DeskProvider({ me, onSignedOut, waiting, children }: Props) {
  const queries = useQueryClient();
  const signedOut = useRef(onSignedOut);
  signedOut.current = onSignedOut;
  const first = useRef(me);
  const [desk, setDesk] = useState<Desk | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    const made = new Desk(first.current, queries, () => signedOut.current());
    let isCurrent = true;
    setFailed(false);
    made.start().then(
      () => isCurrent && setDesk(made),
      () => isCurrent && setFailed(true),
    );
    return () => {
      isCurrent = false;
      made.stop();
      setDesk(null);
    };
  }, [queries, attempt]);

  if (!desk) return waiting(failed ? () => setAttempt(attempt + 1) : null);
  return <Context value={{ desk, me }}>{children}</Context>;
}

function useContextOfDesk() {
  const context = useContext(Context);
  if (!context) throw new Error("useDesk needs a DeskProvider above it");
  return context;
}

export const useDesk = (): Desk => useContextOfDesk().desk;
export const useMe = (): Me => useContextOfDesk().me;
export const useBoard = <Part,>(select: (board: Board) => Part): Part => useSelected(useDesk().board, select);
export const useConversation = (id: string): Summary | undefined => useBoard((board) => board.conversations[id]);
export const useThread = (id: string): Thread => useBoard((board) => board.threads[id] ?? noThread);
export const useLink = () => useSelected(useDesk().link, (state) => state);

export function useOutbox(conversationId: string): OutboxItem[] {
  const items = useSelected(useDesk().sender.outbox, (all) => all);
  return items.filter((item) => item.conversationId === conversationId);
}

/** Agents' answers carry their author's name; the assistant and the contact carry theirs. */
export const isMine = (message: Message, me: Me): boolean => message.sender.kind === "agent" && message.sender.id === me.member.id;
