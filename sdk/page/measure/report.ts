import type { Manifest } from "../../../shared/manifest/shape.ts";
import type { Sinks } from "../later-parts.ts";
import type { Measured } from "./measured.ts";

type GlobalPrivacyControl = { readonly globalPrivacyControl?: boolean };

/**
 * Tells every tool of the site that the library names. Where who is in a segment is private, so is what only
 * its visitors are shown: the tools hear that the slot was seen. What a visitor did themselves is no secret.
 * One that throws does not stop the others.
 */
export function report(
  { at: _at, segment, reportAs, variation, ...rest }: Measured,
  manifest: Manifest,
  sinks: Sinks,
): void {
  const { measurement } = manifest;
  // What is passed on to others there is what the signal asks not to be.
  if ((navigator as GlobalPrivacyControl).globalPrivacyControl && !measurement.reportUnderGpc) return;
  const { offer: _offer, goal: _goal, ...seen } = rest;
  const withheld = rest.type === "exposure" ? seen : rest;
  const told = manifest.segments[segment ?? ""]?.private
    ? withheld
    : { ...rest, segment, reportAs, variation };
  for (const name of measurement.reportTo ?? [])
    try {
      sinks[name]?.(told, measurement);
    } catch {
      // Somebody else's queue is broken; ours is not.
    }
}
