import type { QueryClient } from "@tanstack/react-query";
import { getLastSeq, getPresence } from "../api/calls";
import { keys } from "../api/keys";
import type { Me, Message } from "../api/types";
import { type Board, type Change, emptyBoard, type LiveEvent } from "./board";
import { Connection, type LinkState } from "./connection";
import { reduce } from "./reduce";
import { Sender } from "./sender";
import { createStore, type Store } from "./store";

const COUNTS_MS = 400;
const ARRIVAL_MS = 3_000;
const TYPING_MS = 3_000;

/** What a signed-in member works at: the live board, the outbox, and the line to the server. */
export class Desk {
  readonly board: Store<Board, Change> = createStore(emptyBoard, reduce);
  readonly link: Store<LinkState, LinkState> = createStore<LinkState, LinkState>("connecting", (_, next) => next);
  readonly sender: Sender;
  private readonly connection: Connection;
  private viewed: string | null = null;
  private typedAt = 0;
  private countsTimer: number | undefined;
  private expiryTimer: number | undefined;
  private stopped = false;

  constructor(readonly me: Me, private readonly queries: QueryClient, onSignedOut: () => void) {
    this.sender = new Sender(me.member.id, (id) => this.expectArrival(id));
    this.connection = new Connection({
      after: () => this.board.get().seq,
      onEvent: (event) => this.take(event),
      onState: (state) => this.linked(state),
      onSignedOut,
      onLost: () => void this.startOver(),
    });
  }

  /** First the number, then the snapshots, then the events after the number: nothing falls between. */
  async start(): Promise<void> {
    const seq = await getLastSeq();
    if (this.stopped) return;
    this.board.apply({ type: "from", seq });
    this.connection.start();
    this.expiryTimer = window.setInterval(() => this.board.apply({ type: "expire", now: Date.now() }), 1000);
    void this.readPresence();
    void this.sender.flush();
  }

  stop(): void {
    this.stopped = true;
    this.connection.stop();
    this.sender.stop();
    window.clearInterval(this.expiryTimer);
    window.clearTimeout(this.countsTimer);
  }

  view(conversationId: string | null): void {
    this.viewed = conversationId;
    this.connection.say({ type: "viewing", conversation_id: conversationId });
  }

  /** The others are told at most every three seconds. */
  typing(conversationId: string): void {
    if (Date.now() - this.typedAt < TYPING_MS) return;
    this.typedAt = Date.now();
    this.connection.say({ type: "typing", conversation_id: conversationId });
  }

  arrived(messages: Message[]): void {
    this.sender.outbox.apply({ type: "arrived", messages });
  }

  private take(event: LiveEvent): void {
    this.board.apply({ type: "event", event, now: Date.now() });
    const message = event.data?.message as Message | undefined;
    if (message) this.arrived([message]);
    if (event.type.startsWith("conversation.") || event.type === "message.created") this.recount();
    if (event.type === "contact.updated") void this.queries.invalidateQueries({ queryKey: keys.contact(String(event.data?.contact_id)) });
    if (event.type === "intent_model.updated") void this.queries.invalidateQueries({ queryKey: keys.intentModels });
    if (event.type === "intent.changed") this.intentsChanged();
    if (event.type === "autonomy.changed") void this.queries.invalidateQueries({ queryKey: keys.autonomy });
    if (event.type.startsWith("recall.")) void this.queries.invalidateQueries({ queryKey: keys.allRecalls });
    if (event.type.startsWith("proposal.")) void this.queries.invalidateQueries({ queryKey: ["proposals"] });
    if (event.type === "gap.updated") void this.queries.invalidateQueries({ queryKey: keys.allGaps });
    if (event.type === "source.updated") void this.queries.invalidateQueries({ queryKey: keys.sources });
    if (event.type.startsWith("article.")) this.articlesChanged();
  }

  private linked(state: LinkState): void {
    this.link.apply(state);
    if (state !== "open") return;
    this.connection.say({ type: "viewing", conversation_id: this.viewed });
    void this.sender.flush();
    void this.readPresence();
  }

  private async readPresence(): Promise<void> {
    const members = await getPresence().catch(() => null);
    if (members) this.board.apply({ type: "present", members });
  }

  private intentsChanged(): void {
    void this.queries.invalidateQueries({ queryKey: keys.intents });
    void this.queries.invalidateQueries({ queryKey: keys.topics });
  }

  /** Not the one that somebody may be writing at: it says by itself that it was changed meanwhile. */
  private articlesChanged(): void {
    void this.queries.invalidateQueries({ queryKey: keys.articles, predicate: ({ queryKey }) => queryKey[1] !== "one" });
  }

  private recount(): void {
    window.clearTimeout(this.countsTimer);
    this.countsTimer = window.setTimeout(() => void this.queries.invalidateQueries({ queryKey: keys.counts }), COUNTS_MS);
  }

  /** Normally the event is there before the answer. Should the line be down, the thread is fetched. */
  private expectArrival(conversationId: string): void {
    window.setTimeout(() => {
      const isAwaited = this.sender.outbox.get().some((item) => item.conversationId === conversationId && item.state === "sent");
      if (isAwaited) void this.queries.invalidateQueries({ queryKey: keys.thread(conversationId) });
    }, ARRIVAL_MS);
  }

  private async startOver(): Promise<void> {
    const seq = await getLastSeq().catch(() => null);
    if (seq === null) return;
    this.board.apply({ type: "from", seq });
    await this.queries.invalidateQueries();
  }
}
