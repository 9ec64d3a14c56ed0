import { durationMs } from "./duration.ts";
import { evaluate } from "./evaluate.ts";
import { entry, type Facts } from "./facts.ts";
import type { Rules } from "./rules.ts";
import type { Stop } from "./trace.ts";

/** The event under which an offer that was shown stands in the device's log; its field `offer` is the id. */
export const OFFER_SHOWN = "offer_shown";

/** What keeps this visitor from an offer at this time: its cap, its eligibility, or its dates. */
export function offerStop(id: string, rules: Rules, facts: Facts): Stop | undefined {
  const offer = entry(rules.offers, id);
  if (!offer) return { by: "eligibility", offer: id, evaluation: unknownOffer };
  const shown = offer.cap ? timesShown(id, offer.cap.within, facts) : 0;
  if (offer.cap && shown >= offer.cap.times) return { by: "cap", offer: id, shown };
  if (offer.eligible) {
    const evaluation = evaluate(offer.eligible, facts, rules.segments);
    if (evaluation.is !== "yes") return { by: "eligibility", offer: id, evaluation };
  }
  if (offer.from !== undefined && facts.now < Date.parse(offer.from))
    return { by: "not yet", offer: id, on: offer.from };
  if (offer.until !== undefined && facts.now >= Date.parse(offer.until))
    return { by: "over", offer: id, on: offer.until };
  return undefined;
}

const unknownOffer = { is: "unknown", condition: { any: [] }, because: "missing" } as const;

function timesShown(offer: string, within: string, { events, now }: Facts): number {
  if ("is" in events) return 0;
  const since = now - (durationMs(within) ?? 0);
  return events.filter(
    ({ event, at, fields }) => event === OFFER_SHOWN && at >= since && fields?.offer === offer,
  ).length;
}
