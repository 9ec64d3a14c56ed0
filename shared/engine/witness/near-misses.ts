import { type Condition, type Leaf, leavesOf } from "../condition.ts";
import { evaluate } from "../evaluate.ts";
import type { Facts } from "../facts.ts";
import { type WitnessRules, witness } from "./witness.ts";

/** Somebody who is just not in a segment: all but one leaf are as they have to be. */
export type NearMiss = { readonly leaf: Leaf; readonly facts: Facts };

/**
 * For each leaf of a condition a visitor who fails it and nothing else, so far as that is possible:
 * the people beside the line. A leaf that nobody can fail alone is left out.
 */
export function nearMisses(condition: Condition, rules: WitnessRules, now: number): readonly NearMiss[] {
  return leavesOf(condition).flatMap((leaf) => {
    const failing = withoutLeaf(condition, leaf);
    const facts = failing && witness(failing, "yes", rules, { now });
    return facts && evaluate(condition, facts, rules).is === "no" ? [{ leaf, facts }] : [];
  });
}

/** The same condition, with this one leaf turned round; undefined where it does not stand in it. */
function withoutLeaf(condition: Condition, leaf: Leaf): Condition | undefined {
  if (condition === leaf) return { not: condition };
  if ("not" in condition) {
    const inside = withoutLeaf(condition.not, leaf);
    return inside && { not: inside };
  }
  const parts = "all" in condition ? condition.all : "any" in condition ? condition.any : [];
  const turned = parts.map((part) => withoutLeaf(part, leaf));
  if (turned.every((part) => part === undefined)) return undefined;
  const changed = parts.map((part, index) => turned[index] ?? part);
  if ("all" in condition) return { all: changed };
  // Any other way in would do as well: the others have to be shut.
  return { all: parts.map((part, index): Condition => turned[index] ?? { not: part }) };
}
