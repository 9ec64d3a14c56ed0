import { said } from "../../../../sentences/said.ts";
import type { Slot } from "../../../slot.ts";
import { error } from "../../problem.ts";
import type { Rule } from "../../rule.ts";

type Placed = { readonly id: string; readonly selector: string; readonly pages: readonly string[] };

/** No two slots of one page claim the same place. */
export const selectors: Rule = ({ slots }) => {
  const places = Object.entries(slots).map(
    ([id, slot]): Placed => ({ id, selector: selectorOf(id, slot), pages: slot.pages }),
  );
  return places.flatMap((place, index) => {
    const rival = places
      .slice(0, index)
      .find((earlier) => earlier.selector === place.selector && share(earlier, place));
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

/** A slot without a selector is found by its id. Quotes around an attribute's value make no difference. */
const selectorOf = (id: string, { selector }: Slot) =>
  (selector ?? `[data-fw-slot=${id}]`).replace(/["']/g, "").trim();

const share = (one: Placed, other: Placed) =>
  one.pages.some((page) => other.pages.some((another) => overlap(page, another)));

/** Whether some path is meant by both patterns, in which `*` stands for anything. */
function overlap(one: string, other: string): boolean {
  const [starred, plain] = one.includes("*") ? [one, other] : [other, one];
  if (!starred.includes("*")) return one === other;
  if (!plain.includes("*")) return isMeant(plain, starred.split("*"));
  // Two patterns: their beginnings must agree as far as both are said.
  const [start, otherStart] = [before(starred), before(plain)];
  return start.startsWith(otherStart) || otherStart.startsWith(start);
}

const before = (pattern: string) => pattern.slice(0, pattern.indexOf("*"));

/** Whether a path is made of these parts in order, with anything between them: from left to right, never back. */
function isMeant(path: string, parts: readonly string[]): boolean {
  const [first = "", ...rest] = parts;
  const last = rest.pop() ?? "";
  if (!path.startsWith(first) || path.length < first.length + last.length || !path.endsWith(last))
    return false;
  let at = first.length;
  for (const part of rest) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= path.length - last.length;
}
