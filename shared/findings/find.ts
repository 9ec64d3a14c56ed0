import type { Evidence, Finding, FindingRule, Outcome } from "./finding.ts";
import { FINDINGS } from "./list.ts";

export type Checked = { readonly rule: FindingRule; readonly outcome: Outcome };

/** Makes every check, the gravest first. */
export function checkAll(evidence: Evidence): readonly Checked[] {
  const asItIs = withoutAnyway(evidence);
  return FINDINGS.map((rule) => ({ rule, outcome: rule.check(asItIs) }));
}

/** What a marketer asked to see anyway is no fault of the page: such slots are not looked at. */
function withoutAnyway(evidence: Evidence): Evidence {
  const { observation, preview } = evidence;
  const asked = new Set(preview?.anyway?.map(({ slot }) => slot));
  if (asked.size === 0) return evidence;
  const { claim } = observation;
  const isAsItIs = ({ slot }: { readonly slot: string }) => !asked.has(slot);
  return {
    ...evidence,
    observation: {
      ...observation,
      slots: observation.slots.filter(isAsItIs),
      ...(claim && { claim: { ...claim, decisions: claim.decisions.filter(isAsItIs) } }),
    },
  };
}

/** Everything wrong with a page, the gravest first. A page that is right gives none. */
export const find = (evidence: Evidence): readonly Finding[] => findingsIn(checkAll(evidence));

export const findingsIn = (checked: readonly Checked[]): readonly Finding[] =>
  checked.flatMap(({ rule: { check: _, ...finding }, outcome }) =>
    outcome.is === "found" ? outcome.faults.map((fault) => ({ ...finding, ...fault })) : [],
  );
