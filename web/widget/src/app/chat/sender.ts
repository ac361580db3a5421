import { Problem } from "./api";
import { backoffMs } from "./backoff";
import type { OutboxEntry } from "./outbox";
import { Outbox } from "./outbox";

/** What one attempt came to. `later` will be tried again with the same id, which the server stores only once. */
export type Attempt =
  | { readonly kind: "stored"; readonly seq: number }
  | { readonly kind: "refused"; readonly code: string }
  | { readonly kind: "later"; readonly seconds: number | null };

/** Sends the outbox one message after the other, so that they arrive in the order in which they were written. */
export class Sender {
  private busy = false;
  private attempts = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly outbox: Outbox,
    private readonly deliver: (item: OutboxEntry) => Promise<Attempt>,
  ) {}

  /** Now: something was written, or the connection is back. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    if (this.busy) return;
    this.busy = true;
    try {
      let item = this.outbox.nextToSend();
      while (item && (await this.sendOne(item))) item = this.outbox.nextToSend();
    } finally {
      this.busy = false;
    }
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private async sendOne(item: OutboxEntry): Promise<boolean> {
    this.outbox.sending(item.clientId);
    const attempt = await this.deliver(item);
    if (attempt.kind === "later") {
      this.outbox.waiting(item.clientId);
      this.tryLater(attempt.seconds);
      return false;
    }
    this.attempts = 0;
    if (attempt.kind === "stored") this.outbox.stored(item.clientId, attempt.seq);
    else this.outbox.refused(item.clientId, attempt.code);
    return true;
  }

  private tryLater(seconds: number | null): void {
    const wait = seconds === null ? backoffMs(this.attempts) : seconds * 1000;
    this.attempts += 1;
    this.timer = setTimeout(() => void this.flush(), wait);
  }
}

const REFUSALS = new Set([400, 403, 404, 409, 413, 415, 422]);

/** Which answers will never change, and which deserve another try. */
export function attemptFrom(error: unknown): Attempt {
  if (!(error instanceof Problem)) return { kind: "later", seconds: null };
  if (REFUSALS.has(error.status)) return { kind: "refused", code: error.code };
  return { kind: "later", seconds: error.retryAfterSeconds };
}

const REFUSED_CODES: Record<string, number> = {
  client_id_reused: 409,
  conflict: 409,
  too_large: 413,
  unsupported_type: 415,
  invalid: 422,
  rate_limited: 429,
  forbidden: 403,
  not_found: 404,
  unauthenticated: 401,
};

/** An error that came over the socket, as the same thing over HTTP. */
export function problemFromCode(code: string, retryAfter?: number): Problem {
  return new Problem(REFUSED_CODES[code] ?? 503, code, retryAfter ?? null);
}
