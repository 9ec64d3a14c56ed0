import { evaluate } from "./evaluate.ts";
import { entry, type Facts, type VisitorEvent } from "./facts.ts";
import { happened, isByDay, unrolled } from "./leaf/happened.ts";
import type { Rules } from "./rules.ts";
import type { Stop } from "./trace.ts";

/** The events about offers in the device's log; their field `offer` is its id. */
export const OFFER_SHOWN = "offer_shown";
export const OFFER_DISMISSED = "offer_dismissed";
export const OFFER_CONVERTED = "offer_converted";

/** What keeps this visitor from an offer at this time: fatigue first, then eligibility, then its dates. */
export function offerStop(id: string, rules: Rules, facts: Facts): Stop | undefined {
  const offer = entry(rules.offers, id);
  if (!offer) return { by: "eligibility", offer: id, evaluation: unknownOffer };
  const { now } = facts;
  const { once, coolDown, cap, excludes, eligible, from, until, blackouts } = offer;
  const about = (event: string, within?: string, of = id) =>
    unrolled(happened({ event, where: { offer: { is: of } } }, logOf(facts), now, within));

  const taken = once && about(OFFER_CONVERTED).at(-1);
  if (taken) return { by: "converted", offer: id, at: taken.at };
  const dismissed = coolDown && about(OFFER_DISMISSED, coolDown).at(-1);
  if (dismissed) return { by: "dismissed", offer: id, at: dismissed.at };
  const shown = about(OFFER_SHOWN, cap?.within);
  if (cap && shown.length >= cap.times)
    return { by: "cap", offer: id, shown: shown.length, byDay: isByDay(shown) };
  const beside = excludes?.find(
    (other) => facts.offersHere?.includes(other) || about(OFFER_SHOWN, undefined, other).length > 0,
  );
  if (beside) return { by: "excluded", offer: id, beside };
  const evaluation = eligible && evaluate(eligible, facts, rules);
  if (evaluation && evaluation.is !== "yes") return { by: "eligibility", offer: id, evaluation };
  if (from && now < Date.parse(from)) return { by: "not yet", offer: id, on: from };
  if (until && now >= Date.parse(until)) return { by: "over", offer: id, on: until };
  const blackout = blackouts?.find((one) => now >= Date.parse(one.from) && now < Date.parse(one.until));
  return blackout && { by: "blackout", offer: id, on: blackout.until };
}

const unknownOffer = { is: "unknown", condition: { any: [] }, because: "missing" } as const;

/** What may not be kept on the device is counted in this page view only. */
const logOf = ({ events, view = [] }: Facts): readonly VisitorEvent[] => ("is" in events ? view : events);
