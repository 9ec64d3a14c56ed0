import { entry } from "../engine/facts.ts";
import type { SlotRule, VariationRule } from "../engine/rules.ts";
import type { Inspection } from "../protocol/inspection.ts";
import type { ObservedSlot } from "../protocol/observation.ts";
import type { Evidence } from "./finding.ts";

/** A slot of the manifest as it stands in the page; with the variation that its element says it shows. */
export type Shown = {
  readonly claim: Inspection;
  readonly observed: ObservedSlot;
  readonly slot: SlotRule;
  readonly name: string;
  readonly variation?: VariationRule | undefined;
};

/** The slots that have come to rest; one that is still being decided is nobody's fault. */
export function slotsShown({ observation: { claim, slots } }: Evidence): readonly Shown[] {
  if (!claim) return [];
  return slots.flatMap((observed) => {
    const slot = entry(claim.manifest.slots, observed.slot);
    if (!slot || observed.outcome === "undecided") return [];
    const variation =
      observed.outcome === "variation" ? slot.variations.find(({ id }) => id === observed.shown) : undefined;
    return [{ claim, observed, slot, name: slot.name, variation }];
  });
}

/** Only the slots that show a variation. */
export const variationsShown = (
  evidence: Evidence,
): readonly (Shown & { readonly variation: VariationRule })[] =>
  slotsShown(evidence).flatMap((shown) =>
    shown.variation ? [{ ...shown, variation: shown.variation }] : [],
  );

export const segmentNamed = ({ manifest }: Inspection, id: string): string =>
  entry(manifest.segments, id)?.name ?? id;
