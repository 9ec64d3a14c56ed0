import { type Condition, leavesOf } from "../../engine/condition.ts";
import { entry } from "../../engine/facts.ts";
import type { Library } from "../library.ts";

type Segments = Library["segments"];

/**
 * How many leaves a condition has once every segment that it names is written out, which is how it is
 * answered. Without end where segments go round in a circle.
 */
export function expander(segments: Segments): (condition: Condition) => number {
  const sizes = new Map<string, number>();
  const sizeOf = (condition: Condition): number =>
    leavesOf(condition).reduce((sum, leaf) => sum + ("segment" in leaf ? sizeOfSegment(leaf.segment) : 1), 0);
  const sizeOfSegment = (id: string): number => {
    const seen = sizes.get(id);
    if (seen !== undefined) return seen;
    const segment = entry(segments, id);
    // As long as it is being written out it is endless: whoever meets it again has found a circle.
    sizes.set(id, Number.POSITIVE_INFINITY);
    const size = segment ? sizeOf(segment.when) : 1;
    sizes.set(id, size);
    return size;
  };
  return sizeOf;
}
