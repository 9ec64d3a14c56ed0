import type { Content } from "../../../shared/engine/rules.ts";
import type { Manifest } from "../../../shared/manifest/shape.ts";
import { fillTokens, fillTokensIn, type Properties } from "./tokens.ts";

/** What is needed to make content: the offers, and what is known of the visitor for its tokens. */
export type Material = { readonly offers: Manifest["offers"]; readonly properties: Properties };

/** The nodes that replace a slot's own. Undefined: this page does not have the content. */
export type Made = {
  readonly nodes?: readonly Node[];
  readonly attributes?: Readonly<Record<string, string>>;
};

/** Makes a content for a slot whose own nodes are `own`; `id` names its template. */
export function makeContent(
  element: HTMLElement,
  own: readonly Node[],
  id: string,
  content: Content,
  material: Material,
): Made | undefined {
  if ("hide" in content) return { attributes: { hidden: "" } };
  if ("text" in content)
    return { nodes: [document.createTextNode(fillTokens(content.text, material.properties))] };
  if ("offer" in content) return makeOffer(element, own, content.offer, material);
  const template = own.map((node) => templateIn(node, id)).find((found) => found !== null);
  if (!template) return undefined;
  const copy = document.importNode(template.content, true);
  fillTokensIn(copy, material.properties);
  return { nodes: [...copy.childNodes] };
}

function templateIn(node: Node, id: string): HTMLTemplateElement | null {
  if (!(node instanceof Element)) return null;
  const selector = `template[data-fw-variation="${CSS.escape(id)}"]`;
  return (node.matches(selector) ? node : node.querySelector(selector)) as HTMLTemplateElement | null;
}

/** The slot's own link with the offer's words and address; a slot without a link becomes one. */
function makeOffer(
  element: HTMLElement,
  own: readonly Node[],
  id: string,
  material: Material,
): Made | undefined {
  const offer = Object.hasOwn(material.offers, id) ? material.offers[id] : undefined;
  if (!offer) return undefined;
  const label = fillTokens(offer.label, material.properties);
  if (element instanceof HTMLAnchorElement)
    return { nodes: [document.createTextNode(label)], attributes: { href: offer.href } };
  const copies = own.map((node) => node.cloneNode(true));
  const holder = document.createElement("div");
  holder.append(...copies);
  const link = holder.querySelector("a") ?? holder.appendChild(document.createElement("a"));
  link.textContent = label;
  link.href = offer.href;
  return { nodes: [...holder.childNodes] };
}
