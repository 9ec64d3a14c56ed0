import type { Manifest } from "../../../shared/manifest/shape.ts";

export type Slots = Manifest["slots"];

/** The mark of a slot that has been decided: what it shows. */
export const DONE = "data-fw-done";
/** The mark of a variation that is shown: its id. */
export const SHOWN = "data-fw-shown";

/** The mark of an element whose own content is hidden, and of what is shown beside it. */
export const SWAPPED = "data-fw-swapped";
export const CONTENT = "data-fw-content";
/** The mark of an app that a framework has not taken over yet: nothing in it may be touched until the mark goes. */
export const HYDRATE = "data-fw-hydrate";
/** The mark of an element whose content somebody else renders, by the decision: in it stand the variations that can be. */
export const MANAGED = "data-fw-managed";

/** Whether a path is one of a slot's pages; a star at the end stands for any rest. */
export const isOnPage = (pages: readonly string[], path: string): boolean =>
  pages.some((page) => (page.endsWith("*") ? path.startsWith(page.slice(0, -1)) : path === page));

export const selectorOf = (id: string, slots: Slots): string =>
  slots[id]?.selector ?? `:is([data-fw-slot="${CSS.escape(id)}"],forwhom-slot[name="${CSS.escape(id)}"])`;

/** Every element of one slot. A selector that the browser does not understand finds none. */
export function elementsOf(id: string, slots: Slots): readonly HTMLElement[] {
  try {
    return [...document.querySelectorAll<HTMLElement>(selectorOf(id, slots))];
  } catch {
    return [];
  }
}

/** Whether a framework has yet to take over what the server rendered here. */
export const isHydrating = (element: Element): boolean => element.closest(`[${HYDRATE}]`) !== null;

/** Whether the parser is through with an element: something stands after it, or all has been parsed. */
export function isComplete(element: Element): boolean {
  if (document.readyState !== "loading") return true;
  for (let one: Element | null = element; one; one = one.parentElement) if (one.nextSibling) return true;
  return false;
}
