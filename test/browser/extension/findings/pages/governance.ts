import type { Library } from "../../../../../shared/library/library.ts";
import { slot as extraSlot, segment } from "../../../../unit/findings/governed.ts";
import { library } from "../../../../unit/findings/page.ts";
import { ALL, type Pages, slot } from "./one-page.ts";

const governedBy = (changed: Partial<Library>, id = "hero") => ({
  library: { ...library, ...changed },
  agreed: ALL,
  body: slot(id),
});

/** Libraries with one gap each, published as they are. */
export const governance: Pages = {
  "a suppression of an offer that there is not": {
    finds: "dangling-reference",
    ...governedBy({
      suppressions: {
        ...library.suppressions,
        heard: {
          name: "Has heard enough",
          class: "fatigue",
          reason: "Enough is enough",
          when: { event: "page_view", atLeast: 100 },
          blocks: { offers: ["book-a-demo"] },
        },
      },
    }),
  },
  "acquisition without any suppression": {
    finds: "customers-not-kept-out",
    ...governedBy({ suppressions: {} }),
  },
  "neutral content that the same suppression forbids": {
    finds: "neutral-not-neutral",
    ...governedBy(extraSlot({ default: { goal: "acquisition" }, neutral: { offer: "book-demo" } }), "extra"),
  },
  "two segments with one reporting field": {
    finds: "segments-reported-alike",
    ...governedBy(segment("reader", { reportAs: "cfos " })),
  },
  "an upgrade for everybody who reads a lot": {
    finds: "offer-without-stage",
    ...governedBy(
      extraSlot({
        variations: [{ id: "extra-more", for: "reader", goal: "expansion", content: { text: "Add seats" } }],
      }),
      "extra",
    ),
  },
  "nobody to compare with": { finds: "results-not-measured", ...governedBy({ measurement: {} }) },
  "a slot without a variation": {
    finds: "generic-content",
    ...governedBy(extraSlot({ variations: [] }), "extra"),
  },
  "somebody known of whom nothing is on record that a slot asks for": {
    finds: "incomplete-properties",
    ...governedBy({}, "cta"),
    contact: { contact: { lifecycleStage: "lead" } },
  },
  "a segment that does not say what it is for, in the library that the panel was given": {
    finds: "unclear-criteria",
    ...governedBy({ ...segment("reader", { purpose: "tbd" }), ...withoutTie() }),
    isLoaded: true,
  },
};

/** A library with two variations of one priority is none that a panel would take. */
export function withoutTie(): Pick<Library, "slots"> {
  const { banner: _, ...slots } = library.slots;
  return { slots };
}
