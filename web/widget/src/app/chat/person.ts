import type { Conversation } from "./messages";

export type PersonNotice = "asking" | "asked" | "queued" | "already";

interface Ways {
  /** Asks the server at once. Rejects when it cannot be asked now. */
  ask(): Promise<void>;
  /** Leaves the request in the outbox, from where it goes by itself. */
  queue(): void;
  isQueued(): boolean;
  changed(): void;
}

/** The request for a person: a plain call that the server's code answers, never a question to the assistant. */
export class PersonRequest {
  notice: PersonNotice | null = null;

  constructor(private readonly ways: Ways) {}

  async make(conversation: Conversation | null): Promise<void> {
    if (conversation && conversation.status !== "resolved" && conversation.holder !== "assistant") return this.tell("already");
    if (this.notice === "asking") return;
    if (this.ways.isQueued()) return this.tell("queued");
    this.tell("asking");
    try {
      await this.ways.ask();
      this.tell("asked");
    } catch {
      this.ways.queue();
      this.tell("queued");
    }
  }

  /** What the notice announced can now be seen in the state line. */
  conversationChanged(conversation: Conversation): void {
    const come = conversation.holder === "agent" || (conversation.holder === "queue" && this.notice === "queued");
    if (come && this.notice) this.tell(null);
  }

  tell(notice: PersonNotice | null): void {
    this.notice = notice;
    this.ways.changed();
  }
}
