import type { Gate } from "../../../shared/consent/gates.ts";
import { gatesOf } from "../../../shared/consent/gates-of.ts";
import type { Condition } from "../../../shared/engine/condition.ts";
import { entry, mapped } from "../../../shared/engine/facts.ts";
import { leavesBehind } from "../../../shared/engine/leaves-behind.ts";
import type { Rules } from "../../../shared/engine/rules.ts";
import type { Candidate, Decision, Stop } from "../../../shared/engine/trace.ts";
import { nearest } from "../../../shared/engine/witness/nearest.ts";
import type { Inspection } from "../../../shared/protocol/inspection.ts";
import type { WitnessRules } from "../person/ordinary.ts";
import type { KnownRules } from "./rules.ts";

/** What would have to be different for a slot to show a candidate that was passed over. */
export type Needed =
  | {
      readonly is: "different";
      readonly differences: readonly Condition[];
      /** What it rests on is behind these gates, which are not open. */
      readonly gates: readonly Gate[];
    }
  /** Nothing that may be known about the visitor: this would have to go. */
  | { readonly is: "not the visitor"; readonly by: Exclude<Stop["by"], AboutVisitor> }
  | { readonly is: "nobody found" };

type AboutVisitor = "suppression" | "eligibility" | "targeting";

/** One answer for each candidate that was passed over, in their order: finding one takes time. */
export function* allNeeded(
  decision: Decision,
  claim: Inspection,
  rules: KnownRules,
): Generator<Needed | undefined> {
  for (const candidate of decision.candidates)
    if (candidate.stoppedBy) yield neededFor(decision.slot, candidate, candidate.stoppedBy, claim, rules);
}

function neededFor(
  slot: string,
  { variation }: Candidate,
  { by }: Stop,
  { facts, decisions, consent }: Inspection,
  rules: KnownRules,
): Needed {
  if (by !== "suppression" && by !== "eligibility" && by !== "targeting")
    return { is: "not the visitor", by };
  const offersHere = decisions.flatMap((one) => (one.slot === slot ? [] : (one.shown?.offer ?? [])));
  const found = nearest(slot, variation, searchable(rules), { ...facts, offersHere });
  if (!found) return { is: "nobody found" };
  const { segments, properties } = rules.manifest;
  const gates = gatesOf(leavesBehind({ all: found.differences }, segments), properties);
  return {
    is: "different",
    differences: found.differences,
    gates: gates.filter((gate) => consent.gates[gate] !== "open"),
  };
}

/** The page's own rules, with all the values that are known to be possible. */
const searchable = ({ manifest, full }: KnownRules): Rules & WitnessRules => ({
  ...manifest,
  properties: mapped(manifest.properties, (property, id) => {
    const authored = entry(full?.library.properties ?? {}, id)?.values;
    return { ...property, values: authored ?? Object.keys(property.labels ?? {}) };
  }),
});
