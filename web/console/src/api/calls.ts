import { call } from "./client";
import type {
  ApiKey, Attachment, Availability, Contact, Correction, Counts, Draft, Inbox, Intent, IntentDetails, IntentModel, Macro, Me, Member,
  Message, NewIntent, Packet, Page, Passage, Reading, Role, Sent, ShippedIntent, Summary, Taken, Topic, Tried, Understood, View, Workspace,
} from "./types";

export const getMe = () => call<Me>("GET", "/me");
export const signIn = (email: string, password: string) => call<Me>("POST", "/login", { body: { email, password } });
export const signOut = () => call<void>("POST", "/logout");
export const changeMe = (change: { locale?: string; availability?: Availability; name?: string }) =>
  call<Me>("PATCH", "/me", { body: change });

export const getMembers = () => call<{ members: Member[] }>("GET", "/members").then((answer) => answer.members);
/** Those too who no longer work here. */
export const getAllMembers = () => call<{ members: Member[] }>("GET", "/members", { query: { former: "true" } }).then((answer) => answer.members);
export const addMember = (member: { email: string; name: string; role: Role; password?: string; locale?: string }) =>
  call<Member>("POST", "/members", { body: member });
export const changeMember = (id: string, change: { role?: Role; name?: string; active?: boolean; skills?: string[]; languages?: string[] }) =>
  call<Member>("PATCH", `/members/${id}`, { body: change });

export const getConversations = (query: { view?: View; q?: string; cursor?: string; limit?: number }, signal?: AbortSignal) =>
  call<Page>("GET", "/conversations", { query, ...(signal && { signal }) });
export const getCounts = () => call<Counts>("GET", "/conversations/counts");
export const getConversation = (id: string) => call<Summary>("GET", `/conversations/${id}`);
export const getMessages = (id: string, before?: string) =>
  call<{ messages: Message[]; more: boolean }>("GET", `/conversations/${id}/messages`, { query: { limit: 50, before } });
export const getPacket = (id: string) => call<Packet>("GET", `/conversations/${id}/handoff`);

export interface Outgoing {
  client_id: string;
  text: string;
  private?: boolean;
  attachments?: string[];
  epoch?: number;
  take_over?: boolean;
}

export const sendMessage = (id: string, message: Outgoing) =>
  call<Sent>("POST", `/conversations/${id}/messages`, { body: message });

const act = (name: string) => (id: string, body: object = {}) =>
  call<Summary>("POST", `/conversations/${id}/${name}`, { body });
export const assign = (id: string, member_id: string | null) => act("assign")(id, { member_id });
export const resolve = act("resolve");
export const reopen = act("reopen");
export const snooze = (id: string, until: string) => act("snooze")(id, { until });
export const handOff = act("hand-off");
export const handBack = act("hand-back");
export const markRead = (id: string, seq: number) => call<void>("POST", `/conversations/${id}/read`, { body: { seq } });

export const getDraft = (id: string) => call<Draft>("GET", `/conversations/${id}/draft`);
export const putDraft = (id: string, draft: Draft, keepalive = false) =>
  call<void>("PUT", `/conversations/${id}/draft`, { body: draft, keepalive });
export const deleteDraft = (id: string) => call<void>("DELETE", `/conversations/${id}/draft`);

export function uploadFile(conversationId: string, file: File): Promise<Attachment> {
  const form = new FormData();
  form.append("file", file, file.name);
  return call<Attachment>("POST", "/attachments", { query: { conversation_id: conversationId }, form });
}

export const getContact = (id: string) => call<Contact>("GET", `/contacts/${id}`);
export const changeContact = (id: string, change: { name?: string; attributes?: Record<string, unknown> }) =>
  call<Contact>("PATCH", `/contacts/${id}`, { body: change });

export const getMacros = () => call<{ macros: Macro[] }>("GET", "/macros").then((answer) => answer.macros);
export const addMacro = (macro: Omit<Macro, "id">) => call<Macro>("POST", "/macros", { body: macro });
export const changeMacro = (id: string, macro: Partial<Omit<Macro, "id">>) => call<Macro>("PATCH", `/macros/${id}`, { body: macro });
export const deleteMacro = (id: string) => call<void>("DELETE", `/macros/${id}`);
export const applyMacro = (id: string, macroId: string, client_id: string) =>
  call<Summary>("POST", `/conversations/${id}/macros/${macroId}`, { body: { client_id } });

export const searchKnowledge = (q: string, locale?: string) =>
  call<{ passages: Passage[] }>("GET", "/search", { query: { q, locale } }).then((answer) => answer.passages);

