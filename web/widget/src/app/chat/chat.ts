import { personRequest } from "../../shared/person-request";
import type { Host } from "../../shared/contract";
import { newItem, OUTBOX } from "../../shared/outbox-item";
import { browserStore, storagePrefix, type Store } from "../../shared/storage";
import { Api, Problem } from "./api";
import { Connection, type Frame, type Link } from "./connection";
import type { Attachment, ChatEvent, Conversation } from "./messages";
import { Outbox, type OutboxEntry } from "./outbox";
import { Reading } from "./reading";
import { Replies } from "./replies";
import { attemptFrom, Sender, type Attempt } from "./sender";
import { Session } from "./session";
import { playTone } from "./sound";
import { addOlder, applyEvent, applySnapshot, emptyChat, hasGap, rated, stopTyping, TYPING_MS, type ChatState } from "./state";

export type PersonNotice = "asking" | "asked" | "queued" | "already";

/** All that the view draws. */
export interface ChatView {
  readonly chat: ChatState;
  readonly outbox: readonly OutboxEntry[];
  readonly link: Link;
  /** History that we know exists is on its way. */
  readonly loading: boolean;
  readonly unread: number;
  readonly person: PersonNotice | null;
  readonly sound: boolean;
}

const GAP_MS = 1500;
const TYPING_EVERY_MS = 3000;

/** The customer's side of the conversation: joins state, outbox and connection, and tells the view. */
export class Chat {
  private readonly store: Store;
  private readonly tab: Store;
  private readonly api: Api;
  private readonly session: Session;
  private readonly outbox: Outbox;
  private readonly sender: Sender;
  private readonly connection: Connection;
  private readonly replies = new Replies();
  private readonly reading: Reading;
  private readonly listeners = new Set<() => void>();
  private state: ChatState = emptyChat;
  private link: Link = "idle";
  private loaded = false;
  private person: PersonNotice | null = null;
  private typingSentAt = 0;
  private gapTimer: ReturnType<typeof setTimeout> | undefined;
  private gapTries = 0;
  private view: ChatView;

  constructor(private readonly host: Host) {
    const { key, base } = host.settings;
    this.store = browserStore("localStorage", key);
    this.tab = browserStore("sessionStorage", key);
    this.api = new Api(base);
    this.session = new Session(this.api, this.store, key, () => host.locale, host.identity);
    this.outbox = new Outbox(this.store, () => this.publish());
    this.sender = new Sender(this.outbox, (item) => this.deliver(item));
    this.reading = new Reading(this.store);
    this.connection = new Connection({
      token: () => this.prepare(),
      socketUrl: (after) => this.api.socketUrl(after),
      poll: (token, after, wait, signal) => this.api.events(token, after, wait, signal),
      last: () => this.state.last,
      onEvent: (event) => this.take(event),
      onReply: (frame) => this.replies.take(frame),
      onLink: (link) => this.linkChanged(link),
      onUnauthorised: (token) => this.tokenRefused(token),
    });
    this.view = this.look();
    this.watchPage(storagePrefix(key));
  }

