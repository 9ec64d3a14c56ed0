import type { Decision } from "../../shared/engine/trace.ts";
import type { Forwhom } from "../page/forwhom.ts";

/** What a slot's element shows. */
export type Shown = { readonly outcome: Decision["outcome"]; readonly variation: string | undefined };

export const DEFAULT: Shown = { outcome: "default", variation: undefined };

/** The mark of an element that is not taken over yet: the page script keeps it invisible, within its deadline. */
export const HYDRATE = "data-fw-hydrate";

export type Followed = {
  /** Takes over the slot's element: the page script shows it from now on. */
  readonly takeOver: (element: HTMLElement | null) => void;
  readonly now: () => Shown;
  /** Calls whenever something else is to be shown; answers how to stop. */
  readonly changed: (listener: () => void) => () => void;
  /** Listens to the page script; answers how to stop. */
  readonly begin: () => () => void;
};

/**
 * Follows one slot of which `variations` can be drawn. The page script alone judges what may change and
 * when (DESIGN §6.4), and announces it. `window.forwhom.decide` is asked only about an element that was
 * shown already: it also answers for slots that still wait, or that are not of this page.
 */
export function follow(slot: string, variations: readonly string[]): Followed {
  const listeners = new Set<() => void>();
  let element: HTMLElement | null = null;
  let shown = DEFAULT;

  function show(outcome: Decision["outcome"], variation: string | undefined): void {
    // What cannot be drawn is no reason to show a default that may be suppressed.
    const canDraw = variation === undefined || variations.includes(variation);
    const next: Shown = canDraw ? { outcome, variation } : { outcome: "neutral", variation: undefined };
    if (shown.outcome === next.outcome && shown.variation === next.variation) return;
    shown = next;
    for (const listener of listeners) listener();
  }

  const hear = (event: Event): void => {
    const { detail } = event as CustomEvent<Pick<Decision, "slot" | "outcome"> & { variation?: string }>;
    if (detail.slot === slot) show(detail.outcome, detail.variation);
  };

  return {
    takeOver: (one) => {
      element = one;
      element?.removeAttribute(HYDRATE);
    },
    now: () => shown,
    changed: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    begin: () => {
      document.addEventListener("forwhom:decision", hear);
      const { forwhom } = window as { forwhom?: Pick<Forwhom, "decide"> };
      // Nobody listened while the component was put away: something may have been withdrawn.
      if (forwhom && element?.hasAttribute("data-fw-done")) {
        const decision = forwhom.decide(slot);
        show(decision.outcome, decision.shown?.variation);
      }
      return () => document.removeEventListener("forwhom:decision", hear);
    },
  };
}
