import { withhold } from "../../shared/consent/withhold.ts";
import { type Condition, type Leaf, leavesOf, operatorOf } from "../../shared/engine/condition.ts";
import { evaluate } from "../../shared/engine/evaluate.ts";
import type { Facts } from "../../shared/engine/facts.ts";
import type { Truth } from "../../shared/engine/truth.ts";
import { nearMisses } from "../../shared/engine/witness/near-misses.ts";
import { witness } from "../../shared/engine/witness/witness.ts";
import { isFoundOut, isSearchable } from "../../shared/library/check/searchable.ts";
import type { Library } from "../../shared/library/library.ts";
import { factsOfVisitor } from "../../shared/library/person.ts";
import type { Segment } from "../../shared/library/segment.ts";
import type { Visitor } from "../../shared/library/visitor.ts";
import { visitorOf } from "./visitor-of.ts";

type SegmentTest = Segment["tests"][number];

export type Suggested = {
  /** Tests that are not there yet. */
  readonly tests: readonly SegmentTest[];
  /** Nobody was found who is in the segment; sure, or only as far as was looked. */
  readonly nobody?: "sure" | "perhaps";
  /** There were too many ways to look through all of them. */
  readonly isTooLarge?: boolean;
};

/** Tests that a segment lacks: somebody who is in it, and for each leaf somebody who is just not. */
export function suggest({ when, tests }: Segment, library: Library, now: number): Suggested {
  const turned = leavesOf(when).map((leaf) => ({ leaf, when: withTurned(when, leaf) }));
  if (![when, ...turned.map((one) => one.when)].every((one) => isSearchable(one, "yes", library, now)))
    return { tests: [], isTooLarge: true };
  const avoid = Object.values(library.suppressions).map((rule) => rule.when);
  const inside = witness(when, "yes", library, { now, avoid });
  if (!inside) return { tests: [], nobody: isFoundOut(when, library) ? "sure" : "perhaps" };

  const isDated = leavesOf(when).some((leaf) => "event" in leaf && (leaf.first ?? leaf.last) !== undefined);
  const tested = (name: string, facts: Facts, expect: "yes" | "no"): SegmentTest => ({
    name,
    visitor: visitorOf(facts, library, isDated),
    expect,
  });
  const answer = (condition: Condition, visitor: Visitor) => answerFor(condition, visitor, library, now);
  const isTested = tests.some(({ expect, visitor }) => expect === "yes" && answer(when, visitor) === "yes");
  const suggested = [
    ...(isTested ? [] : [tested("somebody who is in it", inside, "yes")]),
    ...nearMisses(when, library, now)
      .filter(({ leaf }) => {
        const other = turned.find((one) => one.leaf === leaf)?.when ?? when;
        return !tests.some(
          ({ visitor }) => answer(when, visitor) === "no" && answer(other, visitor) === "yes",
        );
      })
      .map(({ leaf, facts }) => tested(`everything but ${worded(leaf)}`, facts, "no")),
  ];
  // What a person can write says less than facts do: only what comes out as it should is worth pasting.
  return { tests: suggested.filter(({ visitor, expect }) => answer(when, visitor) === expect) };
}

export function answerFor(condition: Condition, visitor: Visitor, library: Library, now: number): Truth {
  const { facts, gates } = factsOfVisitor(visitor, library, now);
  return evaluate(condition, withhold(facts, library.properties, gates), library).is;
}

/** The same condition with one leaf turned round. */
function withTurned(condition: Condition, leaf: Leaf): Condition {
  if (condition === leaf) return { not: condition };
  if ("not" in condition) return { not: withTurned(condition.not, leaf) };
  if ("all" in condition) return { all: condition.all.map((part) => withTurned(part, leaf)) };
  return "any" in condition ? { any: condition.any.map((part) => withTurned(part, leaf)) } : condition;
}

/** A leaf as it stands in the library, in a few words. */
function worded(leaf: Leaf): string {
  if ("segment" in leaf) return `segment ${leaf.segment}`;
  if ("membership" in leaf) return `membership ${leaf.membership}`;
  if ("property" in leaf) {
    const [operator, operand] = operatorOf(leaf);
    return `${leaf.property} ${operator} ${JSON.stringify(operand)}`;
  }
  if ("score" in leaf) return `a score ${operatorOf(leaf).join(" ")}`;
  const { event, where: _where, whenUnknown: _hedge, ...asked } = leaf;
  const said = Object.entries(asked).flatMap(([key, value]) =>
    typeof value === "object" ? [key] : value === undefined ? [] : [`${key} ${value}`],
  );
  return [event, ...said].join(", ");
}
