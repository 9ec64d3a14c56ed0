import type { Gate, Gates } from "../consent/gates.ts";
import { gatesOf } from "../consent/gates-of.ts";
import type { Reading } from "../consent/reading.ts";
import { consentFrom } from "../consent/record.ts";
import { withhold } from "../consent/withhold.ts";
import { evaluate } from "../engine/evaluate.ts";
import { leavesBehind } from "../engine/leaves-behind.ts";
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
export const gatesBehind = (segment: string, { segments, properties }: Manifest): readonly Gate[] =>
  gatesOf(leavesBehind({ segment }, segments), properties);
