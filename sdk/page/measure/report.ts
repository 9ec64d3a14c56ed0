import type { Manifest } from "../../../shared/manifest/shape.ts";
import type { Sinks } from "../later-parts.ts";
import type { Measured } from "./measured.ts";

type GlobalPrivacyControl = { readonly globalPrivacyControl?: boolean };

/**
 * Tells every tool of the site that the library names; of a segment nothing where who is in it is private.
 * One that throws does not stop the others.
 */
export function report(
  { at: _at, segment, reportAs, ...rest }: Measured,
  manifest: Manifest,
  sinks: Sinks,
): void {
  const { measurement } = manifest;
  // What is passed on to others there is what the signal asks not to be.
  if ((navigator as GlobalPrivacyControl).globalPrivacyControl && !measurement.reportUnderGpc) return;
  const told = manifest.segments[segment ?? ""]?.private ? rest : { ...rest, segment, reportAs };
  for (const name of measurement.reportTo ?? [])
    try {
      sinks[name]?.(told, measurement);
    } catch {
      // Somebody else's queue is broken; ours is not.
    }
}
