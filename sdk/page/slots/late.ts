import type { Decision, Stop } from "../../../shared/engine/trace.ts";
import type { Session } from "../session.ts";
import { dueOf } from "./due.ts";
import { isHydrating } from "./place.ts";
import type { Stage } from "./stage.ts";

/**
 * Decides anew after something became known late, and shows what may be shown now: what has become
 * forbidden goes at once, anything else changes only while nobody sees it. DESIGN §6.4. In a new view of
 * the page, all that is due changes with it.
 */
export function lateChanges(
  session: Session,
  stage: Stage,
  signal: AbortSignal,
): (isNewView?: boolean) => void {
  const { slots } = session.manifest;
  const unseen = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => !isIntersecting)) redecide();
  });

  function redecide(isNewView = false): void {
    stage.decide();
    unseen.disconnect();
    for (const [element, before] of stage.shown) {
      const { slot } = before;
      const after = stage.decisionOf(slot);
      if (!element.isConnected) stage.shown.delete(element);
      else if (isSameContent(before, after)) session.decisions.set(slot, after);
      else if (isNewView || isForbidden(before, after) || mayChange(element, slots[slot]?.onChange))
        stage.apply(slot, element);
      else if (slots[slot]?.onChange !== "next-view") unseen.observe(element);
    }
    stage.showComplete();
  }

  document.addEventListener("visibilitychange", () => redecide(), { signal });
  signal.addEventListener("abort", () => unseen.disconnect());
  return redecide;
}

/** Whether nobody sees the change: neither the element, nor anything that it moves. */
function mayChange(element: Element, onChange: "next-view" | "out-of-view" | "now" = "out-of-view"): boolean {
  if (onChange === "next-view" || isHydrating(element) || element.contains(document.activeElement))
    return false;
  if (onChange === "now" && document.hidden) return true;
  const { top, bottom } = element.getBoundingClientRect();
  return top >= innerHeight || (bottom <= 0 && CSS.supports("overflow-anchor", "auto"));
}

/** What is held out changes when it would be seen to, or the arms could not be compared. */
const isSameContent = (one: Decision, other: Decision) =>
  one.outcome === other.outcome && dueOf(one)?.variation === dueOf(other)?.variation;

/** What is shown has become known to be suppressed: it must go, even in view. */
function isForbidden(before: Decision, after: Decision): boolean {
  const due = dueOf(before)?.variation;
  const then = after.candidates.find(({ variation }) => variation === due);
  return (before.outcome === "default" && after.outcome === "neutral") || isKnownStop(then?.stoppedBy);
}

const isKnownStop = (stop?: Stop) =>
  stop?.by === "objection" || (stop?.by === "suppression" && stop.evaluation.is === "yes");
