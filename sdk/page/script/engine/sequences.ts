import type { Parts } from "../../parts.ts";

// Stands in for shared/engine/leaf/sequences.ts in the page script: a library that asks in which order, how
// densely or with what weight things happened brings it along.
declare const __FORWHOM_PARTS__: Parts;

export const { addScore, densest, isAt, isFollowed } = __FORWHOM_PARTS__.engine.sequences ?? ({} as never);
