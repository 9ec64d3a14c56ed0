import type { Library } from "../../../library.ts";
import { didYouMean } from "../../closest.ts";
import { named, warning } from "../../problem.ts";
import type { Rule } from "../../rule.ts";

/** A blocked goal is one that something has: a mistyped one would block nothing in silence. */
export const goals: Rule = (library) => {
  const known = goalsIn(library);
  return Object.entries(library.suppressions).flatMap(([id, { blocks }]) =>
    (blocks.goals ?? []).flatMap((goal, index) =>
      known.includes(goal)
        ? []
        : [
            warning({
              path: `suppressions.${id}.blocks.goals[${index}]`,
              found: `"${goal}"`,
              expected: `a goal of any offer, variation or default${named(known)}`,
              mend: didYouMean(goal, known, "As it stands it blocks nothing."),
            }),
          ],
    ),
  );
};

const goalsIn = ({ offers, slots }: Library): readonly string[] => [
  ...new Set(
    [
      ...Object.values(offers).map(({ goal }) => goal),
      ...Object.values(slots).flatMap((slot) => [
        slot.default.goal,
        ...slot.variations.map(({ goal }) => goal),
      ]),
    ].filter((goal) => goal !== undefined),
  ),
];
