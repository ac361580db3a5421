import { useQuery } from "@tanstack/react-query";
import { getIntentModels } from "../../api/calls";
import { keys } from "../../api/keys";
import { isUnderWay } from "./quality";

const LOOK_MS = 3000;

/** Versions, newest first. Events tell how training goes; should they fail to come, it is looked at again and again. */
export const useModels = () =>
  useQuery({
    queryKey: keys.intentModels,
    queryFn: getIntentModels,
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? LOOK_MS : false),
  });
