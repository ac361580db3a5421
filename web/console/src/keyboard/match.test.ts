import { describe, expect, it } from "vitest";
import type { Command } from "./commands";
import { Keystrokes } from "./match";

const command = (id: string, ...keys: string[]): Command => ({ id, group: "go", label: id, keys, run: () => {} });
const commands = [command("reply", "r"), command("resolved", "g r"), command("mine", "g m")];

describe("keys", () => {
  it("mean a command by themselves", () => {
    expect(new Keystrokes().next("r", 0, commands)?.id).toBe("reply");
  });

  it("mean another one after their leader", () => {
    const keys = new Keystrokes();
    expect(keys.next("g", 0, commands)).toBeNull();
    expect(keys.next("r", 500, commands)?.id).toBe("resolved");
    expect(keys.next("r", 600, commands)?.id).toBe("reply");
  });

  it("forget the leader after a while", () => {
    const keys = new Keystrokes();
    keys.next("g", 0, commands);
    expect(keys.next("m", 5000, commands)).toBeNull();
  });
});
