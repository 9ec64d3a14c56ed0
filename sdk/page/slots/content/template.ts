import type { ContentKind } from "./kind.ts";

/** An inert template, authored in the page: in the slot, or anywhere before it. */
export const template: ContentKind = (_, { element, variation: { id, approved }, fillIn, isApproved }) => {
  const selector = `template[data-fw-variation="${CSS.escape(id)}"]`;
  const found = element.querySelector<HTMLTemplateElement>(selector) ?? document.querySelector(selector);
  if (!(found instanceof HTMLTemplateElement)) return "content";
  // Writing it out takes time, before the first paint.
  if (approved !== undefined && !isApproved(found.innerHTML, approved)) return "unapproved";
  const copy = document.importNode(found.content, true);
  // Content runs no script: not the one that a token is filled into, nor one that came in where scripts cannot.
  copy.querySelectorAll("script").forEach((script) => {
    script.remove();
  });
  fillIn(copy);
  return { nodes: copy.childNodes };
};
