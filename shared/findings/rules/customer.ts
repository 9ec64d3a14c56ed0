import { evaluate } from "../../engine/evaluate.ts";
import { any, type Truth } from "../../engine/truth.ts";
import type { Inspection } from "../../protocol/inspection.ts";

/** How a segment of all customers is called. */
const CUSTOMERS = /^(all |existing |current )?(customers?|clients?|kunden|kundschaft|bestandskunden)$/i;

/** Whether the page knows that this visitor is a customer; unknown also where there is no such segment. */
export function customerStatus({ manifest, facts }: Inspection): Truth {
  const segments = Object.entries(manifest.segments).filter(
    ([id, { name, input }]) => input === "lifecycle" && (CUSTOMERS.test(id) || CUSTOMERS.test(name)),
  );
  if (segments.length === 0) return "unknown";
  return any(segments.map(([segment]) => evaluate({ segment }, facts, manifest).is));
}
