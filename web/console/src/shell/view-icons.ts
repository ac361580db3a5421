import { IconAlarm, IconArchive, IconClockHour4, IconInbox, IconUserCheck, IconUserQuestion } from "@tabler/icons-react";
import type { View } from "../api/types";

export const viewIcons: Record<View, typeof IconInbox> = {
  mine: IconUserCheck, unassigned: IconUserQuestion, waiting: IconClockHour4, all: IconInbox, snoozed: IconAlarm, resolved: IconArchive,
};
