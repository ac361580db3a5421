/** The names under which answers are cached. */
export const keys = {
  me: ["me"] as const,
  counts: ["counts"] as const,
  lists: ["list"] as const,
  list: (view: string, q: string) => ["list", view, q] as const,
  conversation: (id: string) => ["conversation", id] as const,
  thread: (id: string) => ["thread", id] as const,
  packet: (id: string) => ["packet", id] as const,
  contact: (id: string) => ["contact", id] as const,
  members: ["members"] as const,
  macros: ["macros"] as const,
  search: (q: string, locale: string) => ["search", q, locale] as const,
  apiKeys: ["api-keys"] as const,
  workspace: ["workspace"] as const,
  inboxes: ["inboxes"] as const,
};
