import { type Condition, leavesOf } from "./condition.ts";
import type { Segments } from "./evaluate.ts";
import { entry } from "./facts.ts";
import type { FactLeaf } from "./leaf/answer.ts";

/** Every leaf that a condition comes down to, in its order; a segment stands for what is in it, once. */
export function leavesBehind(condition: Condition, segments: Segments): readonly FactLeaf[] {
  const opened = new Set<string>();
  const open = (part: Condition): readonly FactLeaf[] =>
    leavesOf(part).flatMap((leaf) => {
      if (!("segment" in leaf)) return [leaf];
      const segment = opened.has(leaf.segment) ? undefined : entry(segments, leaf.segment);
      opened.add(leaf.segment);
      return segment ? open(segment.when) : [];
    });
  return open(condition);
}
