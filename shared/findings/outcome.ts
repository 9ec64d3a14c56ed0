import type { Evidence, Fault, Outcome } from "./finding.ts";
import { type Said, said } from "./said.ts";

export const CLEAN: Outcome = { is: "clean" };

export const cannotTell = (because: Said): Outcome => ({ is: "cannot tell", because });

export const doesNotApply = (because: Said): Outcome => ({ is: "does not apply", because });

/** The faults that were found; where there is none, what else the check came to. */
export const foundOr = (faults: readonly Fault[], otherwise: Outcome = CLEAN): Outcome =>
  faults.length > 0 ? { is: "found", faults } : otherwise;

export const WITHOUT_FORWHOM = doesNotApply(
  said("There is no Forwhom on this page.", "Auf dieser Seite ist kein Forwhom."),
);

const UNDECIDED = cannotTell(
  said("Some slots are not decided yet.", "Einige Plätze sind noch nicht entschieden."),
);

/** For checks of slots: one that is still undecided may yet be wrong. */
export function foundInSlots(faults: readonly Fault[], { observation: { claim, slots } }: Evidence): Outcome {
  if (!claim) return WITHOUT_FORWHOM;
  return foundOr(faults, slots.some(({ outcome }) => outcome === "undecided") ? UNDECIDED : CLEAN);
}
