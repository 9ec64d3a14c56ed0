import type { VisitorEvent } from "../../../shared/engine/facts.ts";

type Events = readonly VisitorEvent[];

const DAY_MS = 86_400_000;
/** Nothing is kept longer than thirteen months: a year can be compared with the one before. */
const LONGEST_MS = 400 * DAY_MS;

/** How many events are kept to the moment, and how many records of a day besides. */
export type Bound = { readonly exact: number; readonly days: number };

/**
 * Events within a bound, oldest first. What does not fit is counted by day (UTC): one record for each
 * day, event and fields says how often, and when last. Where there are too many records, the older
 * ones keep their numbers and lose their fields; what is too many then is forgotten.
 */
export function fold(events: Events, { exact, days }: Bound, now: number): Events {
  const sorted = events.filter(({ at }) => at > now - LONGEST_MS).sort(byTime);
  const latest = new Set(sorted.filter(({ times }) => !times).slice(-exact));
  const rolled = byDay(sorted.filter((one) => !latest.has(one)));
  const older = rolled.length > days ? rolled.length - days / 2 : 0;
  const fitting = byDay(rolled.map((one, index) => (index < older ? { ...one, fields: undefined } : one)));
  return [...fitting.slice(-days), ...latest];
}

export const byTime = (one: VisitorEvent, other: VisitorEvent): number => one.at - other.at;

/** In the order of the last of each. */
function byDay(events: Events): Events {
  const records = new Map<string, VisitorEvent>();
  for (const { times = 1, ...one } of events) {
    const key = JSON.stringify([Math.floor(one.at / DAY_MS), one.event, one.fields]);
    const before = records.get(key)?.times ?? 0;
    records.delete(key);
    records.set(key, { ...one, times: before + times });
  }
  return [...records.values()];
}
