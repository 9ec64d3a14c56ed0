/** The package's `forwhom/react`. */
export { Slot, type SlotProps } from "./slot.ts";
export { type SlotAttributes, type SlotDecision, useDecision } from "./use-decision.ts";
