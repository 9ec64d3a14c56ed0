import { type Condition, type Leaf, type PropertyLeaf, partsOf } from "../../engine/condition.ts";
import { entry } from "../../engine/facts.ts";
import type { Library } from "../library.ts";
import type { Property } from "../property.ts";

export type Placed<T> = { readonly path: string; readonly at: T };

/** Every condition that an author wrote, with its path. */
export const conditionsIn = ({ segments, suppressions, offers }: Library): readonly Placed<Condition>[] => [
  ...Object.entries(segments).map(([id, { when }]) => ({ path: `segments.${id}.when`, at: when })),
  ...Object.entries(suppressions).map(([id, { when }]) => ({ path: `suppressions.${id}.when`, at: when })),
  ...Object.entries(offers).flatMap(([id, { eligible }]) =>
    eligible ? [{ path: `offers.${id}.eligible`, at: eligible }] : [],
  ),
];

/** Every leaf of a condition, with its path. */
export function leavesAt({ path, at }: Placed<Condition>): readonly Placed<Leaf>[] {
  if ("not" in at) return leavesAt({ path: `${path}.not`, at: at.not });
  if ("all" in at || "any" in at) {
    const key = "all" in at ? "all" : "any";
    return partsOf(at).flatMap((part, index) => leavesAt({ path: `${path}.${key}[${index}]`, at: part }));
  }
  return [{ path, at }];
}

export const leavesIn = (library: Library): readonly Placed<Leaf>[] =>
  conditionsIn(library).flatMap(leavesAt);

/** Every test of a property that exists, with that property. */
export const propertyTestsIn = (
  library: Library,
): readonly (Placed<PropertyLeaf> & { readonly id: string; readonly property: Property })[] =>
  leavesIn(library).flatMap(({ path, at }) => {
    const property = "property" in at ? entry(library.properties, at.property) : undefined;
    return property && "property" in at ? [{ path, at, id: at.property, property }] : [];
  });
