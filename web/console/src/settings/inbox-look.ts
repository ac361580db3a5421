import type { Inbox } from "../api/types";

/** An inbox as it is edited: lists are text with a line for each. */
export interface Look {
  name: string;
  assistantName: string;
  color: string;
  position: "left" | "right";
  scheme: "auto" | "light" | "dark";
  greeting: { es: string; en: string };
  starters: { es: string; en: string };
  origins: string;
  privacyUrl: string;
}

export function lookOf(inbox: Inbox): Look {
  const { color = "#2f5d50", position = "right", scheme = "auto" } = inbox.theme ?? {};
  const lines = (list: string[] | undefined) => (list ?? []).join("\n");
  return {
    name: inbox.name,
    assistantName: inbox.assistant_name ?? "",
    color, position, scheme,
    greeting: { es: inbox.greeting?.es ?? "", en: inbox.greeting?.en ?? "" },
    starters: { es: lines(inbox.starters?.es), en: lines(inbox.starters?.en) },
    origins: lines(inbox.allowed_origins),
    privacyUrl: inbox.privacy_url ?? "",
  };
}

/** What is empty goes back to the default. */
export function asChange(look: Look): Partial<Inbox> {
  const { color, position, scheme } = look;
  return {
    name: look.name.trim(),
    assistant_name: look.assistantName.trim() || null,
    theme: { color: color.toLowerCase(), position, scheme },
    greeting: filled({ es: look.greeting.es.trim(), en: look.greeting.en.trim() }),
    starters: filled({ es: linesOf(look.starters.es).slice(0, 6), en: linesOf(look.starters.en).slice(0, 6) }),
    allowed_origins: linesOf(look.origins),
    privacy_url: look.privacyUrl.trim() || null,
  };
}

export const linesOf = (text: string) => text.split("\n").map((line) => line.trim()).filter(Boolean);

const filled = <Value extends { length: number }>(byLanguage: Record<string, Value>) =>
  Object.fromEntries(Object.entries(byLanguage).filter(([, value]) => value.length > 0));

/** Contrast of white text on the colour, by WCAG: 4.5 to 1 is enough to read. */
export function readsWhiteOn(color: string): boolean {
  const channels = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu.exec(color)?.slice(1).map((part) => parseInt(part, 16) / 255);
  if (!channels) return false;
  const [red = 0, green = 0, blue = 0] = channels.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= 4.5;
}
