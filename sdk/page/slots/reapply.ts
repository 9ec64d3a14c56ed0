import type { Session } from "../session.ts";
import type { Stage } from "./stage.ts";
import { isIntact } from "./swap.ts";

/** How often a slot is put right again in one page view before the page gets its way. */
const MOST_TIMES = 5;
/** How many elements of one slot may be taken away within this time: no person makes an app do more. */
const MOST_TAKEN = 20;
const TAKEN_WITHIN_MS = 1_000;

/**
 * Puts content back where an app that renders a slot's own content anew has wiped it out, before
 * anybody sees the difference. Only so often: a page that keeps doing it gets its way, and the slot's
 * decision says so. Answers what to call after a change of the document.
 */
export function reapply(session: Session, stage: Stage): () => void {
  const times = new Map<string, number>();
  const taken = new Map<string, number>();
  const more = (counts: Map<string, number>, slot: string) => {
    const count = (counts.get(slot) ?? 0) + 1;
    counts.set(slot, count);
    return count;
  };

  function putRight(): void {
    for (const [element, { slot, outcome }] of stage.shown) {
      if (!element.isConnected) {
        stage.shown.delete(element);
        if (taken.size === 0) setTimeout(() => taken.clear(), TAKEN_WITHIN_MS);
        if (more(taken, slot) > MOST_TAKEN) giveIn(slot);
      } else if (outcome !== "default" && !isIntact(element, stage.swaps.get(element))) {
        if (more(times, slot) > MOST_TIMES) giveIn(slot);
        else stage.apply(slot, element);
      }
    }
  }

  function giveIn(slot: string): void {
    session.contested.add(slot);
    for (const { id } of session.manifest.slots[slot]?.variations ?? [])
      session.unusable.set(id, "contested");
    stage.decide();
    for (const [element, decision] of stage.shown) if (decision.slot === slot) stage.apply(slot, element);
  }

  putRight();
  return putRight;
}
