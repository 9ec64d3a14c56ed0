import { said } from "../../sentences/said.ts";
import { error, type Problem, pathOf } from "./problem.ts";

/** Deeper than any rule that a person could follow, and far from where a program runs out of room. */
const DEEPEST = 60;
const NAMED_STEPS = 8;

/** A library that is nested too deep to be looked into, from the outside in and without recursion. */
export function tooDeep(value: unknown): Problem | undefined {
  let level: readonly Place[] = [{ value, way: [] }];
  for (let depth = 0; level.length > 0; depth++) {
    const [first] = level;
    if (depth > DEEPEST && first) return problem(first.way);
    level = level.flatMap(inside);
  }
  return undefined;
}

type Place = { readonly value: unknown; readonly way: readonly (string | number)[] };

function inside({ value, way }: Place): readonly Place[] {
  if (typeof value !== "object" || value === null) return [];
  const steps = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return steps
    .filter(([, one]) => typeof one === "object" && one !== null)
    .map(([step, one]) => ({ value: one, way: way.length < NAMED_STEPS ? [...way, step] : way }));
}

const problem = (way: Place["way"]): Problem =>
  error({
    path: pathOf(way),
    found: said("what stands here", "was hier steht"),
    expected: said(
      `nested less than ${DEEPEST} levels deep`,
      `etwas, das weniger als ${DEEPEST} Ebenen tief verschachtelt ist`,
    ),
    mend: said(
      "Give parts of it names of their own, as segments.",
      "Geben Sie Teilen davon als Segmenten eigene Namen.",
    ),
  });
