import { said } from "../../../../sentences/said.ts";
import { isOnePlace, placeOf } from "../../../map/place.ts";
import { error } from "../../problem.ts";
import type { Rule } from "../../rule.ts";

/** No two slots of one page claim the same place. */
export const selectors: Rule = ({ slots }) => {
  const places = Object.entries(slots).map(([id, slot]) => ({ id, ...placeOf(id, slot) }));
  return places.flatMap((place, index) => {
    const rival = places.slice(0, index).find((earlier) => isOnePlace(earlier, place));
    return rival
      ? [
          error({
            path:
              slots[place.id]?.selector === undefined ? `slots.${place.id}` : `slots.${place.id}.selector`,
            found: `"${place.selector}"`,
            expected: said(
              `a place of its own: slot ${rival.id} has it on the same pages`,
              `eine eigene Stelle: Der Platz ${rival.id} hat diese auf denselben Seiten`,
            ),
            mend: said(
              "Give one of the two another selector or other pages.",
              "Geben Sie einem der beiden einen anderen Selektor oder andere Seiten.",
            ),
          }),
        ]
      : [];
  });
};
