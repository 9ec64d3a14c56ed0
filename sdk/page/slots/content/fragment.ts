import type { ContentKind } from "./kind.ts";
import { safeNodes } from "./safe.ts";

/** What was asked for in this page view; undefined: it is coming; empty: it is not there. */
const fetched = new Map<string, string | undefined>();

/** HTML at an address of this site. What the browser has in its cache is not fetched again. */
export const fragment: ContentKind<{ fragment: string }> = ({ fragment: path }, place) => {
  const source = fetched.get(path);
  if (source === undefined) {
    if (!fetched.has(path))
      fetchFragment(path)
        .catch(() => "")
        .then((html) => {
          fetched.set(path, html);
          place.again();
        });
    fetched.set(path, undefined);
    return "coming";
  }
  if (!source) return "content";
  return place.isApproved(source, place.variation.approved) ? safeNodes(source, place) : "unapproved";
};

async function fetchFragment(path: string): Promise<string> {
  const response = await fetch(path);
  const isOurs = response.ok && new URL(response.url).origin === location.origin;
  return isOurs ? response.text() : "";
}
