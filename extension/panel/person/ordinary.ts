import type { Condition } from "../../../shared/engine/condition.ts";
import type { Facts } from "../../../shared/engine/facts.ts";
import { leavesBehind } from "../../../shared/engine/leaves-behind.ts";
import { witness } from "../../../shared/engine/witness/witness.ts";

export type WitnessRules = Parameters<typeof witness>[2];
type WitnessOptions = Parameters<typeof witness>[3];
type Sources = Readonly<Record<string, { readonly from: string }>>;

/**
 * A witness who is not suppressed, if there is one. To avoid a suppression it may have been put into
 * another country, say: what the page shows by itself stays the real page's unless the segment asks.
 */
export function ordinaryMember(
  when: Condition,
  rules: WitnessRules,
  sources: Sources,
  options: WitnessOptions,
): Facts | undefined {
  const facts = witness(when, "yes", rules, options);
  const asked = propertiesIn(when, rules.segments);
  const isKept = ([id]: readonly [string, unknown]) => sources[id]?.from !== "page" || asked.has(id);
  return (
    facts && { ...facts, properties: Object.fromEntries(Object.entries(facts.properties).filter(isKept)) }
  );
}

/** Every property that a condition asks about, also by way of other segments. */
const propertiesIn = (condition: Condition, segments: WitnessRules["segments"]): ReadonlySet<string> =>
  new Set(leavesBehind(condition, segments).flatMap((leaf) => ("property" in leaf ? [leaf.property] : [])));
