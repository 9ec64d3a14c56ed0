import type { VisitorEvent } from "../../../shared/engine/facts.ts";

/** One day of a visitor's behavior: how much happened on it. */
export type Day = { readonly daysAgo: number; readonly count: number };

export type Timeline = {
  /** Today is the last. */
  readonly days: readonly Day[];
  /** The newest first. */
  readonly events: readonly VisitorEvent[];
  /** Older ones that are not listed. */
  readonly more: number;
};

const DAY = 86_400_000;
const DRAWN_DAYS = 30;
const LISTED = 40;

/** A visitor's behavior: the last thirty days to draw, and the newest events to read. */
export function timelineOf(happened: readonly VisitorEvent[], now: number): Timeline {
  const counts = new Map<number, number>();
  for (const { at, times = 1 } of happened) {
    const daysAgo = Math.floor((now - at) / DAY);
    counts.set(daysAgo, (counts.get(daysAgo) ?? 0) + times);
  }
  const days = Array.from({ length: DRAWN_DAYS }, (_, at) => {
    const daysAgo = DRAWN_DAYS - 1 - at;
    return { daysAgo, count: counts.get(daysAgo) ?? 0 };
  });
  const events = happened.toSorted((one, other) => other.at - one.at);
  return { days, events: events.slice(0, LISTED), more: Math.max(0, events.length - LISTED) };
}
