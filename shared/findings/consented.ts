import type { Gate, Gates } from "../consent/gates.ts";
import type { Reading } from "../consent/reading.ts";
import { consentFrom } from "../consent/record.ts";
import { withhold } from "../consent/withhold.ts";
import { leavesOf } from "../engine/condition.ts";
import { evaluate } from "../engine/evaluate.ts";
import { entry } from "../engine/facts.ts";
import type { Manifest } from "../manifest/shape.ts";
import type { Evidence } from "./finding.ts";
import type { Shown } from "./shown.ts";

/** The gates as the extension reads them itself; in a preview, those of the previewed visitor. */
export const gatesSeen = (evidence: Evidence): Gates | undefined =>
  evidence.preview?.gates ?? gatesBy(evidence.observation.consent, evidence);

/** The gates as these readings say it; undefined where no page script says what opens them. */
export function gatesBy(
  readings: readonly Reading[],
  { observation: { claim, country } }: Evidence,
): Gates | undefined {
  if (!claim) return undefined;
  // Nothing in the page but its own script may know the country; then its word has to do.
  return consentFrom(readings, claim.manifest.consent, country ?? claim.consent.country).gates;
}

/**
 * The gates that are not open though a shown variation rests on them: empty when the visitor is in
 * the segment even by what needs no consent.
 */
export function gatesMissing(
  shown: Shown,
  evidence: Evidence,
  gates: Gates | undefined = gatesSeen(evidence),
): readonly Gate[] {
  if (!shown.variation || !gates) return [];
  const { manifest, facts } = shown.claim;
  const closed = gatesBehind(shown.variation.for, manifest).filter((gate) => gates[gate] !== "open");
  if (closed.length === 0) return [];
  const covered = withhold(facts, manifest.properties, gates);
  const isInAnyway = evaluate({ segment: shown.variation.for }, covered, manifest).is === "yes";
  return isInAnyway ? [] : closed;
}

/** The gates behind which a segment's facts lie. DESIGN §2. */
export function gatesBehind(segment: string, manifest: Manifest): readonly Gate[] {
  const found = new Set<Gate>();
  const opened = new Set<string>();
  const open = (id: string): void => {
    const rule = opened.has(id) ? undefined : entry(manifest.segments, id);
    opened.add(id);
    for (const leaf of rule ? leavesOf(rule.when) : []) {
      if ("segment" in leaf) open(leaf.segment);
      else if ("membership" in leaf) found.add("crm");
      else if ("event" in leaf || "score" in leaf) found.add("behavior");
      else {
        const from = entry(manifest.properties, leaf.property)?.from;
        if (from === "crm" || from === "behavior") found.add(from);
      }
    }
  };
  open(segment);
  return [...found];
}
