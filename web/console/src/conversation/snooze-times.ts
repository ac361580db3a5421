/** The moments offered for snoozing, in local time. */
export type Preset = "hour" | "threeHours" | "tomorrow" | "monday";

export function presets(now: Date): { name: Preset; until: Date }[] {
  return [
    { name: "hour", until: hoursLater(now, 1) },
    { name: "threeHours", until: hoursLater(now, 3) },
    { name: "tomorrow", until: atNine(now, 1) },
    { name: "monday", until: atNine(now, daysToMonday(now)) },
  ];
}

/** From Monday on, a week ahead: today's nine o'clock may be over. */
const daysToMonday = (now: Date) => (8 - now.getDay()) % 7 || 7;

function hoursLater(now: Date, hours: number): Date {
  return new Date(now.getTime() + hours * 3_600_000);
}

/** Set by calendar, so that nine stays nine when the clocks change. */
function atNine(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 9);
}
