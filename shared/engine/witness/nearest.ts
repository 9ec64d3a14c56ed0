import type { Condition, Leaf } from "../condition.ts";
import { byPriority, decide, goalOf, messageIn } from "../decide.ts";
import { evaluate } from "../evaluate.ts";
import { entry, type Facts } from "../facts.ts";
import { leavesBehind } from "../leaves-behind.ts";
import type { Rules, SlotRule, VariationRule } from "../rules.ts";
import { blocks } from "../suppress.ts";
import { candidatesIn } from "./values.ts";
import { type WitnessRules, witness } from "./witness.ts";

/** Somebody almost the same as a visitor, who is shown a variation that the visitor is not. */
export type Nearest = {
  readonly facts: Facts;
  /** What is true of them and not of the visitor. */
  readonly differences: readonly Condition[];
};

/** How many almost-same visitors are decided for before somebody is made up from nothing. */
const PATIENCE = 3_000;

/**
 * What would have to be different about a visitor for a slot to show them a variation: one thing if one is
 * enough, else two, else no more than it takes. Undefined: it is not for want of something about the visitor
 * (a pause, a date, an objection, content that is not there), or nobody was found. The engine itself confirms it.
 */
export function nearest(
  slotId: string,
  variationId: string,
  rules: Rules & WitnessRules,
  facts: Facts,
): Nearest | undefined {
  const slot = entry(rules.slots, slotId);
  const variation = slot?.variations.find(({ id }) => id === variationId);
  if (!slot || !variation || isHopeless(slotId, variationId, rules, facts)) return undefined;
  const isShown = (some: Facts) => decide(rules, slotId, some).shown?.variation === variationId;
  const wanted = wantedFor(variation, slot, slotId, rules);
  const found = fewEdits(wanted, rules, facts, isShown) ?? madeUp(wanted, rules, facts, isShown);
  return found && { facts: found, differences: differencesIn(wanted, rules, facts, found) };
}

/** Whatever were known of the visitor, this would stop it. */
function isHopeless(slotId: string, variationId: string, rules: Rules, facts: Facts): boolean {
  const { candidates, stoppedBy } = decide(rules, slotId, facts);
  const stop = stoppedBy ?? candidates.find(({ variation }) => variation === variationId)?.stoppedBy;
  return stop !== undefined && !["suppression", "eligibility", "targeting"].includes(stop.by);
}

/** All that may matter: to be in the segment, and in none that comes first; eligible, and not suppressed. */
function wantedFor(variation: VariationRule, slot: SlotRule, slotId: string, rules: Rules): Condition {
  const inOrder = byPriority(slot.variations);
  const before = inOrder.slice(0, inOrder.indexOf(variation)).filter((one) => one.for !== variation.for);
  const id = "offer" in variation.content ? variation.content.offer : undefined;
  const eligible = id === undefined ? undefined : entry(rules.offers, id)?.eligible;
  const message = messageIn(slotId, slot, rules, goalOf(variation, slot, rules), id, variation.tags);
  return {
    all: [
      { segment: variation.for },
      ...(eligible ? [eligible] : []),
      ...Object.values(rules.suppressions).flatMap((rule): Condition[] =>
        blocks(rule, message) ? [{ not: rule.when }] : [],
      ),
      ...before.map((one): Condition => ({ not: { segment: one.for } })),
    ],
  };
}

/** An edit changes one property or membership of a visitor. */
type Edit = (facts: Facts) => Facts;

function fewEdits(
  wanted: Condition,
  rules: WitnessRules,
  facts: Facts,
  isShown: (some: Facts) => boolean,
): Facts | undefined {
  const edits = editsFor(wanted, rules, facts);
  let patience = PATIENCE;
  for (const one of edits) {
    const edited = one(facts);
    if (isShown(edited)) return edited;
    patience -= 1;
  }
  for (const [at, one] of edits.entries())
    for (const other of edits.slice(at + 1)) {
      if (patience-- <= 0) return undefined;
      const edited = other(one(facts));
      if (isShown(edited)) return edited;
    }
  return undefined;
}

function editsFor(wanted: Condition, rules: WitnessRules, facts: Facts): readonly Edit[] {
  const properties = [...candidatesIn(wanted, rules.segments, rules.properties, facts.now)].flatMap(
    ([id, values]) =>
      values.map(
        (fact): Edit =>
          (some) => ({ ...some, properties: { ...some.properties, [id]: fact } }),
      ),
  );
  const memberships = leavesBehind(wanted, rules.segments).flatMap((leaf) =>
    "membership" in leaf
      ? (["yes", "no"] as const).map(
          (is): Edit =>
            (some) => ({ ...some, memberships: { ...some.memberships, [leaf.membership]: { is } } }),
        )
      : [],
  );
  return [...memberships, ...properties];
}

/** Somebody made up of whom all is true that has to be, with as much of the visitor left as may stay. */
function madeUp(
  wanted: Condition,
  rules: WitnessRules,
  facts: Facts,
  isShown: (some: Facts) => boolean,
): Facts | undefined {
  const made = witness(wanted, "yes", rules, { now: facts.now });
  let result = made && { ...facts, ...made };
  if (!result || !isShown(result)) return undefined;
  const attempt = (part: Facts) => {
    if (isShown(part)) result = part;
  };
  for (const id of new Set([...Object.keys(facts.properties), ...Object.keys(result.properties)]))
    attempt({ ...result, properties: withThat(result.properties, facts.properties, id) });
  for (const id of new Set([...Object.keys(facts.memberships), ...Object.keys(result.memberships)]))
    attempt({ ...result, memberships: withThat(result.memberships, facts.memberships, id) });
  attempt({ ...result, events: facts.events });
  return result;
}

/** One key as it is in the other, or not there as it is not there. */
function withThat<T>(
  some: Readonly<Record<string, T>>,
  other: Readonly<Record<string, T>>,
  id: string,
): Readonly<Record<string, T>> {
  const { [id]: _, ...rest } = some;
  const value = entry(other, id);
  return value === undefined ? rest : { ...rest, [id]: value };
}

/** The leaves whose answer had to change, as what is true now, each once. */
function differencesIn(
  wanted: Condition,
  rules: WitnessRules,
  before: Facts,
  after: Facts,
): readonly Condition[] {
  const found = leavesBehind(wanted, rules.segments).flatMap((leaf) => {
    const { is } = evaluate(leaf, after, rules);
    if (is === evaluate(leaf, before, rules).is || is === "unknown") return [];
    return [is === "yes" ? leaf : turned(leaf)];
  });
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}

/** Not to be something else than a customer is to be one. */
const turned = (leaf: Leaf): Condition =>
  "isNot" in leaf && "property" in leaf ? { property: leaf.property, is: leaf.isNot } : { not: leaf };
