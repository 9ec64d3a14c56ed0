import { type Said, said } from "../../../sentences/said.ts";
import type { Library } from "../../library.ts";
import { didYouMean } from "../closest.ts";
import { leavesIn, type Placed } from "../places.ts";
import { error, named, type Problem } from "../problem.ts";
import type { Rule } from "../rule.ts";

type Kind = "segment" | "property" | "offer" | "slot";
type Reference = Placed<string> & { readonly kind: Kind };

/** Whatever is named exists. */
export const references: Rule = (library) => {
  const ids: Readonly<Record<Kind, readonly string[]>> = {
    segment: Object.keys(library.segments),
    property: Object.keys(library.properties),
    offer: Object.keys(library.offers),
    slot: Object.keys(library.slots),
  };
  return [...inConditions(library), ...inSuppressions(library), ...inSlots(library)]
    .filter(({ kind, at }) => !ids[kind].includes(at))
    .map(({ kind, path, at }) => unknownId(path, at, kind, ids[kind]));
};

const KINDS: Readonly<Record<Kind, Said>> = {
  segment: said("a segment", "ein Segment"),
  property: said("a property", "eine Eigenschaft"),
  offer: said("an offer", "ein Angebot"),
  slot: said("a slot", "ein Platz"),
};

export const unknownId = (path: string, id: string, kind: Kind, ids: readonly string[]): Problem =>
  error({
    path,
    found: `"${id}"`,
    expected: said(
      `${KINDS[kind].en} of this library${named(ids)}`,
      `${KINDS[kind].de} dieser Bibliothek${named(ids)}`,
    ),
    mend:
      didYouMean(id, ids) ??
      (kind === "property"
        ? said("Add it to properties.", "Ergänzen Sie sie unter properties.")
        : said(
            `Add it to ${kind}s, or take it out here.`,
            `Ergänzen Sie diese Kennung unter ${kind}s, oder entfernen Sie sie hier.`,
          )),
  });

const inConditions = (library: Library): readonly Reference[] =>
  leavesIn(library).flatMap(({ path, at }): readonly Reference[] => {
    if ("segment" in at) return [{ kind: "segment", path: `${path}.segment`, at: at.segment }];
    return "property" in at ? [{ kind: "property", path: `${path}.property`, at: at.property }] : [];
  });

const inSuppressions = ({ suppressions }: Library): readonly Reference[] =>
  Object.entries(suppressions).flatMap(([id, { blocks }]) => [
    ...(blocks.offers ?? []).map((at, index) => ({
      kind: "offer" as const,
      path: `suppressions.${id}.blocks.offers[${index}]`,
      at,
    })),
    ...(blocks.slots ?? []).map((at, index) => ({
      kind: "slot" as const,
      path: `suppressions.${id}.blocks.slots[${index}]`,
      at,
    })),
  ]);

const inSlots = ({ slots }: Library): readonly Reference[] =>
  Object.entries(slots).flatMap(([id, slot]): readonly Reference[] => {
    const path = `slots.${id}`;
    const offer = (at: string | undefined, where: string): readonly Reference[] =>
      at === undefined ? [] : [{ kind: "offer", path: `${path}.${where}`, at }];
    return [
      ...offer(slot.default.offer, "default.offer"),
      ...offer("offer" in slot.neutral ? slot.neutral.offer : undefined, "neutral.offer"),
      ...slot.variations.flatMap(({ for: segment, content }, index): readonly Reference[] => [
        { kind: "segment", path: `${path}.variations[${index}].for`, at: segment },
        ...offer("offer" in content ? content.offer : undefined, `variations[${index}].content.offer`),
      ]),
    ];
  });
