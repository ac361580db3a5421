import { Problem, type Api } from "./api";
import type { Connection } from "./connection";
import type { Attachment } from "./messages";
import type { OutboxEntry } from "./outbox";
import type { Replies } from "./replies";
import { attemptFrom, type Attempt } from "./sender";
import type { Session } from "./session";

interface Outgoing {
  readonly client_id: string;
  readonly text: string;
  readonly attachments: readonly string[];
}

/** One attempt to hand a message over: by the socket while it is open, by HTTP when it is not or does not answer. */
export class Delivery {
  constructor(
    private readonly api: Api,
    private readonly session: Session,
    private readonly connection: Connection,
    private readonly replies: Replies,
    private readonly refused: (token: string) => void,
  ) {}

  async attempt(item: OutboxEntry): Promise<Attempt> {
    const message = { client_id: item.clientId, text: item.text, attachments: item.attachments.map((file) => file.id) };
    try {
      return { kind: "stored", seq: await this.bySocket(message) };
    } catch (error) {
      // No answer says nothing about whether it arrived: the same id goes again, by the other way.
      const unanswered = error instanceof Problem && error.status === 0;
      return unanswered ? this.byHttp(message) : attemptFrom(error);
    }
  }

  async upload(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<Attachment> {
    const token = await this.session.token();
    return this.noticing(token, this.api.upload(token, file, onProgress, signal));
  }

  private bySocket(message: Outgoing): Promise<number> {
    const reply = this.replies.to(message.client_id);
    if (!this.connection.send({ type: "message", ...message })) this.replies.lineLost();
    return reply;
  }

  private async byHttp(message: Outgoing): Promise<Attempt> {
    try {
      const token = await this.session.token();
      const { seq } = await this.noticing(token, this.api.send(token, message));
      this.connection.start();
      return { kind: "stored", seq };
    } catch (error) {
      return attemptFrom(error);
    }
  }
  /** A token that the server does not know any more is given up. */
  private noticing<Answer>(token: string, answer: Promise<Answer>): Promise<Answer> {
    return answer.catch((error: unknown) => {
      if (error instanceof Problem && error.status === 401) this.refused(token);
      throw error;
    });
  }
}
