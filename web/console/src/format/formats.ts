import type { Dictionary } from "../i18n/es";

export interface Formats {
  /** 14:05 */
  clock: (at: string) => string;
  /** The clock today, the weekday within a week, else the date: for dense rows. */
  brief: (at: string, now: number) => string;
  /** Today, yesterday, or the date in words. */
  day: (at: string, now: number) => string;
  /** Date and time; the year only when it is another one. */
  full: (at: string) => string;
  date: (at: string) => string;
  /** How long ago, in its largest unit: 45 s, 12 min, 3 h. */
  elapsed: (since: string, now: number) => string;
  number: (value: number) => string;
  /** A share from 0 to 1 as a whole percentage. */
  percent: (share: number) => string;
  /** One, two and three. */
  list: (items: string[]) => string;
  /** One, two or three. */
  anyOf: (items: string[]) => string;
  bytes: (size: number) => string;
  language: (code: string) => string;
}

const DAY = 86_400_000;

export function formatsFor(locale: string, t: Dictionary): Formats {
  const style = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options);
  const clock = style({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const weekday = style({ weekday: "short" });
  const short = style({ day: "numeric", month: "short" });
  const date = style({ dateStyle: "medium" });
  const dayInWords = style({ weekday: "long", day: "numeric", month: "long" });
  const full = style({ dateStyle: "medium", timeStyle: "short", hourCycle: "h23" });
  const thisYear = style({ day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  const choice = new Intl.ListFormat(locale, { type: "disjunction" });
  const names = new Intl.DisplayNames(locale, { type: "language" });
  return {
    clock: (at) => clock.format(new Date(at)),
    brief: (at, now) => {
      const days = daysBetween(new Date(at), new Date(now));
      if (days <= 0) return clock.format(new Date(at));
      return (days < 7 ? weekday : short).format(new Date(at));
    },
    day: (at, now) => {
      const days = daysBetween(new Date(at), new Date(now));
      if (days === 0) return t.conversation.today;
      return days === 1 ? t.conversation.yesterday : capitalised(dayInWords.format(new Date(at)), locale);
    },
    full: (at) => (new Date(at).getFullYear() === new Date().getFullYear() ? thisYear : full).format(new Date(at)),
    date: (at) => date.format(new Date(at)),
    elapsed: (since, now) => elapsed(Math.max(0, now - Date.parse(since)), t),
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    list: (items) => list.format(items),
    anyOf: (items) => choice.format(items),
    bytes: (size) => (size < 1_000_000 ? `${number.format(Math.ceil(size / 1000))} kB` : `${number.format(size / 1_000_000)} MB`),
    language: (code) => capitalised(names.of(code) ?? code, locale),
  };
}

function elapsed(ms: number, t: Dictionary): string {
  const seconds = Math.floor(ms / 1000);
  if (seconds < 60) return t.time.seconds(seconds);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return t.time.minutes(minutes);
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? t.time.hours(hours) : t.time.days(Math.floor(hours / 24));
}

/** Calendar days, not spans of 24 hours; safe over changes to summer time. */
export function daysBetween(from: Date, to: Date): number {
  const midnight = (day: Date) => Date.UTC(day.getFullYear(), day.getMonth(), day.getDate());
  return Math.round((midnight(to) - midnight(from)) / DAY);
}

const capitalised = (text: string, locale: string) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
