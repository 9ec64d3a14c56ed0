import { type Operator, operatorOf, type PropertyLeaf, type Value } from "../../../../engine/condition.ts";
import { ABSENT, type Fact, known, unknown } from "../../../../engine/facts.ts";
import type { Property } from "../../../property.ts";

const ANOTHER = "a text that no rule names";
const AS_A_WHOLE: readonly Operator[] = ["is", "isNot", "in", "notIn", "known"];

/**
 * One fact of each kind that these leaves could tell apart; undefined where kinds cannot be listed,
 * as for parts of texts.
 */
export function kindsOfValue(
  { type, values = [] }: Property,
  leaves: readonly PropertyLeaf[],
): readonly Fact[] | undefined {
  const listed = valuesOf();
  return listed && [...listed.map(known), ABSENT, unknown("missing")];

  function valuesOf(): readonly Value[] | undefined {
    switch (type) {
      case "enum":
        return values;
      case "boolean":
        return [true, false];
      case "number":
        return onBothSides(named(leaves));
      case "text":
        return leaves.every((leaf) => AS_A_WHOLE.includes(operatorOf(leaf)[0]))
          ? [...named(leaves), ANOTHER]
          : undefined;
      default:
        return undefined;
    }
  }
}

/** Everything that leaves compare with. */
const named = (leaves: readonly PropertyLeaf[]): readonly Value[] =>
  leaves.flatMap((leaf) => {
    const [operator, operand] = operatorOf(leaf);
    if (operator === "known") return [];
    return Array.isArray(operand) ? (operand as Value[]) : [operand as Value];
  });

/** Each number itself, one between it and the next, and one below and above them all. */
function onBothSides(found: readonly Value[]): readonly number[] {
  const bounds = [...new Set(found.filter((one) => typeof one === "number"))].sort(
    (one, other) => one - other,
  );
  const [first = 0] = bounds;
  const last = bounds.at(-1) ?? 0;
  const between = bounds.slice(1).map((bound, index) => (bound + (bounds[index] ?? bound)) / 2);
  return [first - 1 - Math.abs(first), ...bounds, ...between, last + 1 + Math.abs(last)];
}
