import type { EventPattern } from "../condition.ts";
import { ABSENT, entry, known, type VisitorEvent } from "../facts.ts";
import type { Truth } from "../truth.ts";
import { durationMs } from "./duration.ts";
import { testFact } from "./operators.ts";

export type Log = readonly VisitorEvent[];

export const ms = (duration: string | undefined) =>
  duration === undefined ? Number.POSITIVE_INFINITY : (durationMs(duration) ?? 0);

const isLike = (
  { event, where = {} }: EventPattern,
  { event: name, fields = {} }: VisitorEvent,
  now: number,
) =>
  event === name &&
  Object.entries(where).every(([field, test]) => {
    const value = entry(fields, field);
    return testFact(test, value === undefined ? ABSENT : known(value), { now }) === "yes";
  });

/** What happened of one kind up to now, oldest first: nothing that a wrong clock puts into the future. */
export const happened = (pattern: EventPattern, log: Log, now: number, within?: string): Log =>
  log
    .filter((one) => one.at <= now && one.at >= now - ms(within) && isLike(pattern, one, now))
    .sort((one, other) => one.at - other.at);

/** Each as often as it happened: what is kept of a day stands in the log once. */
export const unrolled = (log: Log): Log => log.flatMap((one) => Array(one.times ?? 1).fill(one));

/** Whether part of this is known by its day only. */
export const isByDay = (log: Log): true | undefined => log.find(({ times }) => times) && true;

export type Count = {
  readonly is: Truth;
  /** How often it was found, or how much it weighs. */
  readonly found: number;
  readonly byDay: true | undefined;
};
