import type { Decision, Stop } from "../../../shared/engine/trace.ts";
import { decideSlot, factsNow, type Session } from "../session.ts";
import type { Material } from "./content.ts";
import { hold } from "./hold.ts";
import { elementsOf, isBelowView, isComplete, isOnPage } from "./place.ts";
import { show } from "./show.ts";

/** How long a slot may stay invisible while it waits for an answer. DESIGN §7. */
const DEADLINE_MS = 250;

/** The slots of this page, from the first parsed element to the last change. */
export type Stage = {
  /** Lets the slots wait for an answer no longer: what is known now decides. */
  readonly settle: () => void;
  /** Decides anew after something became known; what is in view changes only if it must. */
  readonly redecide: (urgency: "when unseen" | "now") => void;
};

/**
 * Decides every slot of this page before it is painted, and shows it as soon as the parser is
 * through with its element. With `isWaiting`, slots that may change are held until `settle` or the
 * deadline, whichever comes first.
 */
export function openStage(session: Session, isWaiting: boolean, signal: AbortSignal): Stage {
  const { slots, offers } = session.manifest;
  const ids = Object.keys(slots).filter((id) => isOnPage(slots[id]?.pages ?? [], location.pathname));
  const done = new Map<HTMLElement, Decision>();
  let waiting = isWaiting;

  const decided = new Map<string, Decision>();

  /** A slot is decided beside the offers of those before it. */
  const decideOne = (id: string): Decision => {
    const before = ids.slice(0, ids.indexOf(id));
    const decision = decideSlot(
      session,
      id,
      before.flatMap((one) => decided.get(one)?.shown?.offer ?? []),
    );
    decided.set(id, decision);
    return decision;
  };
  const decideAll = () => ids.forEach(decideOne);

  decideAll();
  const changing = ids.filter((id) => waiting || decided.get(id)?.outcome !== "default");
  const release = hold(changing, slots);

  const apply = (id: string, element: HTMLElement, decision: Decision): void => {
    const material: Material = { offers, properties: factsNow(session).properties };
    let latest = decision;
    while (!show(element, latest, slots, material)) {
      session.unusable.add(latest.shown?.variation ?? "");
      latest = decideOne(id);
    }
    done.set(element, latest);
    session.decisions.set(id, latest);
    announce(latest);
  };

  const showComplete = (): void => {
    if (waiting) return;
    for (const id of ids)
      for (const element of elementsOf(id, slots))
        if (!done.has(element) && isComplete(element)) apply(id, element, decided.get(id) ?? decideOne(id));
  };

  const settle = (): void => {
    if (!waiting) return;
    waiting = false;
    decideAll();
    showComplete();
  };

  const redecide = (urgency: "when unseen" | "now"): void => {
    decideAll();
    for (const [element, before] of done) {
      const after = decided.get(before.slot);
      if (!after || isSameContent(before, after)) {
        if (after) session.decisions.set(before.slot, after);
      } else if (urgency === "now" || isForbidden(before, after) || isBelowView(element))
        apply(before.slot, element, after);
    }
    showComplete();
  };

  const observer = new MutationObserver(showComplete);
  observer.observe(document, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", showComplete, { signal });
  const deadline = setTimeout(settle, DEADLINE_MS);
  signal.addEventListener("abort", () => {
    observer.disconnect();
    clearTimeout(deadline);
    release();
  });
  showComplete();
  return { settle, redecide };
}

const isSameContent = (one: Decision, other: Decision) =>
  one.outcome === other.outcome && one.shown?.variation === other.shown?.variation;

/** What is shown has become known to be suppressed: it must go, even in view. DESIGN §6.4. */
function isForbidden(before: Decision, after: Decision): boolean {
  if (before.outcome === "default") return after.outcome === "neutral";
  const shown = after.candidates.find(({ variation }) => variation === before.shown?.variation);
  return isKnownStop(shown?.stoppedBy);
}

const isKnownStop = (stop: Stop | undefined) =>
  stop?.by === "objection" || (stop?.by === "suppression" && stop.evaluation.is === "yes");

/** Says what a slot shows, and nothing about the visitor. */
function announce({ slot, outcome, shown }: Decision): void {
  const detail = { slot, outcome, variation: shown?.variation };
  document.dispatchEvent(new CustomEvent("forwhom:decision", { detail }));
}
