import type { Locale } from "../../shared/locale";
import type { Texts } from "../texts/texts";

/** The browser's own region of that language: it knows whether the day has twelve hours or twenty-four. */
function region(locale: Locale): string {
  return navigator.languages?.find((language) => language.toLowerCase().startsWith(locale)) ?? locale;
}

export function timeText(at: string, locale: Locale): string {
  return new Intl.DateTimeFormat(region(locale), { hour: "2-digit", minute: "2-digit" }).format(new Date(at));
}

export function dayText(at: string, locale: Locale, texts: Texts, now = new Date()): string {
  const date = new Date(at);
  if (date.toDateString() === now.toDateString()) return texts.today;
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (date.toDateString() === yesterday.toDateString()) return texts.yesterday;
  const sameYear = date.getFullYear() === now.getFullYear();
  const text = new Intl.DateTimeFormat(locale, {
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(sameYear ? {} : { year: "numeric" }),
  }).format(date);
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

export function sizeText(bytes: number, locale: Locale): string {
  const [unit, size] = bytes < 1024 * 1024 ? ["kilobyte", Math.max(1, bytes / 1024)] : ["megabyte", bytes / 1024 / 1024];
  return new Intl.NumberFormat(locale, { style: "unit", unit: unit as string, maximumFractionDigits: 1 }).format(size as number);
}
