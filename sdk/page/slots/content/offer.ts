import { entry } from "../../../../shared/engine/facts.ts";
import type { ContentKind } from "./kind.ts";

/** The slot's own link with the offer's words and address; a slot without a link gets one. */
export const offer: ContentKind<{ offer: string }> = ({ offer: id }, { element, offers, fill }) => {
  const made = entry(offers, id);
  if (!made) return "content";
  const label = document.createTextNode(fill(made.label));
  const attributes = { href: made.href };
  const target = element instanceof HTMLAnchorElement ? element : element.querySelector("a");
  if (target) return { target, nodes: [label], attributes };
  const link = document.createElement("a");
  link.href = made.href;
  link.append(label);
  return { nodes: [link] };
};
