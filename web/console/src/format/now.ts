import { useSyncExternalStore } from "react";

/** One clock for all that ticks on the screen. */
const TICK_MS = 1000;
const listeners = new Set<() => void>();
let timer: number | undefined;
let now = Date.now();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) start();
  return () => {
    listeners.delete(listener);
    if (listeners.size) return;
    window.clearInterval(timer);
    timer = undefined;
  };
}

function start(): void {
  now = Date.now();
  timer = window.setInterval(tick, TICK_MS);
}

function tick(): void {
  now = Date.now();
  for (const listener of [...listeners]) listener();
}

/** Changes once in `everyMs`; only components that use it are drawn again. */
export function useNow(everyMs = 1000): number {
  return useSyncExternalStore(subscribe, () => Math.floor(now / everyMs) * everyMs);
}
