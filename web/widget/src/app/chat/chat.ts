import { personRequest } from "../../shared/person-request";
import type { Host } from "../../shared/contract";
import { newItem, OUTBOX } from "../../shared/outbox-item";
import { browserStore, storagePrefix, type Store } from "../../shared/storage";
import { Api, Problem } from "./api";
import type { ChatView } from "./chat-view";
import { Connection, type Link } from "./connection";
import { Delivery } from "./delivery";
import type { Attachment, ChatEvent } from "./messages";
import { GapWatch } from "./gap";
import { Memory } from "./memory";
import { Outbox } from "./outbox";
import { watchPage } from "./page";
import { PersonRequest } from "./person";
import { Preferences } from "./preferences";
import { Reading } from "./reading";
import { Replies } from "./replies";
import { Sender } from "./sender";
import { Session } from "./session";
import { playTone } from "./sound";
import { addOlder, applyEvent, applySnapshot, emptyChat, hasGap, rated, stopTyping, TYPING_MS, type ChatState } from "./state";
import { TypingSign } from "./typing-sign";

/** The customer's side of the conversation: joins state, outbox and connection, and tells the view. */
export class Chat {
  private readonly store: Store;
  readonly preferences: Preferences;
  readonly memory: Memory;
  private readonly delivery: Delivery;
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
  private readonly gap = new GapWatch(
    () => this.connection.resume(),
    () => this.reloadHistory(),
  );
  private readonly person: PersonRequest;
  private readonly typingSign = new TypingSign(() => this.connection.send({ type: "typing" }));
  private view: ChatView;

  constructor(private readonly host: Host) {
    const { key, base } = host.settings;
    this.store = browserStore("localStorage", key);
    this.preferences = new Preferences(this.store, browserStore("sessionStorage", key));
    this.api = new Api(base);
    this.session = new Session(this.api, this.store, key, () => host.locale, host.identity);
    this.memory = new Memory(this.api, this.session);
    this.outbox = new Outbox(this.store, () => this.publish());
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
    this.person = new PersonRequest({
      ask: () => this.callPerson(),
      queue: () => this.send(personRequest[host.locale]),
      isQueued: () => this.outbox.holds(personRequest[host.locale]),
      changed: () => this.publish(),
    });
    this.delivery = new Delivery(this.api, this.session, this.connection, this.replies, (token) => this.tokenRefused(token));
    this.sender = new Sender(this.outbox, (item) => this.delivery.attempt(item));
    this.view = this.look();
    watchPage(storagePrefix(key), {
      wake: () => this.connection.wake(),
      networkLost: () => this.connection.networkLost(),
      leave: () => this.connection.stop(),
      comeBack: () => this.wakeUp(),
      otherTab: (name) => this.otherTab(name),
    });
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
    if (this.session.current() || this.session.hasIdentity() || this.outbox.nextToSend()) this.connection.start();
  }

  send(text: string, attachments: readonly Attachment[] = []): void {
    this.leaveOther();
    this.person.notice = null;
    this.outbox.add(newItem(text, attachments));
    this.store.set("begun", "1");
    this.connection.start();
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

  askForPerson(): void {
    void this.person.make(this.state.conversation);
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
    return this.delivery.upload(file, onProgress, signal);
  }

  /** The session is made while the customer writes, so that the first message goes out at once. */
  typing(): void {
    this.leaveOther();
    this.connection.start();
    this.typingSign.show();
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
    this.preferences.setSound(on);
    if (on) playTone();
    this.publish();
  }

  identify(identity: string | null): void {
    const had = this.session.hasIdentity();
    if (!this.session.identify(identity)) return;
    if (had) this.outbox.clear();
    this.startOver();
    this.wakeUp();
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

  private take(event: ChatEvent): void {
    const isNew = event.type === "message.created" && event.seq > this.state.last && event.data.sender.kind !== "contact";
    this.change(applyEvent(this.state, event, Date.now()));
    if (event.type === "typing") setTimeout(() => this.change(stopTyping(this.state, Date.now())), TYPING_MS + 50);
    if (event.type === "conversation.updated") this.person.conversationChanged(event.data);
    if (isNew && this.view.sound) playTone();
    this.gap.look(hasGap(this.state));
  }

  private reloadHistory(): void {
    this.loaded = false;
    this.connection.resume();
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
    this.person.notice = null;
    this.change(emptyChat);
  }

  private async callPerson(): Promise<void> {
    if (!navigator.onLine) throw new Problem(0, "network");
    this.leaveOther();
    await this.api.handOff(await this.session.token());
    this.store.set("begun", "1");
    this.connection.start();
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
      person: this.person.notice,
      sound: this.preferences.sound(),
    };
  }

  private otherTab(name: string): void {
    if (name.startsWith(OUTBOX)) this.outbox.readAgain();
    else if (name === "token") this.joinOtherTab();
    else this.publish();
  }

  /** Both tabs speak as the same contact. */
  private joinOtherTab(): void {
    this.connection.stop();
    this.resetState();
    this.wakeUp();
  }
}
