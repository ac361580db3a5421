import type { Attachment, EventPage, Snapshot, Stored } from "./messages";

const DEADLINE_MS = 15000;

/** Something that is remembered of the customer. */
export interface Fact {
  readonly kind: string;
  readonly value: string;
}

/** An answer of the server that is not success. `status` 0: there was no answer. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(`${status} ${code}`);
  }
}

export interface NewSession {
  readonly widget_key: string;
  readonly locale: string;
  readonly identity?: string;
  readonly page: { readonly url: string; readonly title: string };
}

/** The chat API over HTTP. No cookies: the token says who asks. */
export class Api {
  constructor(readonly base: string) {}

  createSession(session: NewSession): Promise<{ token: string; contact_id: string }> {
    return this.call("POST", "sessions", null, session);
  }

  snapshot(token: string, before?: number): Promise<Snapshot> {
    return this.call("GET", `messages?limit=50${before ? `&before=${before}` : ""}`, token);
  }

  events(token: string, after: number, waitSeconds: number, signal?: AbortSignal): Promise<EventPage> {
    return this.call("GET", `events?after=${after}&wait=${waitSeconds}`, token, undefined, { signal, waitSeconds });
  }

  send(token: string, message: { client_id: string; text: string; attachments: readonly string[] }): Promise<Stored> {
    return this.call("POST", "messages", token, message);
  }

  handOff(token: string): Promise<{ conversation_id: string; holder: string }> {
    return this.call("POST", "hand-off", token, {});
  }

  rate(token: string, rating: { conversation_id: string; score: number; comment?: string }): Promise<void> {
    return this.call("POST", "rating", token, rating);
  }

  read(token: string, seq: number): Promise<void> {
    return this.call("POST", "read", token, { seq });
  }

  facts(token: string): Promise<{ facts: readonly Fact[] }> {
    return this.call("GET", "facts", token);
  }

  forget(token: string): Promise<void> {
    return this.call("DELETE", "facts", token);
  }

  socketUrl(after: number): string {
    return `${this.base.replace(/^http/, "ws")}/api/v1/chat/socket?after=${after}`;
  }

  /** fetch cannot tell how far an upload is; XMLHttpRequest can. */
  upload(token: string, file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<Attachment> {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open("POST", `${this.base}/api/v1/chat/attachments`);
      request.setRequestHeader("Authorization", `Bearer ${token}`);
      request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
      request.onload = () => {
        if (request.status === 201) resolve(JSON.parse(request.responseText) as Attachment);
        else reject(new Problem(request.status, codeIn(request.responseText)));
      };
      request.onerror = () => reject(new Problem(0, "network"));
      request.onabort = () => reject(new Problem(0, "aborted"));
      signal.addEventListener("abort", () => request.abort());
      const form = new FormData();
      form.append("file", file);
      request.send(form);
    });
  }

  private async call<Answer>(
    method: string,
    path: string,
    token: string | null,
    body?: unknown,
    options: { signal?: AbortSignal | undefined; waitSeconds?: number } = {},
  ): Promise<Answer> {
    const response = await this.fetch(method, path, token, body, options);
    if (response.status === 204) return undefined as Answer;
    if (!response.ok) throw await problemFrom(response);
    return (await response.json().catch(() => {
      throw new Problem(0, "network");
    })) as Answer;
  }

  private async fetch(
    method: string,
    path: string,
    token: string | null,
    body: unknown,
    options: { signal?: AbortSignal | undefined; waitSeconds?: number },
  ): Promise<Response> {
    const stop = new AbortController();
    const deadline = setTimeout(() => stop.abort(), DEADLINE_MS + (options.waitSeconds ?? 0) * 1000);
    options.signal?.addEventListener("abort", () => stop.abort());
    const headers: Record<string, string> = {};
    if (token) headers["Authorization"] = `Bearer ${token}`;
    if (body !== undefined) headers["Content-Type"] = "application/json";
    try {
      return await fetch(`${this.base}/api/v1/chat/${path}`, {
        method,
        headers,
        credentials: "omit",
        signal: stop.signal,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch {
      throw new Problem(0, "network");
    } finally {
      clearTimeout(deadline);
    }
  }
}

async function problemFrom(response: Response): Promise<Problem> {
  const wait = Number(response.headers.get("Retry-After"));
  return new Problem(response.status, codeIn(await response.text().catch(() => "")), wait > 0 ? wait : null);
}

function codeIn(body: string): string {
  try {
    return String((JSON.parse(body) as { code?: unknown }).code ?? "unknown");
  } catch {
    return "unknown";
  }
}
