import DOMPurify from "dompurify";

/** HTML without anything that could run or lead to a script, for browsers that have no Sanitizer of their own. */
export const sanitize = (html: string): DocumentFragment =>
  DOMPurify.sanitize(html, {
    RETURN_DOM_FRAGMENT: true,
    FORBID_TAGS: ["style", "form"],
    FORBID_ATTR: ["style"],
  });
