import type { VisitorEvent } from "../../../../shared/engine/facts.ts";
import type { MembershipAnswer } from "../../../../shared/manifest/membership.ts";
import type { Said } from "../../behavior/said.ts";
import type { Visits } from "../../behavior/visits.ts";
import { isOpen, type Session } from "../../session.ts";

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
  /** The segments that the visitor is in, as far as they were counted. */
  readonly in?: readonly string[] | undefined;
  /** Where this visitor falls in the holdout lottery. */
  readonly lot?: number | undefined;
};

/** What of it may be kept on the device: each part by the gate that it needs. */
export const coveredPart = (
  { lot, treated, events, visits, said, answer, etag, ...rest }: Kept,
  session: Session,
): Kept => ({
  ...rest,
  ...(lot !== undefined && { lot, treated }),
  ...(isOpen(session, "behavior") ? { events, visits, said } : { events: [] }),
  ...(isOpen(session, "crm") && answer && { answer, etag }),
});
