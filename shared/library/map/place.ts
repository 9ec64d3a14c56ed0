import type { Slot } from "../slot.ts";

/** Where a slot stands: by what it is found, and on which pages. */
export type Place = { readonly selector: string; readonly pages: readonly string[] };

/** A slot without a selector is found by its id. */
export const placeOf = (
  id: string,
  { selector = `[data-fw-slot=${id}]`, pages }: Pick<Slot, "selector" | "pages">,
): Place => ({ selector: plain(selector), pages });

/** Whether they are the same on some page. */
export const isOnePlace = (one: Place, other: Place): boolean =>
  one.selector === other.selector &&
  one.pages.some((page) => other.pages.some((another) => overlap(page, another)));

/** Quotes around an attribute's value make no difference. */
const plain = (selector: string) => selector.replace(/["']/g, "").trim();

/** Whether some path is meant by both patterns, in which `*` stands for anything. */
function overlap(one: string, other: string): boolean {
  const [starred, plain] = one.includes("*") ? [one, other] : [other, one];
  if (!starred.includes("*")) return one === other;
  if (!plain.includes("*")) return isMeant(plain, starred.split("*"));
  // Two patterns: their beginnings must agree as far as both are said.
  const [start, otherStart] = [before(starred), before(plain)];
  return start.startsWith(otherStart) || otherStart.startsWith(start);
}

const before = (pattern: string) => pattern.slice(0, pattern.indexOf("*"));

/** Whether a path is made of these parts in order, with anything between them: from left to right, never back. */
function isMeant(path: string, parts: readonly string[]): boolean {
  const [first = "", ...rest] = parts;
  const last = rest.pop() ?? "";
  if (!path.startsWith(first) || path.length < first.length + last.length || !path.endsWith(last))
    return false;
  let at = first.length;
  for (const part of rest) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= path.length - last.length;
}
