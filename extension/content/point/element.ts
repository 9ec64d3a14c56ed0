import type { PointedElement } from "../../../shared/protocol/draft/draft.ts";
import { SLOT } from "../slots.ts";
import { selectorFor } from "./selector.ts";

const KINDS: readonly (readonly [PointedElement["kind"], string])[] = [
  ["heading", "h1, h2, h3, h4, h5, h6, [role=heading]"],
  ["button", "button, [role=button], input:is([type=button], [type=submit])"],
  ["link", "a[href]"],
  ["image", "img, picture, svg, video, canvas"],
  ["text", "p, blockquote, figcaption, span, strong, em, small, label, li, dt, dd, td, th"],
  ["list", "ul, ol, dl, table"],
  ["form", "form, input, select, textarea"],
  ["section", "section, article, header, footer, main, nav, aside, div"],
];

const LONGEST_SELECTOR = 500;
const LONGEST_ID = 200;

/** What an element is, what it says, and how to find it again; undefined where no selector is short enough. */
export function described(element: HTMLElement): PointedElement | undefined {
  const selector = selectorFor(element);
  if (selector.length > LONGEST_SELECTOR) return undefined;
  const kind = KINDS.find(([, those]) => element.matches(those))?.[0] ?? "other";
  const href = kind === "link" ? element.getAttribute("href") : null;
  const slot = markOf(element);
  const within = markOf(element.parentElement?.closest(`[${SLOT}]`));
  return {
    selector,
    kind,
    text: textOf(element).slice(0, 200),
    ...(href !== null && { href: href.slice(0, 2_000) }),
    ...(slot && { slot }),
    ...(within && { within }),
  };
}

function markOf(element: Element | null | undefined): string | undefined {
  const mark = element?.getAttribute(SLOT);
  return mark && mark.length <= LONGEST_ID ? mark : undefined;
}

const textOf = (element: HTMLElement): string =>
  (element.innerText || element.getAttribute("alt") || element.getAttribute("aria-label") || "")
    .replace(/\s+/g, " ")
    .trim();
