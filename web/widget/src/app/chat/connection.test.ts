import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Problem } from "./api";
import { Connection, type Link } from "./connection";
import type { ChatEvent, EventPage } from "./messages";

/** A socket that does what the test says. */
class FakeSocket {
  static readonly OPEN = 1;
  static made: FakeSocket[] = [];
  readyState = 0;
  sent: string[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;

  constructor(
    readonly url: string,
    readonly protocols: string[],
  ) {
    FakeSocket.made.push(this);
  }

  opens(): void {
    this.readyState = 1;
    this.onopen?.();
  }

  says(frame: object): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  closes(code: number): void {
    this.onclose?.({ code });
  }

  send(text: string): void {
    this.sent.push(text);
  }

  close(): void {
    this.readyState = 3;
  }
}

class FakeCloseEvent {
  readonly code: number;
  constructor(_type: string, init: { code: number }) {
    this.code = init.code;
  }
}

const sockets = () => FakeSocket.made;
const newest = () => FakeSocket.made.at(-1) as FakeSocket;
const settle = () => vi.advanceTimersByTimeAsync(0);

function connect(poll: (after: number, wait: number) => Promise<EventPage> = () => Promise.reject(new Problem(0, "network"))) {
  const seen = { links: [] as Link[], events: [] as number[], refused: [] as string[], last: 0 };
  const connection = new Connection({
    token: () => Promise.resolve("secret"),
    socketUrl: (after) => `ws://host/socket?after=${after}`,
    poll: (_token, after, wait) => poll(after, wait),
    last: () => seen.last,
    onEvent: (event: ChatEvent) => {
      seen.events.push(event.seq);
      seen.last = event.seq;
    },
    onReply: () => undefined,
    onLink: (link) => void seen.links.push(link),
    onUnauthorised: (token) => void seen.refused.push(token),
  });
  connection.start();
  return { connection, seen };
}

describe("the connection", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    FakeSocket.made = [];
    vi.stubGlobal("WebSocket", FakeSocket);
    vi.stubGlobal("CloseEvent", FakeCloseEvent);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("carries the token as a sub-protocol, never in the address", async () => {
    connect();
    await settle();
    expect(newest().protocols).toEqual(["bearer.secret"]);
    expect(newest().url).not.toContain("secret");
  });

  it("comes back after a cut and goes on from the last event", async () => {
    const { seen } = connect();
    await settle();
    newest().opens();
    newest().says({ type: "message.created", seq: 7 });
    newest().closes(1006);
    expect(seen.links.at(-1)).toBe("offline");
    await vi.advanceTimersByTimeAsync(1000);
    expect(sockets()).toHaveLength(2);
    expect(newest().url).toContain("after=7");
    newest().opens();
    expect(seen.links.at(-1)).toBe("live");
  });

  it("polls where sockets are blocked, and tries a socket again later", async () => {
    let polls = 0;
    const { seen } = connect((after, wait) => {
      polls += 1;
      const answer = { events: [{ seq: after + 1, type: "message.created" } as ChatEvent], last: after + 1 };
      return new Promise((resolve) => setTimeout(() => resolve(answer), wait * 1000));
    });
    await settle();
    newest().closes(1006);
    await vi.advanceTimersByTimeAsync(25_000);
    expect(seen.links.at(-1)).toBe("polling");
    expect(seen.events).toEqual([1, 2]);
    expect(polls).toBeGreaterThan(1);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(sockets()).toHaveLength(2);
  });

  it("tries ever more rarely while nothing answers", async () => {
    connect();
    await settle();
    const tries: number[] = [];
    for (let minute = 0; minute < 5; minute += 1) {
      const before = sockets().length;
      for (let second = 0; second < 60; second += 1) {
        if (newest().onclose) newest().closes(1006);
        await vi.advanceTimersByTimeAsync(1000);
      }
      tries.push(sockets().length - before);
    }
    expect(tries[0]).toBeGreaterThan(tries[4] as number);
    expect(tries[4]).toBeLessThanOrEqual(4);
    expect(tries[4]).toBeGreaterThanOrEqual(1);
  });

  it("notices a line that died in silence", async () => {
    const { seen } = connect();
    await settle();
    newest().opens();
    await vi.advanceTimersByTimeAsync(25_000);
    expect(newest().sent).toEqual(['{"type":"ping"}']);
    await vi.advanceTimersByTimeAsync(8_000);
    expect(seen.links.at(-1)).toBe("offline");
  });

  it("keeps a silent line that answers", async () => {
    const { seen } = connect();
    await settle();
    newest().opens();
    for (let round = 0; round < 5; round += 1) {
      await vi.advanceTimersByTimeAsync(26_000);
      newest().says({ type: "pong", seq: 0 });
    }
    expect(sockets()).toHaveLength(1);
    expect(seen.events).toEqual([]);
  });

  it("says so when its token is refused", async () => {
    const { seen } = connect();
    await settle();
    newest().opens();
    newest().closes(4401);
    expect(seen.refused).toEqual(["secret"]);
  });

  it("stays away longer when the server asks for it", async () => {
    connect();
    await settle();
    newest().opens();
    newest().closes(1013);
    await vi.advanceTimersByTimeAsync(3900);
    expect(sockets()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(4200);
    expect(sockets()).toHaveLength(2);
  });

  it("does nothing more once stopped", async () => {
    const { connection } = connect();
    await settle();
    newest().opens();
    connection.stop();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(sockets()).toHaveLength(1);
    expect(connection.send({ type: "typing" })).toBe(false);
  });
});
