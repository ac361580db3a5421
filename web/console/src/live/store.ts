import { useSyncExternalStore } from "react";

export interface Store<State, Change> {
  get: () => State;
  apply: (change: Change) => void;
  subscribe: (listener: () => void) => () => void;
}

export function createStore<State, Change>(initial: State, reduce: (state: State, change: Change) => State): Store<State, Change> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    apply(change) {
      const next = reduce(state, change);
      if (next === state) return;
      state = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** `select` must return a part of the state as it is, or something that compares equal. */
export function useSelected<State, Change, Part>(store: Store<State, Change>, select: (state: State) => Part): Part {
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}
