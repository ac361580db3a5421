import type { View } from "../api/types";

export const VIEWS: View[] = ["mine", "unassigned", "waiting", "all", "snoozed", "resolved"];
export const isView = (name: string | undefined): name is View => VIEWS.includes(name as View);
export const placeOf = (view: View, conversationId?: string) => (conversationId ? `/${view}/${conversationId}` : `/${view}`);
export const HOME: View = "waiting";
