import { durationMs } from "../../../engine/leaf/duration.ts";
import { said } from "../../../sentences/said.ts";
import type { Library } from "../../library.ts";
import { leavesIn } from "../places.ts";
import { error, type Problem } from "../problem.ts";
import type { Rule } from "../rule.ts";

/** What comes first does: bounds and ages stand in order. */
export const order: Rule = (library) => [...bounds(library), ...ages(library)];

const bounds = (library: Library): readonly Problem[] =>
  leavesIn(library).flatMap(({ path, at }) => {
    const nobody = said("Nobody could ever be this.", "Das könnte nie auf jemanden zutreffen.");
    if ("between" in at && at.between && at.between[0] > at.between[1])
      return [
        error({
          path: `${path}.between[1]`,
          found: `${at.between[1]}`,
          expected: said(`at least ${at.between[0]}`, `mindestens ${at.between[0]}`),
          mend: nobody,
        }),
      ];
    if ("event" in at && at.atMost !== undefined && (at.atLeast ?? 0) > at.atMost)
      return [
        error({
          path: `${path}.atMost`,
          found: `${at.atMost}`,
          expected: said(`at least ${at.atLeast}`, `mindestens ${at.atLeast}`),
          mend: nobody,
        }),
      ];
    return [];
  });

const ages = ({ properties }: Library): readonly Problem[] =>
  Object.entries(properties).flatMap(([id, { freshFor, usableFor }]) =>
    freshFor !== undefined &&
    usableFor !== undefined &&
    (durationMs(freshFor) ?? 0) > (durationMs(usableFor) ?? 0)
      ? [
          error({
            path: `properties.${id}.usableFor`,
            found: `"${usableFor}"`,
            expected: said(
              `at least as long as "freshFor" (${freshFor})`,
              `mindestens so lang wie "freshFor" (${freshFor})`,
            ),
            mend: said("What is fresh must be usable.", "Was frisch ist, muss auch verwendbar sein."),
          }),
        ]
      : [],
  );
