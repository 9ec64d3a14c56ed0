import type { Library } from "../../../../shared/library/library.ts";
import { tinyLibrary } from "../tiny.ts";

/** One library of everything that there is to say, to be changed and to be filled with random rules. */
export function fullLibrary(): Library {
  const tiny = tinyLibrary();
  const { hero } = tiny.slots;
  const { "book-demo": demo, ...offers } = tiny.offers;
  const { topics, firstName, since, ...properties } = tiny.properties;
  if (!hero || !demo || !topics || !firstName || !since) throw new Error("The small library has changed.");
  return {
    ...tiny,
    consent: { ...tiny.consent, regions: { "opt-out": ["US"] }, globalPrivacyControl: ["crm"] },
    properties: {
      ...properties,
      topics: { ...topics, compare: "case" },
      firstName: { ...firstName, compare: "accents", missing: ["n/a", "Select"] },
      since: { ...since, zone: "Europe/Berlin", freshFor: "1h", usableFor: "30d" },
    },
    suppressions: {
      ...tiny.suppressions,
      minors: {
        name: "Is a minor",
        class: "legal",
        reason: "Minors get no offers",
        when: {
          any: [
            { property: "employees", lt: 18 },
            { property: "optOut", is: true },
          ],
        },
        blocks: { goals: ["acquisition"], tags: ["discount"] },
      },
      tired: {
        name: "Was shown enough",
        class: "fatigue",
        reason: "Enough is enough",
        when: { event: "page_view", atLeast: 3, within: "1d" },
        blocks: { channels: ["banner"], slots: ["side"], offers: ["webinar"] },
        doubt: "show",
      },
    },
    offers: {
      ...offers,
      "book-demo": {
        ...demo,
        eligible: { property: "country", in: ["DE", "US"] },
        cap: { times: 2, within: "7d" },
      },
      webinar: {
        ...demo,
        goal: "nurture",
        tags: ["discount"],
        excludes: ["book-demo"],
        coolDown: "7d",
        once: true,
        blackouts: [{ from: "2026-12-24", until: "2027-01-02" }],
      },
    },
    slots: {
      hero,
      side: {
        ...hero,
        pages: ["/", "/product/*"],
        channel: "banner",
        default: { offer: "book-demo" },
        neutral: { hide: true },
        variations: [
          { id: "side-one", for: "customer", priority: 5, tags: ["discount"], content: { offer: "webinar" } },
          { id: "side-two", for: "large", priority: 3, content: { offer: "book-demo" } },
          { id: "side-three", for: "evaluating-cfo", priority: 1, goal: "nurture", content: { hide: true } },
        ],
      },
    },
    measurement: { holdout: 0.1, salt: "one", reportTo: ["dataLayer"] },
  };
}
