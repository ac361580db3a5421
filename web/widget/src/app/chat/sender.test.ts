import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { newItem } from "../../shared/outbox-item";
import { Problem } from "./api";
import { backoffMs } from "./backoff";
import { Outbox } from "./outbox";
import { attemptFrom, problemFromCode, Sender, type Attempt } from "./sender";

function outboxWith(...texts: string[]): Outbox {
  const outbox = new Outbox({ get: () => null, set: () => undefined, remove: () => undefined, names: () => [] }, () => undefined);
  texts.forEach((text) => outbox.add(newItem(text)));
  return outbox;
}

describe("sending", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("keeps the order: nothing overtakes a message that could not be sent", async () => {
    const outbox = outboxWith("one", "two");
    const tried: string[] = [];
    const answers: Attempt[] = [{ kind: "later", seconds: null }, { kind: "stored", seq: 1 }, { kind: "stored", seq: 2 }];
    const sender = new Sender(outbox, (item) => {
      tried.push(item.text);
      return Promise.resolve(answers.shift() as Attempt);
    });
    await sender.flush();
    expect(tried).toEqual(["one"]);
    expect(outbox.list().map((item) => item.state)).toEqual(["waiting", "sending"]);
    await vi.advanceTimersByTimeAsync(1100);
    expect(tried).toEqual(["one", "one", "two"]);
    expect(outbox.list().map((item) => item.state)).toEqual(["sent", "sent"]);
  });

  it("tries again with the same id", async () => {
    const outbox = outboxWith("one");
    const ids = new Set<string>();
    let left = 5;
    const sender = new Sender(outbox, (item) => {
      ids.add(item.clientId);
      left -= 1;
      return Promise.resolve(left ? { kind: "later", seconds: 1 } : { kind: "stored", seq: 1 });
    });
    await sender.flush();
    await vi.advanceTimersByTimeAsync(5000);
    expect(left).toBe(0);
    expect(ids.size).toBe(1);
  });

  it("waits as long as the server asks", async () => {
    const outbox = outboxWith("one");
    let tries = 0;
    const sender = new Sender(outbox, () => {
      tries += 1;
      return Promise.resolve({ kind: "later", seconds: 7 });
    });
    await sender.flush();
    await vi.advanceTimersByTimeAsync(6900);
    expect(tries).toBe(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(tries).toBe(2);
  });

  it("goes on with the next when one is refused for good", async () => {
    const outbox = outboxWith("bad", "good");
    const sender = new Sender(outbox, (item) =>
      Promise.resolve(item.text === "bad" ? { kind: "refused", code: "too_large" } : { kind: "stored", seq: 1 }),
    );
    await sender.flush();
    expect(outbox.list().map((item) => item.state)).toEqual(["refused", "sent"]);
  });
});

describe("what an answer means", () => {
  it("tells refusals from what deserves another try", () => {
    for (const status of [409, 413, 415, 422]) expect(attemptFrom(new Problem(status, "x")).kind).toBe("refused");
    for (const status of [0, 401, 429, 500, 502, 503]) expect(attemptFrom(new Problem(status, "x")).kind).toBe("later");
    expect(attemptFrom(new Problem(429, "rate_limited", 12))).toEqual({ kind: "later", seconds: 12 });
  });

  it("reads the same from the socket's errors", () => {
    expect(attemptFrom(problemFromCode("too_large"))).toEqual({ kind: "refused", code: "too_large" });
    expect(attemptFrom(problemFromCode("client_id_reused"))).toEqual({ kind: "refused", code: "client_id_reused" });
    expect(attemptFrom(problemFromCode("rate_limited", 3))).toEqual({ kind: "later", seconds: 3 });
    expect(attemptFrom(problemFromCode("never heard of")).kind).toBe("later");
  });
});

describe("the back-off", () => {
  it("doubles up to half a minute and spreads over half of it", () => {
    expect(backoffMs(0, () => 0)).toBe(500);
    expect(backoffMs(0, () => 1)).toBe(1000);
    expect(backoffMs(3, () => 1)).toBe(8000);
    expect(backoffMs(50, () => 0)).toBe(15000);
    expect(backoffMs(50, () => 1)).toBe(30000);
  });
});
