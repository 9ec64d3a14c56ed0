import type { Evidence, Finding, FindingRule, Outcome } from "./finding.ts";
import { FINDINGS } from "./list.ts";

export type Checked = { readonly rule: FindingRule; readonly outcome: Outcome };

/** Makes every check, the gravest first. */
export const checkAll = (evidence: Evidence): readonly Checked[] =>
  FINDINGS.map((rule) => ({ rule, outcome: rule.check(evidence) }));

/** Everything wrong with a page, the gravest first. A page that is right gives none. */
export const find = (evidence: Evidence): readonly Finding[] => findingsIn(checkAll(evidence));

export const findingsIn = (checked: readonly Checked[]): readonly Finding[] =>
  checked.flatMap(({ rule: { check: _, ...finding }, outcome }) =>
    outcome.is === "found" ? outcome.faults.map((fault) => ({ ...finding, ...fault })) : [],
  );
