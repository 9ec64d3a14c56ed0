import type { Library } from "../../../shared/library/library.ts";
import { LONGEST_HOLD } from "../../../shared/library/vocabulary.ts";
import { library as bench } from "../../bench/page/landing/library.ts";

type Slot = Library["slots"][string];
type Content = Slot["variations"][number]["content"];

const slot = (id: string, pages: readonly string[], content: Content, selector?: string): Slot => ({
  name: id,
  moment: "any visit",
  pages: [...pages],
  ...(selector !== undefined && { selector }),
  default: { goal: "acquisition" },
  neutral: { text: "Welcome" },
  variations: [{ id: `${id}-tier-a`, for: "tier-a", goal: "acquisition", content }],
});

/** What the variation of a slot says, where it is a text. */
export const variationOf = (id: string) => `The ${id} for the largest teams`;

const text = (id: string): Content => ({ text: variationOf(id) });

const APPS = ["/react", "/react-parts", "/vue", "/svelte"];

/** Slots for every way in which an element comes into a page, or is changed by somebody else in it. */
export const library: Library = {
  ...bench,
  name: "Frameworks",
  offers: { "book-demo": { goal: "acquisition", label: "Book a demo", href: "/demo" } },
  slots: {
    // An app’s first load on a busy machine takes its time; that is not what is tested here.
    hero: { ...slot("hero", APPS, { template: true }), hold: LONGEST_HOLD },
    cta: { ...slot("cta", APPS, { offer: "book-demo" }), hold: LONGEST_HOLD },
    island: slot("island", ["/react-island", "/vue-island"], { template: true }),
    late: slot("late", ["/plain", "/stream"], text("late")),
    link: slot("link", ["/plain"], { offer: "book-demo" }),
    colour: slot("colour", ["/plain"], { template: true }),
    found: slot("found", ["/plain"], text("found"), "main > .by-selector"),
    tile: slot("tile", ["/plain"], text("tile"), ".tile"),
    strip: slot("strip", ["/pages/north"], text("strip")),
    everywhere: slot("everywhere", ["/pages/*"], text("everywhere")),
    north: slot("north", ["/pages/north"], text("north")),
    south: slot("south", ["/pages/south"], text("south")),
  },
};
