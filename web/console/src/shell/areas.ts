import { IconBook2, IconSparkles } from "@tabler/icons-react";

/** The parts of the console beside the inbox that stand in the side bar. */
export const AREAS = ["knowledge", "assistant"] as const;
export type AreaName = (typeof AREAS)[number];

export const areaIcons: Record<AreaName, typeof IconBook2> = { knowledge: IconBook2, assistant: IconSparkles };
