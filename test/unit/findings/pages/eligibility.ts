import { decide } from "../../../../shared/engine/decide.ts";
import { unknown } from "../../../../shared/engine/facts.ts";
import { element, inPreview, manifest, page, shows, visitors, type Wrong } from "../page.ts";

export const wrong: Wrong = {
  "the page’s own offer for a customer": [
    "customer-sees-acquisition",
    page({ slots: [element("cta", {})], facts: visitors.customer }),
  ],
  "the page’s own content for a customer, whatever the page claims to have decided": [
    "customer-sees-acquisition",
    page({
      slots: [element("hero", {})],
      facts: visitors.customer,
      claim: { decisions: [structuredClone(decide(manifest, "hero", visitors.customer))] as never },
    }),
  ],
  "the page’s own offer for somebody who was a customer when it was last known": [
    "customer-sees-acquisition",
    page({
      slots: [element("cta", {})],
      facts: {
        ...visitors.customer,
        properties: { lifecycleStage: { ...unknown("stale"), last: "customer" } },
      },
    }),
  ],
  "content for an audience that this visitor is not in": [
    "variation-outside-segment",
    page({ slots: [shows("for-cfo")], facts: visitors.nobody }),
  ],
  "content for an audience of which nothing is known": [
    "variation-outside-segment",
    page({ slots: [shows("for-cfo")], facts: visitors.stillAsked }),
  ],
  "content for another audience in a preview": [
    "variation-outside-segment",
    inPreview(page({ slots: [shows("for-reader")], facts: visitors.cfo }), "open"),
  ],
};
