import { durationMs } from "./duration.ts";

const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TODAY = /^today(?:([+-]\d{1,4})d)?$/;

export type Clock = { readonly now: number; readonly zone?: string | undefined };

/**
 * How a date lies to a moment: below zero before it, above zero after it, NaN where one is no date.
 * The moment is a day (`2026-11-01`, `today`, `today-7d`), compared by calendar days in the zone; or a
 * time (`2026-11-01T09:00:00Z`) or one relative to now (`-30d`), compared to the millisecond.
 */
export function compareDates(date: string, moment: string, clock: Clock): number {
  const day = dayNamed(moment, clock);
  if (day === undefined) return Date.parse(date) - timeNamed(moment, clock.now);
  const own = dayOf(date, clock.zone);
  return own === undefined ? Number.NaN : own < day ? -1 : own > day ? 1 : 0;
}

function dayNamed(moment: string, { now, zone }: Clock): string | undefined {
  if (DAY.test(moment)) return moment;
  const [isToday, days = "0"] = TODAY.exec(moment) ?? [];
  const today = dayOf(new Date(now).toISOString(), zone);
  if (isToday === undefined || today === undefined) return undefined;
  return new Date(Date.parse(today) + Number(days) * DAY_MS).toISOString().slice(0, 10);
}

const timeNamed = (moment: string, now: number): number =>
  moment.startsWith("+") || moment.startsWith("-")
    ? now + (moment.startsWith("+") ? 1 : -1) * (durationMs(moment.slice(1)) ?? Number.NaN)
    : Date.parse(moment);

/** The calendar day of a date; a date without a time is one already. */
function dayOf(date: string, zone = "UTC"): string | undefined {
  if (DAY.test(date)) return date;
  const time = Date.parse(date);
  if (Number.isNaN(time)) return undefined;
  // Sweden writes dates as ISO 8601 does.
  return new Date(time).toLocaleDateString("sv", { timeZone: zone });
}
