import { entry } from "../../engine/facts.ts";
import type { Inspection } from "../../protocol/inspection.ts";
import { type Said, said } from "../said.ts";
import { segmentNamed } from "../shown.ts";
import type { Against } from "./against.ts";

/** The rule that speaks against a variation, as words within a sentence. */
export function ruleWords(against: Against & { readonly by: "rule" }, claim: Inspection): Said {
  const { stop } = against;
  if (stop.by === "suppression") {
    const name = entry(claim.manifest.suppressions, stop.suppression)?.name ?? stop.suppression;
    return said(`the suppression “${name}”`, `die Sperre „${name}“`);
  }
  if (stop.by === "eligibility") {
    const label = entry(claim.manifest.offers, stop.offer)?.label ?? stop.offer;
    return said(`the offer “${label}”`, `das Angebot „${label}“`);
  }
  const { condition } = stop.evaluation;
  const name = segmentNamed(claim, "segment" in condition ? condition.segment : "");
  return said(`the segment “${name}”`, `das Segment „${name}“`);
}
