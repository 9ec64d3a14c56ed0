import type { Made, NotMade, Place } from "./kind.ts";

type CanSetHtml = HTMLElement & { setHTML?: (html: string) => void };

/** Undefined: not asked for yet; null: it cannot be had. */
let sanitize: ((html: string) => DocumentFragment) | null | undefined;

/** HTML without anything that could run or lead to a script; the browser's own Sanitizer sees to it, where it has one. */
export function safeNodes(html: string, { fillIn, sanitizer, again }: Place): Made | NotMade {
  const holder: CanSetHtml = document.createElement("div");
  if (holder.setHTML) holder.setHTML(html);
  else if (sanitize) holder.append(sanitize(html));
  else if (sanitize === null) return "content";
  else {
    sanitizer()
      .then(
        (module) => {
          sanitize = module.sanitize;
        },
        () => {
          sanitize = null;
        },
      )
      .then(again);
    return "coming";
  }
  fillIn(holder);
  return { nodes: holder.childNodes };
}
