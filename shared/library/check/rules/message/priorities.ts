import { said } from "../../../../sentences/said.ts";
import type { Variation } from "../../../slot.ts";
import { error, NOTHING, type Problem } from "../../problem.ts";
import type { Rule } from "../../rule.ts";

/** Where one variation of a slot says its priority all do, and no two say the same. */
export const priorities: Rule = ({ slots }) =>
  Object.entries(slots).flatMap(([id, { variations }]) =>
    variations.some(({ priority }) => priority !== undefined)
      ? variations.flatMap((variation, index) =>
          ofVariation(variation, index, variations, `slots.${id}.variations`),
        )
      : [],
  );

function ofVariation(
  { priority }: Variation,
  index: number,
  variations: readonly Variation[],
  slot: string,
): readonly Problem[] {
  const path = `${slot}[${index}].priority`;
  if (priority === undefined)
    return [
      error({
        path,
        found: NOTHING,
        expected: said(
          "a priority, since other variations of this slot have one",
          "eine Priorität, denn andere Varianten dieses Platzes haben eine",
        ),
        mend: said(
          "Add it, or leave all of them out: then they are tried as they stand.",
          "Ergänzen Sie sie, oder lassen Sie alle weg: Dann gilt die Reihenfolge, in der die Varianten stehen.",
        ),
      }),
    ];
  const first = variations.findIndex((other) => other.priority === priority);
  if (first === index) return [];
  return [
    error({
      path,
      found: `${priority}`,
      expected: said(
        `a priority of its own: ${slot}[${first}] has it already`,
        `eine eigene Priorität: ${slot}[${first}] hat diese schon`,
      ),
      mend: said(
        "Say which of the two goes first: the higher number does.",
        "Sagen Sie, welche der beiden vorgeht: Es ist die mit der höheren Zahl.",
      ),
    }),
  ];
}
