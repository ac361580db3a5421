/** Opens the palette without loading it: its code comes with the keyboard, after the first screen. */
const PATIENCE_MS = 1500;
let open: () => void = () => {};
let openedAt = Number.NEGATIVE_INFINITY;
let ahead = "";

export function openPalette(): void {
  openedAt = performance.now();
  ahead = "";
  open();
}

export function mountPalette(opener: () => void): void {
  open = opener;
}

/** What is typed before the palette has the focus is kept for it, instead of being taken for commands. */
export function typeAhead(event: KeyboardEvent): boolean {
  const isTooSoon = performance.now() - openedAt < PATIENCE_MS;
  if (!isTooSoon || event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return false;
  ahead += event.key;
  return true;
}

/** From here on the palette hears for itself. */
export function takeTypedAhead(): string {
  const typed = ahead;
  ahead = "";
  openedAt = Number.NEGATIVE_INFINITY;
  return typed;
}
