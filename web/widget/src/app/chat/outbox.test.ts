import { describe, expect, it } from "vitest";
import { newId, newItem } from "../../shared/outbox-item";
import type { Store } from "../../shared/storage";
import { Outbox } from "./outbox";

function memoryStore(kept = new Map<string, string>()): Store {
  return {
    get: (name) => kept.get(name) ?? null,
    set: (name, value) => void kept.set(name, value),
    remove: (name) => void kept.delete(name),
    names: () => [...kept.keys()],
  };
}

const quiet = () => undefined;

describe("the outbox", () => {
  it("is there again after a reload, in the order in which it was written", () => {
    const store = memoryStore();
    const outbox = new Outbox(store, quiet);
    outbox.add({ ...newItem("first"), at: "2026-11-21T09:00:00.000Z" });
    outbox.add({ ...newItem("second"), at: "2026-11-21T09:00:01.000Z" });
    const reloaded = new Outbox(store, quiet);
    expect(reloaded.list().map((item) => [item.text, item.state])).toEqual([
      ["first", "waiting"],
      ["second", "waiting"],
    ]);
    expect(reloaded.list()[0]?.clientId).toBe(outbox.list()[0]?.clientId);
  });

  it("keeps a message until the server has stored it, and shows it until it arrives", () => {
    const store = memoryStore();
    const outbox = new Outbox(store, quiet);
    const item = newItem("hello");
    outbox.add(item);
    outbox.waiting(item.clientId);
    expect(store.names()).toHaveLength(1);
    outbox.stored(item.clientId, 4);
    expect(store.names()).toHaveLength(0);
    expect(outbox.list()[0]?.state).toBe("sent");
    outbox.arrived(new Set([item.clientId]));
    expect(outbox.list()).toHaveLength(0);
  });

  it("forgets a message that arrives although its confirmation was lost", () => {
    const store = memoryStore();
    const outbox = new Outbox(store, quiet);
    const item = newItem("hello");
    outbox.add(item);
    outbox.arrived(new Set([item.clientId]));
    expect(outbox.nextToSend()).toBeUndefined();
    expect(new Outbox(store, quiet).list()).toHaveLength(0);
  });

  it("does not send again by itself what the server refused, not even after a reload", () => {
    const store = memoryStore();
    const outbox = new Outbox(store, quiet);
    const item = newItem("x");
    outbox.add(item);
    outbox.refused(item.clientId, "too_large");
    expect(outbox.nextToSend()).toBeUndefined();
    const reloaded = new Outbox(store, quiet);
    expect(reloaded.list()[0]?.refused).toBe("too_large");
    expect(reloaded.nextToSend()).toBeUndefined();
  });

  it("gives a refused message a new id when the customer tries again", () => {
    const outbox = new Outbox(memoryStore(), quiet);
    const item = newItem("hello");
    outbox.add(item);
    outbox.refused(item.clientId, "client_id_reused");
    outbox.renew(item.clientId);
    expect(outbox.list()).toHaveLength(1);
    expect(outbox.nextToSend()?.text).toBe("hello");
    expect(outbox.nextToSend()?.clientId).not.toBe(item.clientId);
  });

  it("follows what another tab adds and finishes", () => {
    const kept = new Map<string, string>();
    const here = new Outbox(memoryStore(kept), quiet);
    const there = new Outbox(memoryStore(kept), quiet);
    const item = newItem("from there");
    there.add(item);
    here.readAgain();
    expect(here.list().map((one) => one.text)).toEqual(["from there"]);
    there.stored(item.clientId, 1);
    here.readAgain();
    expect(here.list()).toHaveLength(0);
  });

  it("leaves aside what it cannot read", () => {
    const store = memoryStore(new Map([["outbox:1", "{broken"], ["outbox:2", "{}"]]));
    expect(new Outbox(store, quiet).list()).toHaveLength(0);
  });

  it("makes ids that are version 4 UUIDs, each another", () => {
    const ids = new Set(Array.from({ length: 200 }, newId));
    expect(ids.size).toBe(200);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
