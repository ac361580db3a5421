const GAP_MS = 1500;

/** A gap in the events that does not close by itself: first a replay from the last certain event, then everything anew. */
export class GapWatch {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private tries = 0;

  constructor(
    private readonly replay: () => void,
    private readonly reload: () => void,
  ) {}

  look(gap: boolean): void {
    clearTimeout(this.timer);
    if (gap) this.timer = setTimeout(() => this.close(), GAP_MS);
    else this.tries = 0;
  }

  private close(): void {
    this.tries += 1;
    if (this.tries > 1) this.reload();
    else this.replay();
  }
}
