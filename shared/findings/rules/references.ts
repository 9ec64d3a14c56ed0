import { type Condition, leavesOf, operatorOf, type PropertyLeaf } from "../../engine/condition.ts";
import type { Manifest } from "../../manifest/shape.ts";
import { type Said, said } from "../said.ts";

export type Kind = "segment" | "property" | "membership" | "offer" | "slot";

/** A name that stands in a rule, and which rule that is. */
export type Reference = { readonly kind: Kind; readonly id: string; readonly where: Said };

/** Every name by which a manifest's rules refer to something else of it. */
export const referencesIn = (manifest: Manifest): readonly Reference[] => [
  ...conditionsIn(manifest).flatMap(({ condition, where }) =>
    leavesOf(condition).flatMap((leaf): readonly Reference[] =>
      "segment" in leaf
        ? [{ kind: "segment", id: leaf.segment, where }]
        : "membership" in leaf
          ? [{ kind: "membership", id: leaf.membership, where }]
          : "property" in leaf
            ? [{ kind: "property", id: leaf.property, where }]
            : [],
    ),
  ),
  ...Object.values(manifest.suppressions).flatMap(({ name, blocks: { offers = [], slots = [] } }) => [
    ...offers.map((id) => ({ kind: "offer" as const, id, where: suppression(name) })),
    ...slots.map((id) => ({ kind: "slot" as const, id, where: suppression(name) })),
  ]),
  ...Object.values(manifest.offers).flatMap(({ label, excludes = [] }) =>
    excludes.map((id) => ({ kind: "offer" as const, id, where: offer(label) })),
  ),
  ...Object.values(manifest.slots).flatMap((slot) => ofSlot(slot)),
];

/** Every value that a rule compares a property with, as far as it is a text. */
export const valuesIn = (
  manifest: Manifest,
): readonly { readonly property: string; readonly value: string; readonly where: Said }[] =>
  conditionsIn(manifest).flatMap(({ condition, where }) =>
    leavesOf(condition).flatMap((leaf) =>
      "property" in leaf ? textsIn(leaf).map((value) => ({ property: leaf.property, value, where })) : [],
    ),
  );

/** Those that compare with a whole value, not with a part of one. */
const WHOLE: readonly string[] = ["is", "isNot", "in", "notIn", "containsAny", "containsAll", "containsNone"];

function textsIn(leaf: PropertyLeaf): readonly string[] {
  const [operator, operand] = operatorOf(leaf);
  if (!WHOLE.includes(operator)) return [];
  return [operand].flat().filter((one) => typeof one === "string");
}

type Placed = { readonly condition: Condition; readonly where: Said };

const conditionsIn = ({ segments, suppressions, offers }: Manifest): readonly Placed[] => [
  ...Object.values(segments).map(({ name, when }) => ({
    condition: when,
    where: said(`the segment “${name}”`, `das Segment „${name}“`),
  })),
  ...Object.values(suppressions).map(({ name, when }) => ({ condition: when, where: suppression(name) })),
  ...Object.values(offers).flatMap(({ label, eligible }) =>
    eligible ? [{ condition: eligible, where: offer(label) }] : [],
  ),
];

function ofSlot(slot: Manifest["slots"][string]): readonly Reference[] {
  const where = said(`the slot “${slot.name}”`, `der Platz „${slot.name}“`);
  const contents = [slot.neutral, ...slot.variations.map(({ content }) => content)];
  const offers = [slot.default.offer, ...contents.map((one) => ("offer" in one ? one.offer : undefined))];
  return [
    ...offers.flatMap((id) => (id === undefined ? [] : [{ kind: "offer" as const, id, where }])),
    ...slot.variations.map((variation) => ({ kind: "segment" as const, id: variation.for, where })),
  ];
}

const suppression = (name: string): Said => said(`the suppression “${name}”`, `die Sperre „${name}“`);
const offer = (label: string): Said => said(`the offer “${label}”`, `das Angebot „${label}“`);
