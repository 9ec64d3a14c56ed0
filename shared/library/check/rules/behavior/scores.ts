import { operatorOf, type ScoreLeaf } from "../../../../engine/condition.ts";
import { leavesIn } from "../../places.ts";
import { error, type Problem } from "../../problem.ts";
import type { Rule } from "../../rule.ts";

/** Some visitor can have a score that is asked for. */
export const scores: Rule = (library) =>
  leavesIn(library).flatMap(({ path, at }) => ("score" in at ? ofScore(path, at) : []));

/** Events may happen any number of times: a score ends only where nothing weighs in its direction. */
function ofScore(path: string, leaf: ScoreLeaf): readonly Problem[] {
  const weights = leaf.score.map(({ weight }) => weight);
  if (weights.every((weight) => weight === 0))
    return [
      error({
        path: `${path}.score`,
        found: weights.length === 1 ? "a weight of 0" : "a list of weights that are all 0",
        expected: "a sum that anything could change",
        mend: "Say how much each event weighs.",
      }),
    ];
  const [operator, operand] = operatorOf(leaf);
  const most = weights.some((weight) => weight > 0) ? Number.POSITIVE_INFINITY : 0;
  const least = weights.some((weight) => weight < 0) ? Number.NEGATIVE_INFINITY : 0;
  if (canBe(operator, operand, least, most)) return [];
  const isOver = most === 0 && Number(Array.isArray(operand) ? operand[0] : operand) >= 0;
  return [
    error({
      path: `${path}.${operator}`,
      found: Array.isArray(operand) ? operand.join(" to ") : String(operand),
      expected: `a score that these weights can reach: ${isOver ? "none is above 0, so the highest is 0" : "none is below 0, so the lowest is 0"}`,
      mend: "Nobody could ever have it.",
    }),
  ];
}

function canBe(operator: string, operand: unknown, least: number, most: number): boolean {
  if (operator === "between") {
    const [from = 0, to = 0] = operand as readonly number[];
    return from <= most && to >= least;
  }
  const bound = Number(operand);
  switch (operator) {
    case "gt":
      return most > bound;
    case "gte":
      return most >= bound;
    case "lt":
      return least < bound;
    default:
      return least <= bound;
  }
}
