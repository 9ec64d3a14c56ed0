import { type Condition, leavesOf } from "../engine/condition.ts";
import { entry } from "../engine/facts.ts";
import type { Library } from "../library/library.ts";

/** Takes the private parts out of one condition; `take` is given each part and says its membership's id. */
export type Split = (condition: Condition, take: (part: Condition) => string) => Condition;

/**
 * Splits conditions for publishing: the largest parts that rest only on endpoint facts, and on at
 * least one that is not exposed, become memberships. The rest goes to the page as it is. DESIGN §2.
 */
export function splitter({ properties, segments }: Pick<Library, "properties" | "segments">): Split {
  type Nature = { readonly atEndpoint: boolean; readonly isPrivate: boolean };
  const natures = new Map<string, Nature>();

  const natureOf = (condition: Condition): Nature => {
    const leaves = leavesOf(condition).map((leaf): Nature => {
      if ("segment" in leaf) return natureOfSegment(leaf.segment);
      if (!("property" in leaf)) return { atEndpoint: false, isPrivate: false };
      const property = entry(properties, leaf.property);
      const atEndpoint = property?.from === "crm";
      return { atEndpoint, isPrivate: atEndpoint && property.expose !== true };
    });
    return {
      atEndpoint: leaves.every((leaf) => leaf.atEndpoint),
      isPrivate: leaves.some((leaf) => leaf.isPrivate),
    };
  };

  const natureOfSegment = (id: string): Nature => {
    const seen = natures.get(id);
    if (seen) return seen;
    const segment = entry(segments, id);
    natures.set(id, { atEndpoint: false, isPrivate: false });
    const nature = segment ? natureOf(segment.when) : { atEndpoint: false, isPrivate: false };
    natures.set(id, nature);
    return nature;
  };

  const belongsToEndpoint = (condition: Condition) => {
    const { atEndpoint, isPrivate } = natureOf(condition);
    return atEndpoint && isPrivate;
  };

  const split: Split = (condition, take) => {
    // A reference stays one: the segment it names is split where it is defined.
    if ("segment" in condition) return condition;
    if (belongsToEndpoint(condition)) return { membership: take(condition) };
    if ("not" in condition) return { not: split(condition.not, take) };
    if ("all" in condition) return { all: grouped(condition.all, (all) => ({ all }), take) };
    if ("any" in condition) return { any: grouped(condition.any, (any) => ({ any }), take) };
    return condition;
  };

  const grouped = (
    parts: readonly Condition[],
    together: (parts: readonly Condition[]) => Condition,
    take: (part: Condition) => string,
  ): readonly Condition[] => {
    const atEndpoint = parts.filter((part) => natureOf(part).atEndpoint);
    const taken =
      atEndpoint.length > 1 && atEndpoint.some((part) => !("segment" in part) && belongsToEndpoint(part));
    if (!taken) return parts.map((part) => split(part, take));
    const rest = parts.filter((part) => !atEndpoint.includes(part)).map((part) => split(part, take));
    return [{ membership: take(together(atEndpoint)) }, ...rest];
  };

  return split;
}
