import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { getConversations } from "../api/calls";
import { keys } from "../api/keys";
import type { Summary, View } from "../api/types";
import { foundOf, rowsOf } from "../live/views";
import { useBoard, useDesk, useMe } from "../live/use-desk";

const PAGE = 40;

/** The rows of a view or a search: fetched page by page, kept current by the board. */
export function useList(view: View, q: string) {
  const desk = useDesk();
  const me = useMe();
  const known = useBoard((board) => board.conversations);
  const query = useInfiniteQuery({
    queryKey: keys.list(q ? "search" : view, q),
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) => {
      const page = await getConversations(q ? { q, cursor: pageParam, limit: PAGE } : { view, cursor: pageParam, limit: PAGE }, signal);
      desk.board.apply({ type: "summaries", conversations: page.conversations });
      return { ids: page.conversations.map(({ id }) => id), next: page.next };
    },
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: q ? 10_000 : 300_000,
  });
  const pages = query.data?.pages;
  const rows = useMemo<Summary[]>(() => {
    if (!pages) return [];
    const listed = pages.flatMap(({ ids }) => ids);
    if (q) return foundOf(known, listed);
    return rowsOf(known, { view, memberId: me.member.id, listed, more: pages.at(-1)?.next != null });
  }, [pages, known, q, view, me.member.id]);
  return { query, rows };
}
