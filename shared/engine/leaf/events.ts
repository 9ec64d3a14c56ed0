import type { EventLeaf, EventPattern, ScoreLeaf, Step, Test, TimeTest } from "../condition.ts";
import { ABSENT, entry, known, type VisitorEvent } from "../facts.ts";
import { type Truth, truthOf } from "../truth.ts";
import { durationMs } from "./duration.ts";
import { testFact } from "./operators.ts";

type Log = readonly VisitorEvent[];

const ms = (duration: string | undefined) =>
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

/** How many events count for a leaf, and whether they are what it asks for. */
export function countEvents(leaf: EventLeaf, log: Log, now: number): Count {
  const { atMost, within, everWithin, notWithin, then } = leaf;
  const counted = unrolled(
    happened(leaf, log, now, within).filter((one) => !then || isFollowed(one, then, log, now)),
  );
  const isInTime =
    isAt(leaf.first, counted[0], now) &&
    isAt(leaf.last, counted.at(-1), now) &&
    (notWithin === undefined || !counted.some(({ at }) => at >= now - ms(notWithin)));
  const found = everWithin === undefined ? counted.length : densest(counted, ms(everWithin));
  const atLeast = leaf.atLeast ?? (atMost === undefined && notWithin === undefined ? 1 : 0);
  return {
    is: truthOf(isInTime && found >= atLeast && found <= (atMost ?? found)),
    found,
    byDay: isByDay(counted),
  };
}

function isAt(test: TimeTest | undefined, one: VisitorEvent | undefined, now: number): boolean {
  if (!test) return true;
  const when = one ? known(new Date(one.at).toISOString()) : ABSENT;
  return testFact(test, when, { now }) === "yes";
}

const isFollowed = (one: VisitorEvent, step: Step, log: Log, now: number): boolean =>
  happened(
    step,
    log.filter(({ at }) => at > one.at && at <= one.at + ms(step.within)),
    now,
  ).some((next) => !step.then || isFollowed(next, step.then, log, now));

/** The most events that lie in one stretch of time of this length. */
function densest(events: Log, length: number): number {
  let most = 0;
  let first = 0;
  events.forEach(({ at }, last) => {
    while (at - (events[first]?.at ?? at) > length) first++;
    most = Math.max(most, last - first + 1);
  });
  return most;
}

/** The weighted sum of what happened; what is older than its half-life weighs half, and so on. */
export function addScore(leaf: ScoreLeaf, log: Log, now: number): Count {
  let sum = 0;
  const weighed = leaf.score.flatMap((part) => {
    const like = unrolled(happened(part, log, now));
    for (const { at } of like) sum += part.weight * 2 ** -((now - at) / ms(part.halfLife));
    return like;
  });
  return {
    is: testFact(leaf as unknown as Test, known(sum), { now }),
    found: Math.round(sum * 10) / 10,
    byDay: isByDay(weighed),
  };
}
