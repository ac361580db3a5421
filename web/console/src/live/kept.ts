/** What the browser keeps for us. Storage may be forbidden or full: then nothing is kept, and nothing breaks. */
export function recall<T>(name: string, fallback: T): T {
  try {
    const text = localStorage.getItem(`relevo.${name}`);
    return text === null ? fallback : (JSON.parse(text) as T);
  } catch {
    return fallback;
  }
}

export function keep(name: string, value: unknown): void {
  try {
    localStorage.setItem(`relevo.${name}`, JSON.stringify(value));
  } catch {
    // Full or forbidden.
  }
}
