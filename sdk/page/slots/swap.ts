import type { VariationRule } from "../../../shared/engine/rules.ts";
import type { ContentName, Parts } from "../parts.ts";
import type { NotMade, Place } from "./content/kind.ts";
import { CONTENT, SWAPPED } from "./place.ts";

/** What was done to an element, so that it can be undone. */
export type Swap = {
  readonly target: HTMLElement;
  readonly added: readonly ChildNode[];
  /** Texts of the target's own that were blanked: a sheet cannot hide them. */
  readonly texts: readonly (readonly [Text, string])[];
  /** Attributes as they were and as they were set. */
  readonly attributes: readonly (readonly [string, string | null, string])[];
  readonly focused: Element | null | undefined;
};

/** What is shown: a variation, or a slot's neutral content. */
export type Shown = Pick<VariationRule, "id" | "content" | "lang" | "approved">;

export type Material = Omit<Place, "element" | "variation">;

/** The later part is a script of its own, and so has another map here: it is handed this one. */
export const swaps = new WeakMap<HTMLElement, Swap>();

/**
 * Shows content beside a slot's own, which a sheet hides: not one of its nodes is moved, so whoever
 * rendered them finds them where they were. Why not, where it cannot: nothing was changed then.
 */
export function swap(
  element: HTMLElement,
  shown: Shown,
  { contents }: Parts,
  material: Material,
): NotMade | undefined {
  const make = contents[Object.keys(shown.content)[0] as ContentName];
  const made = make?.(shown.content as never, { ...material, element, variation: shown }) ?? "content";
  if (typeof made === "string") return made;
  const active = document.activeElement;
  const focused = element.contains(active) ? active : swaps.get(element)?.focused;
  restore(element);
  const { target = element, nodes, attributes } = made;
  const added = [...(nodes ?? [])].map(asContent);
  const texts = nodes ? [...target.childNodes].filter(isWords).map((text) => [text, text.data] as const) : [];
  for (const [text] of texts) text.data = "";
  target.append(...added);
  if (nodes) target.setAttribute(SWAPPED, "");
  const { lang } = shown;
  const set = Object.entries({ ...attributes, ...(lang && { lang }) }).map(([name, value]) => {
    const before = target.getAttribute(name);
    target.setAttribute(name, value);
    return [name, before, value] as const;
  });
  swaps.set(element, { target, added, texts, attributes: set, focused });
  return undefined;
}

/** Takes back all that was done to an element, except where somebody else has changed it since. */
export function restore(element: HTMLElement): void {
  const done = swaps.get(element);
  if (!done) return;
  swaps.delete(element);
  const { target, added, texts, attributes, focused } = done;
  for (const one of added) one.remove();
  for (const [text, words] of texts) if (!text.data) text.data = words;
  target.removeAttribute(SWAPPED);
  for (const [name, before, value] of attributes)
    if (target.getAttribute(name) === value)
      before === null ? target.removeAttribute(name) : target.setAttribute(name, before);
  if (document.activeElement === document.body) (focused as HTMLElement)?.focus({ preventScroll: true });
}

/** Whether an element still shows what was put into it, and nothing besides. */
export function isIntact(element: HTMLElement, done: Swap | undefined): boolean {
  if (!done) return true;
  const { target, added } = done;
  return (
    element.contains(target) &&
    added.every((one) => one.parentNode === target) &&
    (added.length === 0 || ![...target.childNodes].some(isWords))
  );
}

const isWords = (node: Node): node is Text => node instanceof Text && node.data.trim() !== "";

/** The mark by which the sheet knows what not to hide. Only elements can carry it. */
function asContent(node: Node): ChildNode {
  let child = node as ChildNode;
  if (isWords(child)) {
    child = document.createElement("span");
    child.appendChild(node);
  }
  if (child instanceof Element) child.setAttribute(CONTENT, "");
  return child;
}
