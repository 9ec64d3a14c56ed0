import type { ScoreLeaf, Step, Test, TimeTest } from "../condition.ts";
import { ABSENT, known, type VisitorEvent } from "../facts.ts";
import { type Count, happened, isByDay, type Log, ms, unrolled } from "./happened.ts";
import { testFact } from "./operators.ts";

/** Whether an event happened at the right time. */
export function isAt(test: TimeTest, one: VisitorEvent | undefined, now: number): boolean {
  const when = one ? known(new Date(one.at).toISOString()) : ABSENT;
  return testFact(test, when, { now }) === "yes";
}

export const isFollowed = (one: VisitorEvent, step: Step, log: Log, now: number): boolean =>
  happened(
    step,
    log.filter(({ at }) => at > one.at && at <= one.at + ms(step.within)),
    now,
  ).some((next) => !step.then || isFollowed(next, step.then, log, now));

/** The most events that lie in one stretch of time of this length. */
export function densest(events: Log, length: number): number {
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
