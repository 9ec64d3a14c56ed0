import {
  type Condition,
  type EventPattern,
  type Leaf,
  type PropertyLeaf,
  partsOf,
  type Step,
  type Test,
} from "../../engine/condition.ts";
import { entry } from "../../engine/facts.ts";
import type { Library } from "../library.ts";
import type { Property } from "../property.ts";

export type Placed<T> = { readonly path: string; readonly at: T };

/** Conditions that show something to somebody; suppressions take away. */
export const targetingIn = ({
  segments,
  offers,
}: Pick<Library, "segments" | "offers">): readonly Placed<Condition>[] => [
  ...Object.entries(segments).map(([id, { when }]) => ({ path: `segments.${id}.when`, at: when })),
  ...Object.entries(offers).flatMap(([id, { eligible }]) =>
    eligible ? [{ path: `offers.${id}.eligible`, at: eligible }] : [],
  ),
];

/** Every condition that an author wrote, with its path. */
export const conditionsIn = ({ segments, suppressions, offers }: Library): readonly Placed<Condition>[] => [
  ...targetingIn({ segments, offers: {} }),
  ...Object.entries(suppressions).map(([id, { when }]) => ({ path: `suppressions.${id}.when`, at: when })),
  ...targetingIn({ segments: {}, offers }),
];

/** A leaf, and whether it stands under an odd number of `not`. */
export type PlacedLeaf = Placed<Leaf> & { readonly isTurned: boolean };

/** Every leaf of a condition, with its path. */
export function leavesAt({ path, at }: Placed<Condition>, isTurned = false): readonly PlacedLeaf[] {
  if ("not" in at) return leavesAt({ path: `${path}.not`, at: at.not }, !isTurned);
  if ("all" in at || "any" in at) {
    const key = "all" in at ? "all" : "any";
    return partsOf(at).flatMap((part, index) =>
      leavesAt({ path: `${path}.${key}[${index}]`, at: part }, isTurned),
    );
  }
  return [{ path, at, isTurned }];
}

export const leavesIn = (library: Library): readonly PlacedLeaf[] =>
  conditionsIn(library).flatMap((placed) => leavesAt(placed));

/** Every test of a property that exists, with that property. */
export const propertyTestsIn = (
  library: Library,
): readonly (Placed<PropertyLeaf> & { readonly id: string; readonly property: Property })[] =>
  leavesIn(library).flatMap(({ path, at }) => {
    const property = "property" in at ? entry(library.properties, at.property) : undefined;
    return property && "property" in at ? [{ path, at, id: at.property, property }] : [];
  });

/** Every test: of properties, and of the fields of events wherever these are asked about. */
export const testsIn = (library: Library): readonly Placed<Test | PropertyLeaf>[] =>
  leavesIn(library).flatMap(({ path, at }): readonly Placed<Test | PropertyLeaf>[] => {
    if ("property" in at) return [{ path, at }];
    if ("event" in at) return [...whereTests(path, at), ...stepTests(`${path}.then`, at.then)];
    if ("score" in at) return at.score.flatMap((part, index) => whereTests(`${path}.score[${index}]`, part));
    return [];
  });

const whereTests = (path: string, { where = {} }: EventPattern): readonly Placed<Test>[] =>
  Object.entries(where).map(([field, at]) => ({ path: `${path}.where.${field}`, at }));

const stepTests = (path: string, step: Step | undefined): readonly Placed<Test>[] =>
  step ? [...whereTests(path, step), ...stepTests(`${path}.then`, step.then)] : [];
