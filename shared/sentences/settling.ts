import type { Evaluation } from "../engine/evaluate.ts";

/** The leaves without which the answer would be another. */
export function settling(evaluation: Evaluation): readonly Evaluation[] {
  const { condition, parts = [], is } = evaluation;
  if (parts.length === 0) return [evaluation];
  if ("not" in condition) return parts.flatMap(settling);
  const decisive = parts.filter((part) => part.is === is);
  // One no settles an `all`, one yes an `any`: the first is enough to say.
  const isOne = ("all" in condition && is === "no") || ("any" in condition && is === "yes");
  return (isOne ? decisive.slice(0, 1) : decisive).flatMap(settling);
}
