import { evaluate } from "./evaluate.ts";
import { entry, type Facts, type VisitorEvent } from "./facts.ts";
import { durationMs } from "./leaf/duration.ts";
import type { OfferRule, Rules } from "./rules.ts";
import type { Stop } from "./trace.ts";

/** The events about offers in the device's log; their field `offer` is its id. */
export const OFFER_SHOWN = "offer_shown";
export const OFFER_DISMISSED = "offer_dismissed";
export const OFFER_CONVERTED = "offer_converted";

/** What keeps this visitor from an offer at this time: fatigue first, then eligibility, then its dates. */
export function offerStop(id: string, rules: Rules, facts: Facts): Stop | undefined {
  const offer = entry(rules.offers, id);
  if (!offer) return { by: "eligibility", offer: id, evaluation: unknownOffer };
  return (
    fatigueStop(id, offer, facts) ??
    exclusionStop(id, offer, facts) ??
    eligibilityStop(id, offer, rules, facts) ??
    dateStop(id, offer, facts.now)
  );
}

const unknownOffer = { is: "unknown", condition: { any: [] }, because: "missing" } as const;

/** What may not be kept on the device is counted in this page view only. */
const logOf = ({ events, view = [] }: Facts): readonly VisitorEvent[] => ("is" in events ? view : events);

const about = (offer: string, event: string, facts: Facts, within?: string) => {
  const since = within === undefined ? 0 : facts.now - (durationMs(within) ?? 0);
  return logOf(facts).filter((one) => one.event === event && one.fields?.offer === offer && one.at >= since);
};

function fatigueStop(id: string, { once, coolDown, cap }: OfferRule, facts: Facts): Stop | undefined {
  const taken = once ? about(id, OFFER_CONVERTED, facts).at(-1) : undefined;
  if (taken) return { by: "converted", offer: id, at: taken.at };
  const dismissed = coolDown ? about(id, OFFER_DISMISSED, facts, coolDown).at(-1) : undefined;
  if (dismissed) return { by: "dismissed", offer: id, at: dismissed.at };
  const shown = cap ? about(id, OFFER_SHOWN, facts, cap.within).length : 0;
  return cap && shown >= cap.times ? { by: "cap", offer: id, shown } : undefined;
}

function exclusionStop(id: string, { excludes = [] }: OfferRule, facts: Facts): Stop | undefined {
  const beside = excludes.find(
    (other) => facts.offersHere?.includes(other) || about(other, OFFER_SHOWN, facts).length > 0,
  );
  return beside === undefined ? undefined : { by: "excluded", offer: id, beside };
}

function eligibilityStop(id: string, { eligible }: OfferRule, rules: Rules, facts: Facts): Stop | undefined {
  const evaluation = eligible && evaluate(eligible, facts, rules);
  return evaluation && evaluation.is !== "yes" ? { by: "eligibility", offer: id, evaluation } : undefined;
}

function dateStop(id: string, { from, until, blackouts = [] }: OfferRule, now: number): Stop | undefined {
  if (from !== undefined && now < Date.parse(from)) return { by: "not yet", offer: id, on: from };
  if (until !== undefined && now >= Date.parse(until)) return { by: "over", offer: id, on: until };
  const blackout = blackouts.find((one) => now >= Date.parse(one.from) && now < Date.parse(one.until));
  return blackout && { by: "blackout", offer: id, on: blackout.until };
}
