import type { Summary, View } from "../api/types";

/** Whether a conversation stands in a view: the same rules by which the server lists them. */
export function belongs(view: View, conversation: Summary, memberId: string): boolean {
  const { status, holder, assignee, waiting_since } = conversation;
  switch (view) {
    case "mine":
      return status === "open" && assignee?.id === memberId;
    case "unassigned":
      return status === "open" && holder === "queue";
    case "waiting":
      return status === "open" && holder !== "assistant" && waiting_since !== null;
    case "all":
      return status === "open";
    case "resolved":
      return status === "resolved";
    case "snoozed":
      return status === "snoozed";
  }
}

/** Ascending: what stands first in a view has the smallest number. */
export function rank(view: View, conversation: Summary): number {
  if (view === "waiting") return Date.parse(conversation.waiting_since ?? conversation.last_message_at);
  return -Date.parse(conversation.last_message_at);
}

interface Listing {
  view: View;
  memberId: string;
  /** What the server listed so far, and whether there is more behind it. */
  listed: string[];
  more: boolean;
}

/** The rows of a view: what was listed and still belongs, and what came to belong since, down to where the list ends. */
export function rowsOf(known: Record<string, Summary>, { view, memberId, listed, more }: Listing): Summary[] {
  const ids = new Set(listed);
  const belonging = Object.values(known).filter((conversation) => belongs(view, conversation, memberId));
  const end = Math.max(-Infinity, ...belonging.filter(({ id }) => ids.has(id)).map((one) => rank(view, one)));
  return belonging
    .filter((one) => ids.has(one.id) || !more || rank(view, one) <= end)
    .sort((a, b) => rank(view, a) - rank(view, b) || (a.id < b.id ? 1 : -1));
}

/** Search results keep the server's order. */
export function foundOf(known: Record<string, Summary>, listed: string[]): Summary[] {
  return listed.flatMap((id) => known[id] ?? []);
}
