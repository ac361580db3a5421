import { Problem } from "./api";
import type { Frame } from "./connection";
import { problemFromCode } from "./sender";

const ANSWER_WITHIN_MS = 8000;

interface Waiting {
  resolve(seq: number): void;
  reject(problem: Problem): void;
}

/** Matches what the server answers over the socket with the messages that wait for it. */
export class Replies {
  private readonly waiting = new Map<string, Waiting>();

  /** The seq under which the message was stored. */
  to(clientId: string): Promise<number> {
    return new Promise((resolve, reject) => {
      const deadline = setTimeout(() => this.settle(clientId, (it) => it.reject(new Problem(0, "timeout"))), ANSWER_WITHIN_MS);
      this.waiting.set(clientId, {
        resolve: (seq) => (clearTimeout(deadline), resolve(seq)),
        reject: (problem) => (clearTimeout(deadline), reject(problem)),
      });
    });
  }

  take(frame: Frame): void {
    const clientId = String(frame["client_id"] ?? "");
    this.settle(clientId, (it) => {
      if (frame.type === "ack") it.resolve(Number(frame["seq"]));
      else it.reject(problemFromCode(String(frame["code"]), Number(frame["retry_after"]) || undefined));
    });
  }

  /** The line is gone; whether the messages arrived is unknown, so they go again with the same ids. */
  lineLost(): void {
    for (const clientId of [...this.waiting.keys()]) this.settle(clientId, (it) => it.reject(new Problem(0, "network")));
  }

  private settle(clientId: string, act: (waiting: Waiting) => void): void {
    const waiting = this.waiting.get(clientId);
    if (!waiting) return;
    this.waiting.delete(clientId);
    act(waiting);
  }
}
