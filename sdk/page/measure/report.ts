import type { Manifest } from "../../../shared/manifest/shape.ts";
import type { Sinks } from "../later-parts.ts";
import type { Measured } from "./measured.ts";

/**
 * Tells every tool of the site that the library names; of a segment nothing where who is in it is private.
 * One that throws does not stop the others.
 */
export function report({ at: _at, ...measured }: Measured, manifest: Manifest, sinks: Sinks): void {
  const { segment, reportAs, ...rest } = measured;
  const told = manifest.segments[segment ?? ""]?.private ? rest : measured;
  for (const name of manifest.measurement.reportTo ?? [])
    try {
      sinks[name]?.(told, manifest.measurement);
    } catch {
      // Somebody else's queue is broken; ours is not.
    }
}
