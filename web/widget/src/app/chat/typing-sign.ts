const EVERY_MS = 3000;

/** Tells the others that the customer is writing, but not with every key. */
export class TypingSign {
  private sentAt = 0;

  constructor(private readonly send: () => boolean) {}

  show(): void {
    if (Date.now() - this.sentAt < EVERY_MS) return;
    if (this.send()) this.sentAt = Date.now();
  }
}
