import { merged } from "../behavior/log.ts";
import type { Kept } from "./device/kept.ts";

/**
 * Whether the endpoint need not be asked. To either side: an answer from the future means that one of two
 * clocks is off, by little, which happens, or by more, and then its age is not known. It is used all the
 * same, as one of unknown age, while the endpoint is asked.
 */
export const isFresh = (kept: Kept | undefined, now = Date.now()): boolean =>
  kept?.answer !== undefined && Math.abs(now - momentOf(kept)) < kept.answer.freshFor * 1_000;

/** What two tabs, or memory and store, hold of the same visitor: the later answer, and all that happened. */
export const joined = (one: Kept, other: Kept): Kept => ({
  ...other,
  ...one,
  ...(momentOf(other) > momentOf(one) && { answer: other.answer, etag: other.etag }),
  ...merged(one, other),
  // Of where the visitor was last, the one that all tabs share knows best.
  in: (other.consent === one.consent && other.in) || one.in,
  treated: one.treated || other.treated,
});

const momentOf = ({ answer }: Kept): number => (answer ? Date.parse(answer.asOf) : 0);
