import type { Library } from "../../../../shared/library/library.ts";

/** The smallest library that swaps a hero for somebody whom the endpoint knows. */
export const library: Library = {
  forwhom: 1,
  name: "Bench",
  endpoint: "/forwhom",
  consent: {
    source: "vanilla-cookieconsent",
    gates: {
      storage: "functional",
      behavior: "personalization",
      crm: "personalization",
      measurement: "analytics",
    },
  },
  properties: {
    icpTier: { input: "fit", type: "enum", values: ["a", "b", "c"], from: "crm", of: "company" },
  },
  segments: {
    "tier-a": {
      name: "Best fit",
      input: "fit",
      purpose: "Measure what a swap costs",
      owner: "bench@forwhom.example",
      when: { property: "icpTier", is: "a" },
      reportAs: "Best fit",
      review: { every: "1mo", last: "2026-11-01" },
      tests: [
        { name: "a company of the best tier", visitor: { properties: { icpTier: "a" } }, expect: "yes" },
      ],
    },
  },
  suppressions: {},
  offers: {},
  slots: {
    hero: {
      name: "Hero",
      moment: "any visit",
      pages: ["/with"],
      selector: '[data-fw-slot="hero"]',
      default: { goal: "acquisition" },
      neutral: { text: "Welcome" },
      variations: [{ id: "hero-tier-a", for: "tier-a", goal: "acquisition", content: { template: true } }],
    },
  },
  measurement: { reportTo: ["dataLayer"] },
};
