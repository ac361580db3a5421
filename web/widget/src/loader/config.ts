import type { Config, Settings } from "../shared/contract";
import type { Locale } from "../shared/locale";

/** `refused` means that this key or site may never use the chat; `unreachable` may be over in a moment. */
export type ConfigAnswer = { kind: "config"; config: Config } | { kind: "refused" } | { kind: "unreachable" };

export async function fetchConfig(settings: Settings, locale: Locale): Promise<ConfigAnswer> {
  const query = new URLSearchParams({ key: settings.key, locale });
  const stop = new AbortController();
  const deadline = setTimeout(() => stop.abort(), 8000);
  try {
    const answer = await fetch(`${settings.base}/api/v1/chat/config?${query}`, { credentials: "omit", signal: stop.signal });
    if (answer.ok) return { kind: "config", config: (await answer.json()) as Config };
    return { kind: answer.status === 403 || answer.status === 404 ? "refused" : "unreachable" };
  } catch {
    return { kind: "unreachable" };
  } finally {
    clearTimeout(deadline);
  }
}
