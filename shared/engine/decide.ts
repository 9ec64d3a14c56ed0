import { offerStop } from "./eligible.ts";
import { evaluate } from "./evaluate.ts";
import { entry, type Facts } from "./facts.ts";
import type { Rules, SlotRule, VariationRule } from "./rules.ts";
import { type Message, suppressionOf } from "./suppress.ts";
import type { Candidate, Decision, Stop, Unusable } from "./trace.ts";

/**
 * Decides what one slot shows one visitor. The order is fixed (DESIGN §2): global stop, slot
 * paused; for each variation in priority order suppressions by class, the offer's cap,
 * eligibility and dates, targeting, holdout; then the page's own default unless it is known to be
 * suppressed. `unusable` names variations that the page at hand cannot show. Never throws; a slot that the rules do not have keeps its default.
 */
export function decide(
  rules: Rules,
  slotId: string,
  facts: Facts,
  unusable: ReadonlyMap<string, Unusable> = NONE,
): Decision {
  const slot = entry(rules.slots, slotId);
  if (!slot) return { slot: slotId, outcome: "default", candidates: [] };
  const stopped = slotStop(rules, slot, facts);
  if (stopped) return { slot: slotId, outcome: "default", candidates: [], stoppedBy: stopped };

  const candidates: Candidate[] = [];
  for (const variation of byPriority(slot.variations)) {
    const candidate = tried(variation, { rules, slot, slotId, facts, unusable });
    candidates.push(candidate);
    if (!candidate.stoppedBy) return { slot: slotId, outcome: "variation", shown: candidate, candidates };
    if (candidate.stoppedBy.by === "holdout") break;
  }
  const own = messageIn(slotId, slot, rules, defaultGoal(slot, rules), slot.default.offer);
  const defaultStoppedBy = suppressionOf(own, rules, facts, true);
  return defaultStoppedBy
    ? { slot: slotId, outcome: "neutral", candidates, defaultStoppedBy }
    : { slot: slotId, outcome: "default", candidates };
}

const slotStop = (rules: Rules, slot: SlotRule, facts: Facts): Stop | undefined =>
  rules.stop || facts.stopped ? { by: "stop" } : slot.paused ? { by: "paused" } : undefined;

const NONE: ReadonlyMap<string, Unusable> = new Map();

type Place = {
  readonly rules: Rules;
  readonly slot: SlotRule;
  readonly slotId: string;
  readonly facts: Facts;
  readonly unusable: ReadonlyMap<string, Unusable>;
};

function tried(variation: VariationRule, { rules, slot, slotId, facts, unusable }: Place): Candidate {
  const offer = "offer" in variation.content ? variation.content.offer : undefined;
  const goal = goalOf(variation, slot, rules);
  const evaluation = evaluate({ segment: variation.for }, facts, rules);
  const targeting = evaluation.is === "yes" ? evaluation : undefined;
  const candidate = { variation: variation.id, segment: variation.for, offer, goal, targeting };
  const message = messageIn(slotId, slot, rules, goal, offer, variation.tags);
  const stoppedBy = beforeTargeting(message, rules, facts);
  if (stoppedBy) return { ...candidate, stoppedBy };
  const why = unusable.get(variation.id);
  if (why) return { ...candidate, stoppedBy: { by: why } };
  if (!targeting) return { ...candidate, stoppedBy: { by: "targeting", evaluation } };
  return isHeldOut(rules, facts) ? { ...candidate, stoppedBy: { by: "holdout" } } : candidate;
}

const beforeTargeting = (message: Message, rules: Rules, facts: Facts): Stop | undefined =>
  facts.objected
    ? { by: "objection" }
    : (suppressionOf(message, rules, facts, false) ??
      (message.offer === undefined ? undefined : offerStop(message.offer, rules, facts)));

/** Nobody who was shown a variation before is held out afterwards: that would mix the arms. */
const isHeldOut = ({ measurement: { holdout = 0 } }: Rules, { lot, treated }: Facts) =>
  lot !== undefined && !treated && lot < holdout;

/** Highest first; without numbers in the order in which they stand. */
export const byPriority = (variations: readonly VariationRule[]): readonly VariationRule[] =>
  [...variations].sort((one, other) => (other.priority ?? 0) - (one.priority ?? 0));

export const messageIn = (
  slotId: string,
  slot: SlotRule,
  rules: Rules,
  goal: string,
  offer: string | undefined,
  tags: readonly string[] = [],
): Message => ({
  slot: slotId,
  goal,
  offer,
  channel: slot.channel,
  tags: [...tags, ...(slot.tags ?? []), ...(offerIn(rules, offer)?.tags ?? [])],
});

/** A variation's goal is its offer's, else its own, else its slot's default's: it always has one. */
export const goalOf = (variation: VariationRule, slot: SlotRule, rules: Rules): string =>
  offerIn(rules, "offer" in variation.content ? variation.content.offer : undefined)?.goal ??
  variation.goal ??
  defaultGoal(slot, rules);

export const defaultGoal = ({ default: own }: SlotRule, rules: Rules): string =>
  offerIn(rules, own.offer)?.goal ?? own.goal ?? "";

const offerIn = ({ offers }: Rules, id = "") => entry(offers, id);
