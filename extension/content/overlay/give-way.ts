const EDGE = "16px";

/**
 * Keeps the banner off what the page itself has fixed to the lower edge, a consent dialog above all,
 * which must stay readable and clickable: the banner then stands at the upper edge.
 */
export function giveWay(banner: HTMLElement, card: HTMLElement, signal: AbortSignal): void {
  let isAsked = false;
  const settle = () => {
    isAsked = false;
    const { left, right, height } = card.getBoundingClientRect();
    const isFree = (y: number) => [left + 1, (left + right) / 2, right - 1].every((x) => !isFixedAt(x, y));
    const isLowerFree = isFree(innerHeight - height) && isFree(innerHeight - height / 2);
    const isUpper = !isLowerFree && isFree(height);
    Object.assign(
      banner.style,
      isUpper
        ? { insetBlockStart: EDGE, insetBlockEnd: "auto" }
        : { insetBlockStart: "auto", insetBlockEnd: EDGE },
    );
  };
  const settleSoon = () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(settle);
  };
  // Dialogs come as elements, or are there and come by a class of the root; they go by a transition.
  const changes = new MutationObserver(settleSoon);
  const watched = { childList: true, attributes: true, attributeFilter: ["class", "style"] };
  changes.observe(document.documentElement, watched);
  const bodyCame = () => {
    if (document.body) changes.observe(document.body, watched);
    settleSoon();
  };
  signal.addEventListener("abort", () => changes.disconnect(), { once: true });
  for (const type of ["DOMContentLoaded", "load"]) window.addEventListener(type, bodyCame, { signal });
  for (const type of ["resize", "transitionend", "animationend"])
    window.addEventListener(type, settleSoon, { passive: true, capture: true, signal });
  bodyCame();
}

function isFixedAt(x: number, y: number): boolean {
  return document.elementsFromPoint(x, y).some((one) => one.tagName !== "FORWHOM-OVERLAY" && isFixed(one));
}

function isFixed(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement)
    if (getComputedStyle(at).position === "fixed") return true;
  return false;
}
