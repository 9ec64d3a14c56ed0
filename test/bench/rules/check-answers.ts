import { evaluate } from "../../../shared/engine/evaluate.ts";
import { type Engine, no, unknown, yes } from "./engines/engine.ts";
import type { Segments } from "./five-segments.ts";
import { factsOf, hasUnknowns, type Plain } from "./visitors.ts";

const bytes = { no, unknown, yes };

/** Speed counts only for right answers: the plain evaluator's, and for two-valued engines where nothing is unknown. */
export async function checkAnswers(
  engines: readonly Engine[],
  segments: Segments,
  visitors: readonly Plain[],
): Promise<void> {
  const ids = Object.keys(segments);
  const right = visitors.flatMap((visitor) => {
    const facts = factsOf(visitor);
    return ids.map((id) => bytes[evaluate({ segment: id }, facts, { segments }).is]);
  });
  for (const { name, twoValued, answer, answers } of engines) {
    await answer(0, visitors.length);
    const given = answers();
    for (const [index, visitor] of visitors.entries()) {
      if (twoValued && hasUnknowns(visitor)) continue;
      const wrong = ids.findIndex(
        (_, at) => given[index * ids.length + at] !== right[index * ids.length + at],
      );
      if (wrong < 0) continue;
      const at = index * ids.length + wrong;
      throw new Error(
        `${name} answers ${given[at]} for ${ids[wrong]}, not ${right[at]} (0 no, 1 unknown, 2 yes): ${JSON.stringify(visitor)}`,
      );
    }
  }
}
