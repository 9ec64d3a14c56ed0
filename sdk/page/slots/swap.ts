import type { Content } from "../../../shared/engine/rules.ts";
import { type Made, type Material, makeContent } from "./content.ts";

/** What a slot's element held before anything was swapped: its very nodes, with their listeners. */
type Own = { readonly nodes: readonly Node[]; readonly attributes: Readonly<Record<string, string | null>> };

const owns = new WeakMap<HTMLElement, Own>();

/** Puts content in the place of a slot's own. False: the page does not have it, and nothing was changed. */
export function swap(element: HTMLElement, id: string, content: Content, material: Material): boolean {
  const own = owns.get(element) ?? ownOf(element);
  const made = makeContent(element, own.nodes, id, content, material);
  if (!made) return false;
  owns.set(element, own);
  restore(element);
  put(element, made, own);
  return true;
}

/** Puts a slot's own nodes and attributes back, exactly. */
export function restore(element: HTMLElement): void {
  const own = owns.get(element);
  if (!own) return;
  element.replaceChildren(...own.nodes);
  for (const [name, value] of Object.entries(own.attributes))
    value === null ? element.removeAttribute(name) : element.setAttribute(name, value);
}

const SWAPPED_ATTRIBUTES = ["href", "hidden"];

const ownOf = (element: HTMLElement): Own => ({
  nodes: [...element.childNodes],
  attributes: Object.fromEntries(SWAPPED_ATTRIBUTES.map((name) => [name, element.getAttribute(name)])),
});

function put(element: HTMLElement, { nodes, attributes = {} }: Made, own: Own): void {
  // Templates stay where they are: a later decision may need them.
  const templates = own.nodes.filter(isTemplate);
  if (nodes) element.replaceChildren(...nodes.filter((node) => !isTemplate(node)), ...templates);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}

const isTemplate = (node: Node) => node instanceof HTMLTemplateElement;
