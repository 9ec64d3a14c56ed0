import type { Facts } from "../../../shared/engine/facts.ts";
import type { Decision } from "../../../shared/engine/trace.ts";
import { decideSlot, enterPage, factsNow, type Session } from "../session.ts";
import { hold } from "./hold.ts";
import { DONE, elementsOf, HYDRATE, isComplete, isHydrating, isOnPage } from "./place.ts";
import { show } from "./show.ts";
import { type Swap, swaps } from "./swap.ts";

/** How long a slot may stay invisible while it waits, in milliseconds, unless the library says. DESIGN §7. */
const HOLD_MS = 250;

/** The slots of this page, from the first parsed element to the last change. */
export type Stage = {
  /** What every element shows. */
  readonly shown: Map<HTMLElement, Decision>;
  /** Slots that wait for an answer. */
  readonly waiting: Set<string>;
  /** If the page has become another without being loaded: decides that one. */
  readonly enter: () => void;
  /** Decides every slot of this page with what is known now. Shows nothing. */
  readonly decide: () => void;
  /** What was decided last; of a slot that is not one of this page's, that its own content is due. */
  readonly decisionOf: (slot: string) => Decision;
  /** Shows what was decided last. */
  readonly apply: (slot: string, element: HTMLElement) => void;
  /** Shows slots that have not been shown yet, as far as they need not wait. */
  readonly showComplete: () => void;
  /** Lets slots wait for an answer no longer: what is known now decides. */
  readonly settle: () => void;
  /** Decides anew and shows it at once, in view too. */
  readonly fallBack: () => void;
  /** Called after anything in the document changed. */
  changed: (records: readonly MutationRecord[]) => void;
  readonly elementsOf: (slot: string) => readonly HTMLElement[];
  /** What was done to each element. */
  readonly swaps: WeakMap<HTMLElement, Swap>;
};

/**
 * Decides every slot of this page before it is painted, and shows it as soon as the parser is
 * through with its element. With `isWaiting`, slots that may change are held until `settle` or their
 * deadline, whichever comes first.
 */
export function openStage(session: Session, isWaiting: boolean, signal: AbortSignal): Stage {
  const { slots } = session.manifest;
  const shown = new Map<HTMLElement, Decision>();
  const decided = new Map<string, Decision>();
  const waiting = new Set<string>();
  /** Slots that may wait for nothing any more. */
  const overdue = new Set<string>();
  let ids: readonly string[] = [];
  let page = "";

  /** A slot is decided beside the offers of those before it. */
  function decideOne(id: string, facts?: Facts): Decision {
    const before = ids.slice(0, ids.indexOf(id));
    const offers = before.flatMap((one) => decided.get(one)?.shown?.offer ?? []);
    const decision = decideSlot(session, id, offers, facts);
    decided.set(id, decision);
    return decision;
  }

  function decide(): void {
    const facts = factsNow(session);
    for (const id of ids) decideOne(id, facts);
  }

  const decisionOf = (id: string) => decided.get(id) ?? ownContent(id);

  function enter(): void {
    const { pathname, search } = location;
    if (page === pathname + search) return;
    page = pathname + search;
    enterPage(session);
    ids = Object.keys(slots).filter((id) => isOnPage(slots[id]?.pages ?? [], pathname));
    decided.clear();
    session.decisions.clear();
    decide();
    // What stays in the document on a page that is none of its pages.
    for (const [element, { slot }] of shown) if (!decided.has(slot)) apply(slot, element);
  }

  function apply(id: string, element: HTMLElement): void {
    let latest = decisionOf(id);
    for (;;) {
      const notMade = show(element, latest, session, showComplete);
      if (!notMade) break;
      const isLate = notMade === "coming";
      if (isLate && !overdue.has(id)) return;
      session.unusable.set(latest.shown?.variation ?? "", isLate ? "content" : notMade);
      latest = decideOne(id);
    }
    note(element, latest);
  }

  /** Says what a slot shows, and nothing about the visitor. */
  function note(element: HTMLElement, decision: Decision): void {
    const { slot, outcome } = decision;
    shown.set(element, decision);
    session.decisions.set(slot, decision);
    const detail = { slot, outcome, variation: decision.shown?.variation };
    document.dispatchEvent(new CustomEvent("forwhom:decision", { detail }));
  }

  /** What an app has not taken over by now shows its own content, unless that is known to be suppressed. */
  const isSpared = (id: string) => overdue.has(id) && decided.get(id)?.outcome !== "neutral";

  function showOne(id: string, element: HTMLElement): void {
    const isShown = shown.has(element);
    if (isHydrating(element)) {
      if (!isShown && isSpared(id)) note(element, ownContent(id));
    } else if (!isShown) apply(id, element);
    // What was noted then could not be touched: it would be held again.
    else if (!element.hasAttribute(DONE)) element.setAttribute(DONE, "default");
  }

  function showComplete(): void {
    // A router may have sent the visitor on before the later part is there to notice.
    enter();
    for (const id of ids)
      if (!waiting.has(id))
        for (const element of elementsOf(id, slots)) if (isComplete(element)) showOne(id, element);
  }

  function settleOne(id: string): void {
    if (waiting.delete(id)) decideOne(id);
    showComplete();
  }

  function fallBack(): void {
    waiting.clear();
    decide();
    for (const [element, { slot }] of shown) apply(slot, element);
    showComplete();
  }

  enter();
  if (isWaiting) for (const id of ids) if (slots[id]?.hold !== 0) waiting.add(id);
  const held = ids.filter((id) => waiting.has(id) || decided.get(id)?.outcome !== "default");
  const { sheet, cover } = hold(held, slots, isSpared);
  const deadlines = held.map((id) =>
    setTimeout(() => {
      overdue.add(id);
      settleOne(id);
      cover();
    }, slots[id]?.hold ?? HOLD_MS),
  );
  const observer = new MutationObserver((records) => {
    showComplete();
    stage.changed(records);
  });
  const changes = { childList: true, characterData: true, subtree: true, attributeFilter: [HYDRATE] };
  observer.observe(document, changes);
  document.addEventListener("DOMContentLoaded", showComplete, { signal });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    deadlines.forEach(clearTimeout);
    sheet.disabled = true;
  });
  const stage: Stage = {
    shown,
    waiting,
    enter,
    decide,
    decisionOf,
    apply,
    showComplete,
    settle: () => waiting.forEach(settleOne),
    fallBack,
    elementsOf: (id) => elementsOf(id, slots),
    swaps,
    changed() {},
  };
  showComplete();
  return stage;
}

/** A slot of another page, or one that was never ours to change. */
const ownContent = (slot: string): Decision => ({ slot, outcome: "default", candidates: [] });
