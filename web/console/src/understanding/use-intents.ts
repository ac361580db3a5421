import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { getIntents, getShippedIntents, getTopics } from "../api/calls";
import { keys } from "../api/keys";
import { useText } from "../i18n/text";
import { titlesOf } from "./intents";

/** Every intent that a reading may name: the workspace's own, and those that come with Relevo. */
export function useIntents() {
  const own = useQuery({ queryKey: keys.intents, queryFn: getIntents });
  const topics = useQuery({ queryKey: keys.topics, queryFn: getTopics });
  const shipped = useQuery({ queryKey: keys.shippedIntents, queryFn: getShippedIntents, staleTime: Infinity });
  const known = useMemo(() => ({ own: own.data ?? [], topics: topics.data ?? [], shipped: shipped.data ?? [] }), [own.data, topics.data, shipped.data]);
  return {
    known,
    isPending: own.isPending || shipped.isPending,
    isError: own.isError && shipped.isError,
    retry: () => void Promise.all([own.refetch(), topics.refetch(), shipped.refetch()]),
  };
}

export function useIntentTitle(): (name: string) => string {
  const { language } = useText();
  const { known } = useIntents();
  return useMemo(() => titlesOf(known, language), [known, language]);
}
