import type { Session } from "../session.ts";
import { whenNavigated } from "../slots/navigate.ts";
import { isOnPage } from "../slots/place.ts";

/**
 * Calls with each offer whose goal is reached as the library says: once in a view of the page, and for a page
 * only when somebody comes to it, not when they load it again.
 */
export function watchGoals(
  { manifest: { offers } }: Session,
  reached: (offer: string) => Promise<void>,
  signal: AbortSignal,
): void {
  const counted = new Set<string>();
  const reach = (isReached: (by: NonNullable<(typeof offers)[string]["reachedBy"]>) => unknown) => {
    for (const [offer, { reachedBy }] of Object.entries(offers)) {
      if (!reachedBy || counted.has(offer) || !isReached(reachedBy)) continue;
      counted.add(offer);
      reached(offer).catch(() => {});
    }
  };
  const on = (kind: string, by: "click" | "form") =>
    document.addEventListener(
      kind,
      ({ target }) => reach(({ [by]: selector }) => selector && isIn(target as Element, selector)),
      { capture: true, passive: true, signal },
    );
  on("click", "click");
  on("submit", "form");

  const [load] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  let isNew = !/reload|back/.test(load?.type ?? "");
  const look = () => {
    // Nobody has come to a page that is only prepared, or opened behind another.
    if (isNew && !document.hidden) {
      isNew = false;
      reach(({ pages = [] }) => isOnPage(pages, location.pathname));
    }
  };
  document.addEventListener("visibilitychange", look, { signal });
  look();
  const lookAgain = whenNavigated(() => {
    counted.clear();
    isNew = true;
    look();
  }, signal);
  // For browsers that do not tell: a page that has become another decides its slots.
  document.addEventListener("forwhom:decision", lookAgain, { signal });
}

/** A selector that the browser does not understand matches nothing. */
function isIn(target: Element, selector: string): boolean {
  try {
    return target.closest(selector) !== null;
  } catch {
    return false;
  }
}
