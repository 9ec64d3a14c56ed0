import { say } from "../../words.ts";
import { matrixOf, ownFacts } from "../rules/matrix.ts";
import type { Seen } from "../seen.ts";
import { type Steps, useSteps } from "../steps.ts";
import { type Comparison, choiceFor, comparisonOf, slotsHere } from "./comparison.ts";

export type Comparing = Omit<Steps<unknown>, "made"> & { readonly comparison: Comparison };

/** What each of these audiences would see on this page, one after the other. */
export function useComparison(audiences: readonly string[], seen: Seen): Comparing {
  const { claim, rules } = seen;
  const slots = slotsHere(seen).map(({ id }) => id);
  const page = { slots, facts: ownFacts(claim.facts, claim.manifest) };
  const key = JSON.stringify([audiences, page, claim.manifest.version, rules.full?.version]);
  const { made, is, stop } = useSteps(key, () => matrixOf(audiences.map(choiceFor), page, rules, Date.now()));
  const comparison = comparisonOf(made, seen, say("anybody"));
  return { comparison, is, stop };
}
