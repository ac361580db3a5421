import type { Store } from "../../shared/storage";

/** What this browser keeps for the customer: whether it sounds, and what they had begun to write in this tab. */
export class Preferences {
  constructor(
    private readonly store: Store,
    private readonly tab: Store,
  ) {}

  sound(): boolean {
    return this.store.get("sound") === "1";
  }

  setSound(on: boolean): void {
    if (on) this.store.set("sound", "1");
    else this.store.remove("sound");
  }

  draft(): string {
    return this.tab.get("draft") ?? "";
  }

  keepDraft(text: string): void {
    if (text) this.tab.set("draft", text);
    else this.tab.remove("draft");
  }
}
