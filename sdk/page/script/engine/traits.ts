import type { Fact } from "../../../../shared/engine/facts.ts";
import type { Parts } from "../../parts.ts";

// Stands in for shared/engine/leaf/traits.ts in the page script: a library whose texts are folded, or stand for
// nothing, brings it along.
declare const __FORWHOM_PARTS__: Parts;

export const { foldedValue, settled = (fact: Fact) => fact } =
  __FORWHOM_PARTS__.engine.traits ?? ({} as never);
