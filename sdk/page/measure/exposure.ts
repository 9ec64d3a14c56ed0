import type { Candidate, Decision } from "../../../shared/engine/trace.ts";
import type { Manifest } from "../../../shared/manifest/shape.ts";
import type { Measured } from "./measured.ts";

/** The exposure that a decision amounts to once it is seen; a held-out variation counts as one not shown. */
export function exposureOf(decision: Decision, manifest: Manifest): Measured | undefined {
  const heldOut = decision.candidates.find(({ stoppedBy }) => stoppedBy?.by === "holdout");
  const candidate = decision.shown ?? heldOut;
  return candidate && exposure(decision.slot, candidate, manifest, heldOut ? "holdout" : "shown");
}

const exposure = (
  slot: string,
  { variation, segment, offer, goal }: Candidate,
  { segments, version }: Manifest,
  arm: "shown" | "holdout",
): Measured => ({
  ...stamp(),
  type: "exposure",
  slot,
  variation,
  segment,
  reportAs: segments[segment]?.reportAs,
  ...(offer !== undefined && { offer }),
  goal,
  arm,
  library: version,
});

export const conversionOf = (offer: string, { offers, version }: Manifest): Measured => ({
  ...stamp(),
  type: "conversion",
  offer,
  goal: offers[offer]?.goal,
  library: version,
});

export const stamp = () => ({ id: crypto.randomUUID(), at: new Date().toISOString() });
