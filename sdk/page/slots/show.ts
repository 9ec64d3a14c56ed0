import type { Decision } from "../../../shared/engine/trace.ts";
import { factsNow, type Session } from "../session.ts";
import type { NotMade } from "./content/kind.ts";
import { DONE, MANAGED, SHOWN } from "./place.ts";
import { type Material, restore, type Shown, swap } from "./swap.ts";
import { fillTokens, fillTokensIn } from "./tokens.ts";

/**
 * Makes an element show what was decided. Answers why not: it is a variation that this page cannot
 * show, or not yet, so that the slot has to be decided again without it, or shown again.
 */
export function show(
  element: HTMLElement,
  { outcome, slot, shown }: Decision,
  session: Session,
  again: () => void,
): NotMade | undefined {
  const { variations, neutral } = session.manifest.slots[slot] ?? {};
  const variation = variations?.find(({ id }) => id === shown?.variation);
  const put = (one: Shown) => swap(element, one, session.parts, materialOf(session, again));
  // Whoever renders the element's content listens for the decision itself.
  const managed = element.getAttribute(MANAGED);
  if (managed !== null) {
    if (variation && !managed.split(" ").includes(variation.id)) return "content";
  } else {
    if (variation) {
      const notMade = put(variation);
      if (notMade) return notMade;
      element.setAttribute(SHOWN, variation.id);
    } else {
      element.removeAttribute(SHOWN);
      if (outcome === "default" || !neutral) restore(element);
      // A suppressed default must not be seen even where the page does not have the neutral content, or fights it.
      else if (session.contested.has(slot) || put({ id: "neutral", content: neutral }))
        put({ id: "neutral", content: { hide: true } });
    }
  }
  element.setAttribute(DONE, outcome);
  return undefined;
}

function materialOf(session: Session, again: () => void): Material {
  const properties = () => factsNow(session).properties;
  return {
    offers: session.manifest.offers,
    fill: (text) => fillTokens(text, properties),
    fillIn: (node) => fillTokensIn(node, properties),
    isApproved: (html, approved) =>
      approved === undefined || (session.parts.approved?.(html, approved) ?? false),
    sanitizer: session.sanitizer,
    again,
  };
}
