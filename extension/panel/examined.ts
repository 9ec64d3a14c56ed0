import { type Checked, checkAll } from "../../shared/findings/find.ts";
import type { Evidence, Finding, FindingRule, Outcome } from "../../shared/findings/finding.ts";
import type { State } from "./store.ts";

type Of<Is extends Outcome["is"]> = {
  readonly rule: FindingRule;
  readonly outcome: Extract<Outcome, { is: Is }>;
};

export type Found = Of<"found">;
export type Doubt = Of<"cannot tell" | "does not apply">;

/** A page that could be looked into, with Forwhom or without, and what every check came to. */
export type Examined = {
  readonly evidence: Evidence;
  readonly checked: readonly Checked[];
  /** The four buckets, the gravest first in each. */
  readonly found: readonly Found[];
  readonly cannotTell: readonly Doubt[];
  readonly clean: readonly Of<"clean">[];
  readonly doesNotApply: readonly Doubt[];
};

export function examined(page: State["page"], full: State["full"], now: number): Examined | undefined {
  if (page.is !== "seen" && page.is !== "without Forwhom") return undefined;
  const { observation } = page;
  const preview = page.is === "seen" ? page.preview : undefined;
  const evidence = { observation, preview, library: full?.library, now };
  const checked = checkAll(evidence);
  const those = <Is extends Outcome["is"]>(is: Is) =>
    checked.flatMap(({ rule, outcome }) => (outcome.is === is ? [{ rule, outcome } as Of<Is>] : []));
  return {
    evidence,
    checked,
    found: those("found"),
    cannotTell: those("cannot tell"),
    clean: those("clean"),
    doesNotApply: those("does not apply"),
  };
}

/** What was found at one element of the page. */
export const foundAt = (
  selector: string,
  found: readonly Found[],
): readonly Pick<Finding, "id" | "title">[] =>
  found.flatMap(({ rule, outcome }) =>
    outcome.faults.some((fault) => fault.selector === selector) ? [rule] : [],
  );
