import { type Choice, withChanges } from "../../../shared/protocol/choice.ts";

export type { Choice } from "../../../shared/protocol/choice.ts";

/**
 * Somebody else in place of whoever is chosen: what was changed about one person is not true of another, but
 * the moment as of which the page is seen stays.
 */
export const memberInstead = (
  { also, withoutConsent, changes }: Choice,
  segment: string | undefined,
  sample?: string,
): Choice =>
  withChanges(
    { segment, ...(sample !== undefined && { sample }), also, withoutConsent },
    { now: changes?.now },
  );
