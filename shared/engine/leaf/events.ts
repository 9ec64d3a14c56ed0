import type { EventLeaf } from "../condition.ts";
import { truthOf } from "../truth.ts";
import { type Count, happened, isByDay, type Log, ms, unrolled } from "./happened.ts";
import { densest, isAt, isFollowed } from "./sequences.ts";

/** How many events count for a leaf, and whether they are what it asks for. */
export function countEvents(leaf: EventLeaf, log: Log, now: number): Count {
  const { atMost, within, everWithin, notWithin, then, first, last } = leaf;
  const counted = unrolled(
    happened(leaf, log, now, within).filter((one) => !then || isFollowed(one, then, log, now)),
  );
  const isInTime =
    (!first || isAt(first, counted[0], now)) &&
    (!last || isAt(last, counted.at(-1), now)) &&
    (notWithin === undefined || !counted.some(({ at }) => at >= now - ms(notWithin)));
  const found = everWithin === undefined ? counted.length : densest(counted, ms(everWithin));
  const atLeast = leaf.atLeast ?? (atMost === undefined && notWithin === undefined ? 1 : 0);
  return {
    is: truthOf(isInTime && found >= atLeast && found <= (atMost ?? found)),
    found,
    byDay: isByDay(counted),
  };
}
