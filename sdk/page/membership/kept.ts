import type { VisitorEvent } from "../../../shared/engine/facts.ts";
import type { MembershipAnswer } from "../../../shared/manifest/membership.ts";
import type { Said } from "../behavior/said.ts";
import type { Visits } from "../behavior/visits.ts";

/** All that is kept on the device about one visitor, and under which consent it was kept. */
export type Kept = {
  /** The hash of the visitor's key; empty for somebody anonymous. */
  readonly hash: string;
  /** The fingerprint of the consent it was kept under. */
  readonly consent: string;
  readonly answer?: MembershipAnswer | undefined;
  /** The answer's entity tag: the endpoint says by it that nothing changed. */
  readonly etag?: string | undefined;
  readonly events: readonly VisitorEvent[];
  readonly visits?: Visits | undefined;
  readonly said?: Said | undefined;
  /** Was shown a variation before, so is never held out. */
  readonly treated?: boolean | undefined;
  /** Where this visitor falls in the holdout lottery. */
  readonly lot?: number | undefined;
};
