import type { Made, NotMade, Place } from "./kind.ts";

type CanSetHtml = HTMLElement & { setHTML?: (html: string) => void };

let sanitize: ((html: string) => DocumentFragment) | undefined;

/** HTML without anything that could run or lead to a script; the browser's own Sanitizer sees to it, where it has one. */
export function safeNodes(html: string, { fillIn, sanitizer, again }: Place): Made | NotMade {
  const holder: CanSetHtml = document.createElement("div");
  if (holder.setHTML) holder.setHTML(html);
  else if (sanitize) holder.append(sanitize(html));
  else {
    sanitizer().then((module) => {
      sanitize = module.sanitize;
      again();
    }, again);
    return "coming";
  }
  fillIn(holder);
  return { nodes: holder.childNodes };
}
