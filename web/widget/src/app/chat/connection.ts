import { Problem } from "./api";
import { backoffMs } from "./backoff";
import type { ChatEvent, EventPage } from "./messages";

/** idle: not wanted · connecting: first attempt · live: socket · polling: sockets are blocked · offline: trying again. */
export type Link = "idle" | "connecting" | "live" | "polling" | "offline";

export type Frame = { readonly type: string; readonly [field: string]: unknown };

export interface Wiring {
  token(): Promise<string>;
  socketUrl(after: number): string;
  poll(token: string, after: number, waitSeconds: number, signal: AbortSignal): Promise<EventPage>;
  last(): number;
  onEvent(event: ChatEvent): void;
  onReply(frame: Frame): void;
  onLink(link: Link): void;
  /** The server does not know the token any more. */
  onUnauthorised(token: string): void;
}

const OPEN_WITHIN_MS = 5000;
/** A page does not see the pings of the protocol: after this much silence it asks for itself whether the line lives. */
const SILENCE_MS = 25000;
const PONG_WITHIN_MS = 8000;
const POLL_SECONDS = 25;
/** While sockets are blocked they are tried ever more rarely. */
const SOCKET_AGAIN_MS = 30000;
const SOCKET_AGAIN_LONGEST_MS = 600000;

/** Keeps one line to the server: a socket, long polls where sockets are blocked, and always a next attempt. */
export class Connection {
  private running = false;
  private socket: WebSocket | null = null;
  private polling: AbortController | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private watchdog: ReturnType<typeof setTimeout> | undefined;
  private attempt = 0;
  private socketAgainMs = SOCKET_AGAIN_MS;
  private link: Link = "idle";

  constructor(private readonly wiring: Wiring) {}

  start(): void {
    if (this.running) return;
    this.running = true;
    this.setLink("connecting");
    void this.open();
  }

  stop(): void {
    this.running = false;
    this.drop();
    this.setLink("idle");
  }

  /** The network is back, or the page is: do not wait for the back-off, and do not trust a line that may have died. */
  wake(): void {
    if (!this.running || this.link === "polling") return;
    if (this.link === "live") return this.checkLine();
    this.attempt = 0;
    void this.open();
  }

  networkLost(): void {
    if (!this.running) return;
    this.drop();
    this.retry();
  }

  /** Start again from the last event that is certain. */
  resume(): void {
    if (this.running) void this.open();
  }

  send(frame: Frame): boolean {
    if (this.link !== "live" || this.socket?.readyState !== WebSocket.OPEN) return false;
    this.socket.send(JSON.stringify(frame));
    return true;
  }

  private async open(): Promise<void> {
    this.drop();
    const token = await this.wiring.token().catch(() => null);
    if (!this.running || this.socket || this.polling) return;
    if (token === null) return this.retry();
    this.openSocket(token);
  }

  private openSocket(token: string): void {
    const socket = makeSocket(this.wiring.socketUrl(this.wiring.last()), token);
    if (!socket) return void this.poll(token);
    this.socket = socket;
    let opened = false;
    this.giveUpIn(OPEN_WITHIN_MS);
    socket.onopen = () => {
      opened = true;
      this.attempt = 0;
      this.socketAgainMs = SOCKET_AGAIN_MS;
      this.watchSilence();
      this.setLink("live");
    };
    socket.onmessage = (event) => {
      this.watchSilence();
      this.receive(String(event.data));
    };
    socket.onclose = (event) => this.closed(token, opened, event.code);
  }

  private closed(token: string, opened: boolean, code: number): void {
    this.drop();
    if (!this.running) return;
    if (code === 4401) {
      this.wiring.onUnauthorised(token);
      return this.retry();
    }
    if (code === 1013) this.attempt = Math.max(this.attempt, 3);
    if (opened) return this.retry();
    // It may be that only sockets are blocked on the way.
    void this.poll(token);
  }

  private async poll(token: string): Promise<void> {
    const polling = new AbortController();
    this.polling = polling;
    const socketAgainAt = Date.now() + this.socketAgainMs;
    this.socketAgainMs = Math.min(this.socketAgainMs * 2, SOCKET_AGAIN_LONGEST_MS);
    let wait = 0;
    while (this.polling === polling) {
      try {
        const page = await this.wiring.poll(token, this.wiring.last(), wait, polling.signal);
        if (this.polling !== polling) return;
        this.attempt = 0;
        this.setLink("polling");
        page.events.forEach((event) => this.wiring.onEvent(event));
        wait = POLL_SECONDS;
        if (Date.now() > socketAgainAt) return void this.open();
      } catch (error) {
        if (this.polling !== polling) return;
        return this.pollFailed(token, error);
      }
    }
  }

  private pollFailed(token: string, error: unknown): void {
    this.polling = null;
    if (error instanceof Problem && error.status === 401) this.wiring.onUnauthorised(token);
    const wait = error instanceof Problem ? error.retryAfterSeconds : null;
    this.retry(wait === null ? undefined : wait * 1000);
  }

  private receive(text: string): void {
    const frame = parseFrame(text);
    if (!frame || frame.type === "ping" || frame.type === "pong") return;
    if (frame.type === "ack" || frame.type === "error") this.wiring.onReply(frame);
    else if (typeof frame["seq"] === "number") this.wiring.onEvent(frame as unknown as ChatEvent);
  }

  private retry(waitMs = backoffMs(this.attempt)): void {
    this.setLink("offline");
    this.attempt += 1;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.open(), waitMs);
  }

  private watchSilence(): void {
    clearTimeout(this.watchdog);
    this.watchdog = setTimeout(() => this.checkLine(), SILENCE_MS);
  }

  private checkLine(): void {
    this.giveUpIn(PONG_WITHIN_MS);
    this.send({ type: "ping" });
  }

  private giveUpIn(ms: number): void {
    clearTimeout(this.watchdog);
    // On a dead line the close event may take minutes: act at once.
    this.watchdog = setTimeout(() => this.socket?.onclose?.(new CloseEvent("close", { code: 1006 })), ms);
  }

  private drop(): void {
    clearTimeout(this.timer);
    clearTimeout(this.watchdog);
    this.polling?.abort();
    this.polling = null;
    const socket = this.socket;
    this.socket = null;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  private setLink(link: Link): void {
    if (link === this.link) return;
    this.link = link;
    this.wiring.onLink(link);
  }
}

/** Null where the page's policy or mixed content forbids sockets. */
function makeSocket(url: string, token: string): WebSocket | null {
  try {
    return new WebSocket(url, [`bearer.${token}`]);
  } catch {
    return null;
  }
}

function parseFrame(text: string): Frame | null {
  try {
    return JSON.parse(text) as Frame;
  } catch {
    return null;
  }
}
