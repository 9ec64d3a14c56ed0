import type { EventLeaf, EventPattern, ScoreLeaf, Step, TimeTest } from "../condition.ts";
import { ABSENT, entry, known, type VisitorEvent } from "../facts.ts";
import { durationMs } from "./duration.ts";
import { testFact } from "./operators.ts";

type Log = readonly VisitorEvent[];

const ms = (duration: string | undefined) =>
  duration === undefined ? Number.POSITIVE_INFINITY : (durationMs(duration) ?? 0);

/** What happened up to now, oldest first: nothing that a wrong clock puts into the future. */
const upTo = (now: number, log: Log): Log =>
  log.filter(({ at }) => at <= now).sort((one, other) => one.at - other.at);

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

/** How many events count for a leaf, and whether they are what it asks for. */
export function countEvents(
  leaf: EventLeaf,
  log: Log,
  now: number,
): { readonly holds: boolean; readonly found: number } {
  const past = upTo(now, log);
  const { atMost, within, everWithin, notWithin, then } = leaf;
  const like = past.filter((one) => isLike(leaf, one, now));
  const counted = like.filter(
    (one) => one.at >= now - ms(within) && (!then || isFollowed(one, then, past, now)),
  );
  const isInTime =
    isAt(leaf.first, counted[0], now) &&
    isAt(leaf.last, counted.at(-1), now) &&
    (notWithin === undefined || !counted.some(({ at }) => at >= now - ms(notWithin)));
  const found = everWithin === undefined ? counted.length : densest(counted, ms(everWithin));
  const atLeast = leaf.atLeast ?? (atMost === undefined && notWithin === undefined ? 1 : 0);
  return { holds: isInTime && found >= atLeast && found <= (atMost ?? found), found };
}

function isAt(test: TimeTest | undefined, one: VisitorEvent | undefined, now: number): boolean {
  if (!test) return true;
  const when = one ? known(new Date(one.at).toISOString()) : ABSENT;
  return testFact(test, when, { now }) === "yes";
}

const isFollowed = (one: VisitorEvent, step: Step, past: Log, now: number): boolean =>
  past.some(
    (next) =>
      next.at > one.at &&
      next.at <= one.at + ms(step.within) &&
      isLike(step, next, now) &&
      (!step.then || isFollowed(next, step.then, past, now)),
  );

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
export const scoreOf = ({ score }: ScoreLeaf, log: Log, now: number): number => {
  const past = upTo(now, log);
  const weights = score.flatMap((part) =>
    past
      .filter((one) => isLike(part, one, now))
      .map(({ at }) => part.weight * 2 ** -((now - at) / ms(part.halfLife))),
  );
  return weights.reduce((sum, weight) => sum + weight, 0);
};
