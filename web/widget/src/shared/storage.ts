export interface Store {
  get(name: string): string | null;
  set(name: string, value: string): void;
  remove(name: string): void;
  names(): string[];
}

/** The browser's storage under a prefix; memory when the browser blocks it or it is full. */
export function browserStore(kind: "localStorage" | "sessionStorage", key: string): Store {
  const prefix = storagePrefix(key);
  const memory = new Map<string, string>();
  const storage = usableStorage(kind);
  return {
    get: (name) => memory.get(name) ?? storage?.getItem(prefix + name) ?? null,
    set(name, value) {
      try {
        if (!storage) throw new Error("blocked");
        storage.setItem(prefix + name, value);
        memory.delete(name);
      } catch {
        memory.set(name, value);
      }
    },
    remove(name) {
      memory.delete(name);
      storage?.removeItem(prefix + name);
    },
    names: () => [...new Set([...memory.keys(), ...namesIn(storage, prefix)])],
  };
}

export function storagePrefix(key: string): string {
  return `relevo:${key}:`;
}

function usableStorage(kind: "localStorage" | "sessionStorage"): Storage | null {
  try {
    const storage = window[kind];
    storage.getItem("relevo");
    return storage;
  } catch {
    return null;
  }
}

function namesIn(storage: Storage | null, prefix: string): string[] {
  if (!storage) return [];
  return Object.keys(storage)
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length));
}
