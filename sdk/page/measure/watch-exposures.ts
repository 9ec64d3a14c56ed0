import type { Session } from "../session.ts";
import { dueOf } from "../slots/due.ts";
import type { Stage } from "../slots/stage.ts";
import { whenSeen } from "./when-seen.ts";

/** Where each thing is watched that a slot shows, or would show. Null: it was seen. */
type View = Map<string, Element | null>;

/**
 * Calls once for each slot that was seen in a view of the page, whichever of its elements is there by
 * then, and again for whatever else comes to stand in it. Answers how to begin another view.
 */
export function watchExposures(
  { decisions, manifest: { measurement } }: Session,
  { elementsOf }: Stage,
  exposed: (slot: string) => void,
  signal: AbortSignal,
): () => void {
  let view: View = new Map();
  const whatIn = (slot: string) => {
    const decision = decisions.get(slot);
    return `${slot} ${decision && dueOf(decision)?.variation}`;
  };
  const watch = () => {
    const here = view;
    for (const slot of decisions.keys()) {
      const [element] = elementsOf(slot);
      const what = whatIn(slot);
      const where = here.get(what);
      if (!element || where === element || where === null) continue;
      here.set(what, element);
      const see = () => {
        if (here !== view || here.get(what) !== element) return;
        if (whatIn(slot) === what) {
          here.set(what, null);
          exposed(slot);
        } else here.delete(what);
      };
      whenSeen(element, measurement.seen, see, signal);
    }
  };
  document.addEventListener("forwhom:decision", watch, { signal });
  watch();
  return () => {
    view = new Map();
    watch();
  };
}
