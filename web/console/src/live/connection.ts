import { pause } from "./backoff";
import type { LiveEvent } from "./board";

export type LinkState = "connecting" | "open" | "broken";

interface Hooks {
  after: () => number;
  onEvent: (event: LiveEvent) => void;
  onState: (state: LinkState) => void;
  onSignedOut: () => void;
  /** The server no longer has the events from where we are: everything must be fetched again. */
  onLost: () => void;
}

const PING_MS = 25_000;
const SILENCE_MS = 70_000;
const SIGNED_OUT = 4401;
const TOO_OLD = 4410;

/** Keeps a socket to the server: resumes after the last event it saw, tries again with growing pauses. */
export class Connection {
  private socket: WebSocket | null = null;
  private attempt = 0;
  private timer: number | undefined;
  private heartbeat: number | undefined;
  private heardAt = 0;
  private answersPings = false;
  private stopped = false;

  constructor(private readonly hooks: Hooks) {}

  start(): void {
    window.addEventListener("online", this.hurry);
    document.addEventListener("visibilitychange", this.hurry);
    this.open();
  }

  stop(): void {
    this.stopped = true;
    window.removeEventListener("online", this.hurry);
    document.removeEventListener("visibilitychange", this.hurry);
    window.clearTimeout(this.timer);
    window.clearInterval(this.heartbeat);
    this.socket?.close();
  }

  say(message: object): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }

  private open(): void {
    this.hooks.onState("connecting");
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    const socket = new WebSocket(`${scheme}://${location.host}/api/v1/socket?after=${this.hooks.after()}`);
    this.socket = socket;
    socket.onopen = () => this.opened();
    socket.onmessage = ({ data }) => this.heard(String(data));
    socket.onclose = ({ code }) => socket === this.socket && this.closed(code);
  }

  private opened(): void {
    this.attempt = 0;
    this.heardAt = Date.now();
    this.hooks.onState("open");
    this.heartbeat = window.setInterval(this.beat, PING_MS);
  }

  private heard(text: string): void {
    this.heardAt = Date.now();
    const event = JSON.parse(text) as LiveEvent;
    if (event.type === "ping" || event.type === "pong") this.answersPings = true;
    else if (event.type === "reset") this.hooks.onLost();
    else this.hooks.onEvent(event);
  }

  private closed(code: number): void {
    window.clearInterval(this.heartbeat);
    this.socket = null;
    if (this.stopped) return;
    if (code === SIGNED_OUT) return this.hooks.onSignedOut();
    if (code === TOO_OLD) this.hooks.onLost();
    this.hooks.onState("broken");
    this.timer = window.setTimeout(() => this.open(), pause(this.attempt++));
  }

  private readonly beat = () => {
    // A laptop that slept keeps a socket that looks open: silence is the only sign.
    if (this.answersPings && Date.now() - this.heardAt > SILENCE_MS) this.drop();
    else this.say({ type: "ping" });
  };

  private drop(): void {
    const socket = this.socket;
    this.socket = null;
    socket?.close();
    this.closed(1006);
  }

  private readonly hurry = () => {
    if (this.socket || document.visibilityState === "hidden" || this.stopped) return;
    window.clearTimeout(this.timer);
    this.attempt = 0;
    this.open();
  };
}