export interface Present {
  id: string;
  name: string;
  availability: Availability;
  viewing: string | null;
}
export const getPresence = () => call<{ members: Present[] }>("GET", "/presence").then((answer) => answer.members);

export const getKeys = () => call<{ api_keys: ApiKey[] }>("GET", "/api-keys").then((answer) => answer.api_keys);
export const addKey = (name: string, role: Role) => call<ApiKey>("POST", "/api-keys", { body: { name, role } });
export const revokeKey = (id: string) => call<void>("DELETE", `/api-keys/${id}`);

export const getInboxes = () => call<{ inboxes: Inbox[] }>("GET", "/inboxes").then((answer) => answer.inboxes);
export const changeInbox = (id: string, change: Partial<Inbox>) => call<Inbox>("PATCH", `/inboxes/${id}`, { body: change });

export const getWorkspace = () => call<Workspace>("GET", "/workspace");
export const changeWorkspace = (change: Partial<Omit<Workspace, "id">>) => call<Workspace>("PATCH", "/workspace", { body: change });

export const getLastSeq = () => call<{ last: number }>("GET", "/events", { query: { wait: 0 } }).then((answer) => answer.last);
export const changePassword = (old: string, next: string) => call<void>("POST", "/me/password", { body: { old, new: next } });

export const correctReading = (messageId: string, correction: Correction) =>
  call<Reading>("PUT", `/messages/${messageId}/reading`, { body: correction });
export const getTopics = () => call<{ topics: Topic[] }>("GET", "/topics").then((answer) => answer.topics);
export const getIntents = () => call<{ intents: Intent[] }>("GET", "/intents").then((answer) => answer.intents);
export const getShippedIntents = () =>
  call<{ intents: ShippedIntent[] }>("GET", "/intents", { query: { shipped: "true" } }).then((answer) => answer.intents);

export const addTopic = (name: string, title: string) => call<Topic>("POST", "/topics", { body: { name, title } });
export const changeTopic = (id: string, title: string) => call<Topic>("PATCH", `/topics/${id}`, { body: { title } });
export const deleteTopic = (id: string) => call<void>("DELETE", `/topics/${id}`);

const EXAMPLES = 500;
const MOST_PAGES = 20;

/** An intent with all of its examples. */
export async function getIntent(id: string): Promise<IntentDetails> {
  const page = (cursor?: string) => call<IntentDetails>("GET", `/intents/${id}`, { query: { limit: EXAMPLES, cursor } });
  const whole = await page();
  for (let read = 1; whole.next && read < MOST_PAGES; read += 1) {
    const { examples, next } = await page(whole.next);
    whole.examples.push(...examples);
    whole.next = next;
  }
  return whole;
}

/** With as many examples as one wants, sent in portions that the server takes. */
export async function addIntent({ examples, ...intent }: NewIntent): Promise<Intent> {
  const added = await call<Intent>("POST", "/intents", { body: { ...intent, examples: examples.slice(0, EXAMPLES) } });
  await addExamples(added.id, examples.slice(EXAMPLES));
  return added;
}

export async function addExamples(id: string, texts: string[]): Promise<void> {
  for (let at = 0; at < texts.length; at += EXAMPLES) {
    await call<unknown>("POST", `/intents/${id}/examples`, { body: { texts: texts.slice(at, at + EXAMPLES) } });
  }
}

export const changeIntent = (id: string, change: Partial<Omit<NewIntent, "examples">>) => call<Intent>("PATCH", `/intents/${id}`, { body: change });
export const deleteIntent = (id: string) => call<void>("DELETE", `/intents/${id}`);
export const deleteExample = (id: string, exampleId: string) => call<void>("DELETE", `/intents/${id}/examples/${exampleId}`);
export const acceptExample = (id: string, exampleId: string) => call<unknown>("POST", `/intents/${id}/examples/${exampleId}/accept`);

export function importIntents(file: File): Promise<Taken> {
  const form = new FormData();
  form.append("file", file, file.name);
  return call<Taken>("POST", "/intents/import", { form });
}

export const getIntentModels = () => call<{ models: IntentModel[] }>("GET", "/intent-models").then((answer) => answer.models);
export const trainIntentModel = () => call<{ id: string; version: number }>("POST", "/intent-models");
export const releaseIntentModel = (id: string) => call<IntentModel>("POST", `/intent-models/${id}/release`);
export const deleteIntentModel = (id: string) => call<void>("DELETE", `/intent-models/${id}`);
export const tryIntentModel = (id: string, text: string) => call<Tried>("POST", `/intent-models/${id}/try`, { body: { text } });
export const understand = (text: string, locale: string) => call<Understood>("POST", "/understand", { body: { text, locale } });
