import type { Decision } from "../../../shared/engine/trace.ts";
import type { Material } from "./content.ts";
import type { Slots } from "./place.ts";
import { DONE, SHOWN } from "./place.ts";
import { restore, swap } from "./swap.ts";

/**
 * Makes an element show what was decided. False: it is a variation whose content is not on this
 * page, so that the slot has to be decided again without it.
 */
export function show(element: HTMLElement, decision: Decision, slots: Slots, material: Material): boolean {
  const slot = slots[decision.slot];
  const variation = slot?.variations.find(({ id }) => id === decision.shown?.variation);
  if (decision.outcome === "variation" && variation) {
    if (!swap(element, variation.id, variation.content, material)) return false;
    element.setAttribute(SHOWN, variation.id);
  } else {
    element.removeAttribute(SHOWN);
    if (decision.outcome === "neutral" && slot) showNeutral(element, slot.neutral, material);
    else restore(element);
  }
  element.setAttribute(DONE, decision.outcome);
  return true;
}

/** A suppressed default must not be seen even where the neutral content is missing. */
function showNeutral(element: HTMLElement, neutral: Slots[string]["neutral"], material: Material): void {
  if (!swap(element, "neutral", neutral, material)) swap(element, "neutral", { hide: true }, material);
}
