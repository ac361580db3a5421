import { useQuery } from "@tanstack/react-query";
import { getCounts } from "../api/calls";
import { keys } from "../api/keys";

const CAP = 100;

export function useCounts() {
  return useQuery({ queryKey: keys.counts, queryFn: getCounts, refetchInterval: 60_000 }).data;
}

/** The server counts to a hundred and stops. */
export const shown = (count: number) => (count >= CAP ? "99+" : String(count));
