import { said } from "../../../../sentences/said.ts";
import { error } from "../../problem.ts";
import type { Rule } from "../../rule.ts";

/** Every variation has an id of its own in the whole library, so that an exposure names one thing. */
export const variations: Rule = ({ slots }) => {
  const first = new Map<string, string>();
  return Object.entries(slots).flatMap(([slot, { variations: list }]) =>
    list.flatMap(({ id }, index) => {
      const path = `slots.${slot}.variations[${index}]`;
      const earlier = first.get(id);
      if (earlier === undefined) {
        first.set(id, path);
        return [];
      }
      return [
        error({
          path: `${path}.id`,
          found: `"${id}"`,
          expected: said(
            `an id of its own: ${earlier} has it already`,
            `eine eigene Kennung: ${earlier} hat diese schon`,
          ),
          mend: said("Give one of the two another id.", "Geben Sie einer der beiden eine andere Kennung."),
        }),
      ];
    }),
  );
};
