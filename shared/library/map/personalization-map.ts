import type { Rules, SlotRule, VariationRule } from "../../engine/rules.ts";
import { type Use, usesOf } from "./uses.ts";

/** What can be mapped: a library, and a manifest as far as it knows. */
export type Mapped = Omit<Rules, "slots"> & {
  readonly slots: Readonly<Record<string, SlotRule & { readonly moment: string }>>;
};

/** Whom a library speaks to where: segments down, slots across, grouped by the journey's moments. */
export type PersonalizationMap = {
  /** In the order in which the library's slots come to them. */
  readonly moments: readonly { readonly name: string; readonly slots: readonly string[] }[];
  readonly rows: readonly MapRow[];
  /** Slots that show everybody the same. */
  readonly unpersonalized: readonly string[];
};

export type MapRow = {
  readonly segment: string;
  /** By slot; where there is none, this segment sees the slot's own content, or another segment's. */
  readonly cells: Readonly<Record<string, readonly VariationRule[]>>;
  /** Nowhere: nobody speaks to this segment, and no rule asks about it. */
  readonly used: "shown" | "asked about" | "nowhere";
  readonly uses: readonly Use[];
};

export function personalizationMap(library: Mapped): PersonalizationMap {
  const slots = Object.entries(library.slots);
  const moments = [...new Set(slots.map(([, { moment }]) => moment))];
  return {
    moments: moments.map((name) => ({
      name,
      slots: slots.flatMap(([id, { moment }]) => (moment === name ? [id] : [])),
    })),
    rows: Object.keys(library.segments).map((segment) => rowOf(segment, library)),
    unpersonalized: slots.flatMap(([id, { variations }]) => (variations.length === 0 ? [id] : [])),
  };
}

function rowOf(segment: string, library: Mapped): MapRow {
  const uses = usesOf(segment, library);
  const cells = Object.entries(library.slots).map(
    ([id, { variations }]): [string, readonly VariationRule[]] => [
      id,
      variations.filter((one) => one.for === segment),
    ],
  );
  const isShown = uses.some(({ by }) => by === "variation");
  return {
    segment,
    cells: Object.fromEntries(cells.filter(([, variations]) => variations.length > 0)),
    used: isShown ? "shown" : uses.length > 0 ? "asked about" : "nowhere",
    uses,
  };
}
