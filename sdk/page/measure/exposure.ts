import type { Candidate, Decision } from "../../../shared/engine/trace.ts";
import type { Manifest } from "../../../shared/manifest/shape.ts";
import { dueOf } from "../slots/due.ts";
import type { Measured } from "./measured.ts";

/**
 * The exposure that a decision amounts to once it is seen; a held-out variation counts as one not shown.
 * `asOf` says of when the endpoint's answer was on which it rests.
 */
export function exposureOf(
  decision: Decision,
  manifest: Manifest,
  asOf: string | undefined,
): Measured | undefined {
  const due = dueOf(decision);
  if (!due) return undefined;
  const arm = due.stoppedBy ? "holdout" : "shown";
  return { ...about(due, decision.slot, manifest), type: "exposure", arm, asOf };
}

/**
 * What a suppression, or its offer, kept away from somebody whom it is for; and the page's own content where
 * it had to give way. Who objected is not counted.
 */
export const keptAwayBy = (
  { slot, candidates, defaultStoppedBy }: Decision,
  manifest: Manifest,
): readonly Measured[] =>
  [...candidates.filter(({ targeting }) => targeting), { stoppedBy: defaultStoppedBy }].flatMap((one) => {
    const { suppression, offer, by }: Why = one.stoppedBy ?? {};
    return suppression || offer
      ? [{ ...about(one, slot, manifest), type: "suppressed", by: suppression ?? by } as const]
      : [];
  });

/** A stop that names neither a suppression nor an offer keeps nothing away: it is the page's, or the holdout. */
type Why = { readonly by?: string; readonly suppression?: string; readonly offer?: string };

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

export const about = (
  { variation, segment, offer, goal }: Partial<Candidate>,
  slot: string | undefined,
  { segments, version }: Manifest,
) => ({
  ...stamp(),
  slot,
  variation,
  segment,
  reportAs: segments[segment ?? ""]?.reportAs,
  offer,
  goal,
  library: version,
});

export const stamp = () => ({ id: crypto.randomUUID(), at: new Date().toISOString() });
