import type { Decision } from "../../../shared/engine/trace.ts";
import type { Manifest } from "../../../shared/manifest/shape.ts";
import type { Measured } from "./measured.ts";

/**
 * The exposure that a decision amounts to once it is seen; a held-out variation counts as one not shown.
 * `asOf` says of when the endpoint's answer was on which it rests.
 */
export function exposureOf(
  { slot, shown, candidates }: Decision,
  { segments, version }: Manifest,
  asOf: string | undefined,
): Measured | undefined {
  const heldOut = candidates.find(({ stoppedBy }) => stoppedBy?.by === "holdout");
  const candidate = shown ?? heldOut;
  if (!candidate) return undefined;
  const { variation, segment, offer, goal } = candidate;
  return {
    ...stamp(),
    type: "exposure",
    slot,
    variation,
    segment,
    reportAs: segments[segment]?.reportAs,
    offer,
    goal,
    arm: heldOut ? "holdout" : "shown",
    asOf,
    library: version,
  };
}

/** A conversion carries what the exposure says that it is credited to; without one it stands for itself. */
export const conversionOf = (
  offer: string,
  { offers, version }: Manifest,
  credited?: Measured,
): Measured => ({
  ...credited,
  ...stamp(),
  type: "conversion",
  offer,
  goal: offers[offer]?.goal,
  credits: credited?.id,
  library: version,
});

export const stamp = () => ({ id: crypto.randomUUID(), at: new Date().toISOString() });
