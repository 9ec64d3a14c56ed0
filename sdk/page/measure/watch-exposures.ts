import type { Session } from "../session.ts";
import type { Stage } from "../slots/stage.ts";
import { whenSeen } from "./when-seen.ts";

/**
 * Calls once for each slot that was seen in a view of the page, whichever of its elements is there by
 * then. Answers how to begin another view.
 */
export function watchExposures(
  { decisions, manifest: { measurement } }: Session,
  { elementsOf }: Stage,
  exposed: (slot: string) => void,
  signal: AbortSignal,
): () => void {
  const watched = new Map<string, Element>();
  const seen = new Set<string>();
  const watch = () => {
    for (const slot of decisions.keys()) {
      const [element] = elementsOf(slot);
      if (!element || seen.has(slot) || watched.get(slot) === element) continue;
      watched.set(slot, element);
      const see = () => {
        if (watched.get(slot) !== element || seen.has(slot)) return;
        seen.add(slot);
        exposed(slot);
      };
      whenSeen(element, measurement.seen, see, signal);
    }
  };
  document.addEventListener("forwhom:decision", watch, { signal });
  watch();
  return () => {
    watched.clear();
    seen.clear();
    watch();
  };
}
