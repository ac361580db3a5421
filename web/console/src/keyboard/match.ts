import { type Command } from "./commands";

const PATIENCE_MS = 1200;

/** Follows what is typed; says which command a key, or two in a row, mean. Pure but for the given time. */
export class Keystrokes {
  private pending: { key: string; at: number } | null = null;

  next(key: string, now: number, commands: Command[]): Command | null {
    const before = this.pending && now - this.pending.at < PATIENCE_MS ? this.pending.key : null;
    this.pending = null;
    const both = before && commands.find(({ keys }) => keys.includes(`${before} ${key}`));
    if (both) return both;
    if (commands.some(({ keys }) => keys.some((one) => one.startsWith(`${key} `)))) {
      this.pending = { key, at: now };
      return null;
    }
    return commands.find(({ keys }) => keys.includes(key)) ?? null;
  }
}
