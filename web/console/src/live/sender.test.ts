import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Sender } from "./sender";

type Answer = { status: number; body: object } | "no network";
let answers: Answer[];
let sent: { client_id: string; text: string; epoch?: number; take_over?: boolean }[];

async function fakeFetch(_: string, options: { body: string }) {
  sent.push(JSON.parse(options.body));
  const answer = answers.shift() ?? { status: 201, body: { id: "m", seq: 1, conversation_id: "k" } };
  if (answer === "no network") throw new TypeError("no network");
  return new Response(JSON.stringify(answer.body), { status: answer.status });
}

const letter = { conversationId: "k", text: "Hola", private: false, attachments: [], epoch: 3 };
const states = (sender: Sender) => sender.outbox.get().map(({ state }) => state);
const settled = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  const kept = new Map<string, string>();
  answers = [];
  sent = [];
  vi.useFakeTimers();
  vi.stubGlobal("window", globalThis);
  vi.stubGlobal("fetch", fakeFetch);
  vi.stubGlobal("localStorage", { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => kept.set(key, value) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("sending", () => {
  it("waits for the network, and sends the same message once it is back", async () => {
    answers = ["no network"];
    const sender = new Sender("me", () => {});
    sender.send(letter);
    await settled();
    expect(states(sender)).toEqual(["waiting"]);
    await sender.flush();
    expect(states(sender)).toEqual(["sent"]);
    expect(sent[1]?.client_id).toBe(sent[0]?.client_id);
  });

  it("tries again by itself after a fault of the server", async () => {
    answers = [{ status: 503, body: { code: "unavailable" } }];
    const sender = new Sender("me", () => {});
    sender.send(letter);
    await vi.advanceTimersByTimeAsync(6000);
    expect(states(sender)).toEqual(["sent"]);
    sender.stop();
  });

  it("loses nothing over a reload", async () => {
    answers = ["no network"];
    const before = new Sender("me", () => {});
    before.send(letter);
    await settled();
    before.stop();
    const after = new Sender("me", () => {});
    await after.flush();
    expect(sent.map(({ text }) => text)).toEqual(["Hola", "Hola"]);
    expect(states(after)).toEqual(["sent"]);
  });

  it("keeps another member's messages apart", async () => {
    answers = ["no network"];
    const mine = new Sender("me", () => {});
    mine.send(letter);
    await settled();
    mine.stop();
    expect(new Sender("you", () => {}).outbox.get()).toEqual([]);
  });

  it("asks the agent when somebody else holds the conversation, and takes over only when told", async () => {
    answers = [{ status: 409, body: { code: "held_by_other" } }];
    const sender = new Sender("me", () => {});
    sender.send(letter);
    await settled();
    expect(states(sender)).toEqual(["contested"]);
    await sender.flush();
    expect(sent).toHaveLength(1);
    sender.retry(sent[0]?.client_id ?? "", { epoch: 4, takeOver: true });
    await settled();
    expect(sent[1]).toMatchObject({ client_id: sent[0]?.client_id, epoch: 4, take_over: true });
  });

  it("does not try again by itself what was refused for good", async () => {
    answers = [{ status: 413, body: { code: "too_large" } }];
    const sender = new Sender("me", () => {});
    sender.send(letter);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(states(sender)).toEqual(["failed"]);
    expect(sent).toHaveLength(1);
  });
});
