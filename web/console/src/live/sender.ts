import { sendMessage } from "../api/calls";
import { Refused } from "../api/client";
import type { Attachment } from "../api/types";
import { newId } from "../format/ids";
import { keep, recall } from "./kept";
import { type OutboxChange, type OutboxItem, reduceOutbox } from "./outbox";
import { createStore, type Store } from "./store";

export interface Letter {
  conversationId: string;
  text: string;
  private: boolean;
  attachments: Attachment[];
  epoch: number | null;
}

const CONTESTED = new Set(["held_by_other", "conversation_moved"]);
const RETRY_MS = 5_000;

/** Sends what agents write, and keeps it until the server has it. */
export class Sender {
  readonly outbox: Store<OutboxItem[], OutboxChange>;
  private timer: number | undefined;

  constructor(memberId: string, private readonly onSent: (conversationId: string) => void) {
    const name = `outbox.${memberId}`;
    this.outbox = createStore<OutboxItem[], OutboxChange>([], reduceOutbox);
    this.outbox.apply({ type: "restore", items: recall<OutboxItem[]>(name, []) });
    this.outbox.subscribe(() => keep(name, this.outbox.get()));
  }

  send(letter: Letter): void {
    const item: OutboxItem = {
      ...letter, clientId: newId(), at: new Date().toISOString(), takeOver: false, state: "sending", problem: null,
    };
    this.outbox.apply({ type: "add", item });
    void this.transmit(item);
  }

  retry(clientId: string, { epoch = null, takeOver = false }: { epoch?: number | null; takeOver?: boolean } = {}): void {
    this.outbox.apply({ type: "retry", clientId, epoch, takeOver });
    const item = this.outbox.get().find((one) => one.clientId === clientId);
    if (item) void this.transmit(item);
  }

  drop(clientId: string): void {
    this.outbox.apply({ type: "drop", clientId });
  }

  /** One after the other, so that they arrive in the order in which they were written. */
  async flush(): Promise<void> {
    window.clearTimeout(this.timer);
    for (const item of this.outbox.get().filter(({ state }) => state === "waiting")) {
      this.outbox.apply({ type: "mark", clientId: item.clientId, state: "sending" });
      await this.transmit(item);
    }
  }

  stop(): void {
    window.clearTimeout(this.timer);
  }

  private async transmit(item: OutboxItem): Promise<void> {
    try {
      await sendMessage(item.conversationId, asBody(item));
      this.outbox.apply({ type: "mark", clientId: item.clientId, state: "sent" });
      this.onSent(item.conversationId);
    } catch (error) {
      this.refused(item, error);
    }
  }

  private refused({ clientId }: OutboxItem, error: unknown): void {
    const refusal = error instanceof Refused ? error : null;
    const problem = refusal?.code ?? "unknown";
    if (CONTESTED.has(problem)) return this.outbox.apply({ type: "mark", clientId, state: "contested", problem });
    this.outbox.apply({ type: "mark", clientId, state: refusal?.isPassing ? "waiting" : "failed", problem });
    if (!refusal?.isPassing) return;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.flush(), (refusal.retryAfter ?? 0) * 1000 || RETRY_MS);
  }
}

function asBody(item: OutboxItem) {
  return {
    client_id: item.clientId,
    text: item.text,
    private: item.private,
    attachments: item.attachments.map(({ id }) => id),
    ...(item.epoch !== null && !item.private && { epoch: item.epoch }),
    ...(item.takeOver && { take_over: true }),
  };
}
