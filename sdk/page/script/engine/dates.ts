import type { Parts } from "../../parts.ts";

// Stands in for shared/engine/leaf/dates.ts in the page script: a library that compares dates brings it along.
declare const __FORWHOM_PARTS__: Parts;

export const { compareDates } = __FORWHOM_PARTS__.engine.dates ?? ({} as never);
