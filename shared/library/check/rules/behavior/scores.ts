import { operatorOf, type ScoreLeaf } from "../../../../engine/condition.ts";
import { said } from "../../../../sentences/said.ts";
import { leavesIn } from "../../places.ts";
import { alike, error, type Problem } from "../../problem.ts";
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
        found:
          weights.length === 1
            ? said("a weight of 0", "ein Gewicht von 0")
            : said("a list of weights that are all 0", "eine Liste von Gewichten, die alle 0 sind"),
        expected: said("a sum that anything could change", "eine Summe, an der sich etwas ändern kann"),
        mend: said("Say how much each event weighs.", "Sagen Sie, wie viel jedes Ereignis wiegt."),
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
      found: Array.isArray(operand)
        ? said(operand.join(" to "), operand.join(" bis "))
        : alike(String(operand)),
      expected: isOver
        ? said(
            "a score that these weights can reach: none is above 0, so the highest is 0",
            "eine Punktzahl, die diese Gewichte erreichen können: Keines liegt über 0, also ist die höchste 0",
          )
        : said(
            "a score that these weights can reach: none is below 0, so the lowest is 0",
            "eine Punktzahl, die diese Gewichte erreichen können: Keines liegt unter 0, also ist die niedrigste 0",
          ),
      mend: said("Nobody could ever have it.", "Niemand könnte sie je haben."),
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
