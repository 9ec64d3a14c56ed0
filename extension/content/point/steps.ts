import type { PointingStep } from "../../../shared/protocol/draft/pointing-steps.ts";

const NEVER = "script, style, template, noscript, link, meta, forwhom-overlay, br, wbr";

/** The nearest element that a slot can be: SVG and the page as a whole cannot. */
export function pointable(found: Element | null | undefined): HTMLElement | undefined {
  for (let at = found ?? null; at; at = at.parentElement)
    if (at instanceof HTMLElement && !at.matches(NEVER) && !at.matches("html, body, head, head *")) return at;
  return undefined;
}

/** Where the keys begin: at the first heading, else at the first element there is. */
export const firstOf = (page: Document): HTMLElement | undefined =>
  ["h1", "main > *", "body > *"]
    .flatMap((those) => [...page.querySelectorAll<HTMLElement>(those)])
    .find((one) => pointable(one) === one && isSeen(one));

/** The element one step away, where there is one. */
export function stepFrom(
  element: HTMLElement,
  step: Exclude<PointingStep, "choose" | "leave">,
): HTMLElement | undefined {
  if (step === "parent") return pointable(element.parentElement);
  const row = step === "child" ? element.children : (element.parentElement?.children ?? []);
  const those = [...row].filter((one) => pointable(one) === one && isSeen(one)) as HTMLElement[];
  if (step === "child") return those[0];
  return those[those.indexOf(element) + (step === "next" ? 1 : -1)];
}

const isSeen = (element: Element): boolean => element.checkVisibility();