  current(): ChatView {
    return this.view;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Connects if there is anything to show or to send. A customer who has not written has no session yet. */
  wakeUp(): void {
    if (this.session.belongsToOther() && !this.session.hasIdentity()) return;
    if (this.session.current() || this.session.hasIdentity() || this.outbox.nextToSend()) this.connect();
  }

  send(text: string, attachments: readonly Attachment[] = []): void {
    this.leaveOther();
    this.person = null;
    this.outbox.add(newItem(text, attachments));
    this.store.set("begun", "1");
    this.connect();
    void this.sender.flush();
  }

  tryAgain(clientId: string): void {
    const item = this.outbox.list().find((entry) => entry.clientId === clientId);
    if (item?.state === "refused") this.outbox.renew(clientId);
    this.connection.wake();
    void this.sender.flush();
  }

  discard(clientId: string): void {
    this.outbox.remove(clientId);
  }

  /** Handled by the server's code, never by the assistant. What cannot be asked now is asked from the outbox. */
  async askForPerson(): Promise<void> {
    const holder = this.state.conversation?.status === "resolved" ? undefined : this.state.conversation?.holder;
    if (holder === "queue" || holder === "agent") return this.tell("already");
    if (this.person === "asking" || this.outbox.list().some((item) => this.isPersonRequest(item))) return this.tell("queued");
    this.tell("asking");
    try {
      if (!navigator.onLine) throw new Problem(0, "network");
      this.leaveOther();
      await this.api.handOff(await this.session.token());
      this.store.set("begun", "1");
      this.tell("asked");
      this.connect();
    } catch {
      this.send(personRequest[this.host.locale]);
      this.tell("queued");
    }
  }

  async rate(score: number, comment: string): Promise<void> {
    const conversationId = this.state.toRate;
    if (!conversationId) return;
    const rating = { score, ...(comment.trim() ? { comment: comment.trim() } : {}) };
    await this.api.rate(await this.session.token(), { conversation_id: conversationId, ...rating });
    this.change(rated(this.state, rating));
  }

  async loadOlder(): Promise<void> {
    const page = await this.api.snapshot(await this.session.token(), this.state.messages[0]?.seq);
    this.change(addOlder(this.state, page));
  }

  upload(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<Attachment> {
    this.leaveOther();
    return this.session.token().then((token) => this.api.upload(token, file, onProgress, signal));
  }

  /** The session is made while the customer writes, so that the first message goes out at once. */
  typing(): void {
    this.leaveOther();
    this.connect();
    if (Date.now() - this.typingSentAt < TYPING_EVERY_MS) return;
    if (this.connection.send({ type: "typing" })) this.typingSentAt = Date.now();
  }

  /** What is in sight now counts as read. */
  seen(): void {
    const seq = this.reading.advance(this.state);
    if (seq === null) return;
    this.publish();
    if (this.connection.send({ type: "read", seq })) return;
    const token = this.session.current();
    if (token) this.api.read(token, seq).catch(() => undefined);
  }

  firstUnread(): number | null {
    return this.reading.firstUnread(this.state);
  }

  setSound(on: boolean): void {
    if (on) this.store.set("sound", "1");
    else this.store.remove("sound");
    if (on) playTone();
    this.publish();
  }

  draft(): string {
    return this.tab.get("draft") ?? "";
  }

  keepDraft(text: string): void {
    if (text) this.tab.set("draft", text);
    else this.tab.remove("draft");
  }

  identify(identity: string | null): void {
    const had = this.session.hasIdentity();
    if (!this.session.identify(identity)) return;
    if (had) this.outbox.clear();
    this.startOver();
    this.wakeUp();
  }

  private connect(): void {
    this.connection.start();
  }

  /** Everything a connection needs first: a token, and what has been said so far. */
  private async prepare(): Promise<string> {
    const known = this.session.current();
    if (!known) this.session.forget();
    const token = await this.session.token();
    if (this.loaded) return token;
    // A session that has just been made has no history, unless it belongs to a customer the site has signed for.
    if (known || this.session.hasIdentity()) await this.loadSnapshot(token);
    this.loaded = true;
    this.publish();
    return token;
  }

  private async loadSnapshot(token: string): Promise<void> {
    try {
      const snapshot = await this.api.snapshot(token);
      // History from another device has been read there; here it would all count as unread.
      if (!this.store.get("begun")) this.reading.startAt(snapshot.last);
      if (snapshot.messages.length) this.store.set("begun", "1");
      this.change(applySnapshot(this.state, snapshot));
    } catch (error) {
      if (error instanceof Problem && error.status === 401) this.tokenRefused(token);
      throw error;
    }
  }

  private async deliver(item: OutboxEntry): Promise<Attempt> {
    const attachments = item.attachments.map((file) => file.id);
    const message = { client_id: item.clientId, text: item.text, attachments };
    try {
      return { kind: "stored", seq: await this.deliverBySocket(message) };
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 0) return attemptFrom(error);
    }
    return this.deliverByHttp(message);
  }

  private async deliverBySocket(message: { client_id: string; text: string; attachments: string[] }): Promise<number> {
    const reply = this.replies.to(message.client_id);
    if (!this.connection.send({ type: "message", ...message })) this.replies.lineLost();
    return reply;
  }

  private async deliverByHttp(message: { client_id: string; text: string; attachments: string[] }): Promise<Attempt> {
    try {
      const token = await this.session.token();
      const { seq } = await this.api.send(token, message).catch((error: unknown) => {
        if (error instanceof Problem && error.status === 401) this.tokenRefused(token);
        throw error;
      });
      this.connect();
      return { kind: "stored", seq };
    } catch (error) {
      return attemptFrom(error);
    }
  }

  private take(event: ChatEvent): void {
    const isNew = event.type === "message.created" && event.seq > this.state.last && event.data.sender.kind !== "contact";
    this.change(applyEvent(this.state, event, Date.now()));
    if (event.type === "typing") setTimeout(() => this.change(stopTyping(this.state, Date.now())), TYPING_MS + 50);
    if (event.type === "conversation.updated" && this.hasCome(event.data)) this.tell(null);
    if (isNew && this.view.sound) playTone();
    this.watchGap();
  }

  /** What the notice about a person announced can now be seen in the state line. */
  private hasCome(conversation: Conversation): boolean {
    return conversation.holder === "agent" || (conversation.holder === "queue" && this.person === "queued");
  }

  /** A gap that does not close by itself: first replay from the last certain event, then everything anew. */
  private watchGap(): void {
    clearTimeout(this.gapTimer);
    if (!hasGap(this.state)) {
      this.gapTries = 0;
      return;
    }
    this.gapTimer = setTimeout(() => {
      this.gapTries += 1;
      if (this.gapTries > 1) this.loaded = false;
      this.connection.resume();
    }, GAP_MS);
  }

  private linkChanged(link: Link): void {
    this.link = link;
    if (link === "offline") this.replies.lineLost();
    if (link === "live" || link === "polling") void this.sender.flush();
    this.publish();
  }

  private tokenRefused(token: string): void {
    this.session.forget(token);
    this.resetState();
    if (!this.outbox.nextToSend() && !this.session.hasIdentity()) this.connection.stop();
  }

  /** Another customer's conversation on the same computer is neither shown nor continued. */
  private leaveOther(): void {
    if (!this.session.belongsToOther()) return;
    this.session.forget();
    this.outbox.clear();
    this.startOver();
  }

  private startOver(): void {
    this.connection.stop();
    this.sender.stop();
    this.reading.forget();
    this.store.remove("begun");
    this.resetState();
  }

  private resetState(): void {
    this.loaded = false;
    this.person = null;
    this.change(emptyChat);
  }

  private isPersonRequest(item: OutboxEntry): boolean {
    return item.state !== "sent" && item.text === personRequest[this.host.locale];
  }

  private tell(person: PersonNotice | null): void {
    this.person = person;
    this.publish();
  }

  private change(state: ChatState): void {
    if (state === this.state) return;
    this.state = state;
    this.outbox.arrived(new Set(state.messages.map((message) => message.client_id ?? "")));
    this.publish();
  }

  private publish(): void {
    if (!this.view) return;
    this.view = this.look();
    this.host.setUnread(this.view.unread);
    this.listeners.forEach((listener) => listener());
  }

  private look(): ChatView {
    const other = this.session.belongsToOther();
    return {
      chat: this.state,
      outbox: other ? [] : this.outbox.list(),
      link: this.link,
      loading: !this.loaded && this.session.current() !== null,
      unread: this.reading.unread(this.state),
      person: this.person,
      sound: this.store.get("sound") === "1",
    };
  }

  private watchPage(prefix: string): void {
    addEventListener("online", () => this.connection.wake());
    addEventListener("offline", () => this.connection.networkLost());
    document.addEventListener("visibilitychange", () => !document.hidden && this.connection.wake());
    // An open socket would keep the page out of the back-forward cache.
    addEventListener("pagehide", () => this.connection.stop());
    addEventListener("pageshow", (event) => event.persisted && this.wakeUp());
    addEventListener("storage", (event) => event.key?.startsWith(prefix) && this.otherTab(event.key.slice(prefix.length)));
  }

  private otherTab(name: string): void {
    if (name.startsWith(OUTBOX)) this.outbox.readAgain();
    else if (name === "token") this.tokenFromOtherTab();
    else this.publish();
  }

  /** Both tabs speak as the same contact. */
  private tokenFromOtherTab(): void {
    this.connection.stop();
    this.resetState();
    this.wakeUp();
  }
}
