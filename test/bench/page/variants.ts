import { inlineSwap } from "./landing/document.ts";
import { growthBookApi } from "./landing/growthbook.ts";

/** One way of swapping the hero, and how much of the visitor is on the device when the page is loaded. */
export interface Variant {
  readonly name: string;
  readonly path: string;
  readonly swaps: boolean;
  /** The scripts that it loads beside the page, by path. */
  readonly scripts: readonly string[];
  /** Script that stands in the page itself. */
  readonly inline?: string;
  /** The question that it asks a server before it can swap. */
  readonly asks?: string;
  /** What its first visit leaves in `localStorage`, for a variant that is measured on a later one. */
  readonly leaves?: { readonly key: string; readonly holding: string };
}

const forwhom = { path: "/with", swaps: true, scripts: ["/forwhom.js", "/forwhom.later.js"] };
const growthBook = { path: "/growthbook", swaps: true, scripts: ["/growthbook.js"] };

export const noSdk: Variant = { name: "no sdk", path: "/without", swaps: false, scripts: [] };
export const forwhomWarm: Variant = {
  name: "forwhom warm",
  ...forwhom,
  leaves: { key: "forwhom", holding: '"answer"' },
};

export const variants: readonly Variant[] = [
  noSdk,
  { name: "inline swap", path: "/inline", swaps: true, scripts: [], inline: inlineSwap },
  { name: "forwhom cold", ...forwhom, asks: "/forwhom/membership" },
  forwhomWarm,
  { name: "growthbook cold", ...growthBook, asks: growthBookApi },
  { name: "growthbook warm", ...growthBook, leaves: { key: "gbFeaturesCache", holding: '"hero"' } },
];
