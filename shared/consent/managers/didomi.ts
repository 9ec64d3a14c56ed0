import { answered, type Basis, pending, type Reading } from "../reading.ts";

export const DIDOMI = "didomi";

/** What Didomi's interface says, as far as it is read. */
export type DidomiState = {
  /** What `getCurrentUserStatus` returns. */
  readonly status: unknown;
  /** What `isConsentRequired` returns. */
  readonly isRequired: unknown;
  /** What `shouldUserStatusBeCollected` returns: nobody has chosen yet, or has to choose anew. */
  readonly isToBeCollected: unknown;
};

/** Reads the purposes of the visitor's status. Each site names its own: only the library can map them. */
export function readDidomi({ status, isRequired, isToBeCollected }: DidomiState): Reading {
  const { purposes, regulation } = { ...(status as { purposes?: unknown; regulation?: unknown }) };
  if (typeof purposes !== "object" || purposes === null) return pending(DIDOMI);
  const all = Object.entries(purposes as Record<string, { readonly enabled?: unknown } | null>);
  const [granted = [], denied = []] = [true, false].map((wanted) =>
    all.filter(([, purpose]) => (purpose?.enabled === true) === wanted).map(([id]) => id),
  );
  if (isRequired === false || regulation === "NONE") return answered(DIDOMI, granted, denied, "not required");
  // A purpose without a choice is reported like one that was refused.
  if (isToBeCollected !== false) return pending(DIDOMI);
  // Outside the GDPR purposes are on until somebody objects: all of them on may be nobody's choice.
  const basis: Basis = regulation === "GDPR" || denied.length > 0 ? "explicit" : "implied";
  return answered(DIDOMI, granted, denied, basis);
}
