import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { pause } from "./backoff";
import { Connection, type LinkState } from "./connection";

class FakeSocket {
  static OPEN = 1;
  static all: FakeSocket[] = [];
  readyState = 1;
  said: string[] = [];
  onopen = () => {};
  onmessage: (event: { data: string }) => void = () => {};
  onclose: (event: { code: number }) => void = () => {};
  constructor(readonly address: string) {
    FakeSocket.all.push(this);
  }
  send(text: string) {
    this.said.push(text);
  }
  close() {}
}

let after: number;
let states: LinkState[];
let signedOut: number;
let lost: number;

function connect(): Connection {
  const connection = new Connection({
    after: () => after,
    onEvent: (event) => {
      after = event.seq ?? after;
    },
    onState: (state) => states.push(state),
    onSignedOut: () => signedOut++,
    onLost: () => lost++,
  });
  connection.start();
  return connection;
}
const newest = () => FakeSocket.all.at(-1) as FakeSocket;

beforeEach(() => {
  [after, states, signedOut, lost, FakeSocket.all] = [7, [], 0, 0, []];
  vi.useFakeTimers();
  vi.stubGlobal("window", Object.assign(globalThis, { addEventListener: () => {}, removeEventListener: () => {} }));
  vi.stubGlobal("document", { addEventListener: () => {}, removeEventListener: () => {}, visibilityState: "visible" });
  vi.stubGlobal("location", { protocol: "https:", host: "desk.example" });
  vi.stubGlobal("WebSocket", FakeSocket);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("the line to the server", () => {
  it("goes on after the last event it saw", async () => {
    const connection = connect();
    expect(newest().address).toBe("wss://desk.example/api/v1/socket?after=7");
    newest().onopen();
    newest().onmessage({ data: JSON.stringify({ seq: 12, type: "conversation.updated", data: {} }) });
    newest().onclose({ code: 1006 });
    await vi.advanceTimersByTimeAsync(1000);
    expect(newest().address).toBe("wss://desk.example/api/v1/socket?after=12");
    expect(states).toEqual(["connecting", "open", "broken", "connecting"]);
    connection.stop();
  });

  it("ends with the sign-in, and does not try again", async () => {
    connect();
    newest().onclose({ code: 4401 });
    await vi.advanceTimersByTimeAsync(60_000);
    expect([signedOut, FakeSocket.all.length]).toEqual([1, 1]);
  });

  it("notices a line that has gone silent", async () => {
    const connection = connect();
    newest().onopen();
    newest().onmessage({ data: JSON.stringify({ type: "pong" }) });
    await vi.advanceTimersByTimeAsync(110_000);
    expect(FakeSocket.all.length).toBeGreaterThan(1);
    connection.stop();
  });

  it("says when everything has to be fetched again", () => {
    const connection = connect();
    newest().onmessage({ data: JSON.stringify({ type: "reset" }) });
    expect(lost).toBe(1);
    connection.stop();
  });
});

describe("the pause before another try", () => {
  it("grows, is never longer than half a minute, and differs from console to console", () => {
    for (let attempt = 0; attempt < 40; attempt++) {
      const [shortest, longest] = [pause(attempt, () => 0), pause(attempt, () => 1)];
      expect(shortest).toBeLessThan(longest);
      expect(longest).toBeLessThanOrEqual(30_000);
      expect(pause(attempt + 1, () => 1)).toBeGreaterThanOrEqual(longest);
    }
  });
});
