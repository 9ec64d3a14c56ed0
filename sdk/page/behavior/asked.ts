import type { VisitorEvent } from "../../../shared/engine/facts.ts";
import type { Manifest } from "../../../shared/manifest/shape.ts";

/** The events that any condition of a manifest names, wherever it stands. */
export function askedEvents(manifest: Manifest): ReadonlySet<unknown> {
  const asked = new Set<unknown>();
  JSON.stringify(manifest, (key, value) => {
    if (key === "event") asked.add(value);
    return value;
  });
  return asked;
}

/**
 * Those on which any decision rests: what a condition asks for, and offers. The latest is always among
 * them, so that a pause can be told.
 */
export function askedOf(events: readonly VisitorEvent[], manifest: Manifest): readonly VisitorEvent[] {
  const asked = askedEvents(manifest);
  return events.filter(
    (one) => asked.has(one.event) || one.event.startsWith("offer_") || one === events.at(-1),
  );
}
