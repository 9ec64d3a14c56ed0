import { known, unknown } from "../../../../shared/engine/facts.ts";
import type { Library } from "../../../../shared/library/library.ts";
import { governedBy, segment, slot, withLibrary } from "../governed.ts";
import { element, library, manifest, page, shows, visitors, type Wrong } from "../page.ts";

const hero = { slots: [element("hero", {})] };
const extra = { slots: [element("extra", {})] };

export const wrong: Wrong = {
  "a suppression of an offer that there is not": [
    "dangling-reference",
    governedBy(
      {
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
      },
      hero,
    ),
  ],
  "a variation for a segment that there is not, shown all the same": [
    "dangling-reference",
    page({
      slots: [shows("for-reader")],
      claim: {
        manifest: {
          ...manifest,
          segments: Object.fromEntries(Object.entries(manifest.segments).filter(([id]) => id !== "reader")),
        },
      },
    }),
  ],
  "a page that still has a segment which the library has no longer": [
    "dangling-reference",
    page({
      ...hero,
      library: {
        ...library,
        segments: Object.fromEntries(Object.entries(library.segments).filter(([id]) => id !== "partner")),
      },
    }),
  ],
  "a value that its property does not have any more": [
    "dangling-reference",
    page({
      slots: [element("banner", {})],
      library: {
        ...library,
        properties: {
          ...library.properties,
          lifecycleStage: { ...library.properties.lifecycleStage, values: ["lead", "client"] },
        } as Library["properties"],
        segments: {
          ...library.segments,
          customer: { ...library.segments.customer, when: { property: "lifecycleStage", is: "client" } },
          prospect: {
            ...library.segments.prospect,
            when: { property: "lifecycleStage", isNot: "client" },
            tests: [
              { name: "a lead", visitor: { properties: { lifecycleStage: "lead" } }, expect: "yes" },
              { name: "a client", visitor: { properties: { lifecycleStage: "client" } }, expect: "no" },
            ],
          },
        } as Library["segments"],
      },
    }),
  ],
  "neutral content that the same suppression forbids": [
    "neutral-not-neutral",
    governedBy(slot({ default: { goal: "acquisition" }, neutral: { offer: "book-demo" } }), extra),
  ],
  "neutral content that is not there": [
    "neutral-not-neutral",
    page({
      slots: [element("hero", { outcome: "neutral", text: "" })],
      facts: visitors.customer,
    }),
  ],
  "a slot without a variation": ["generic-content", governedBy(slot({ variations: [] }), extra)],
  "a slot with variations by country alone": [
    "generic-content",
    governedBy(slot({ variations: [{ id: "extra-german", for: "germany", content: { text: "Hallo" } }] }), {
      slots: [shows("extra-german", "extra")],
    }),
  ],
  "acquisition without any suppression": ["customers-not-kept-out", governedBy({ suppressions: {} }, hero)],
  "acquisition with a suppression by country alone": [
    "customers-not-kept-out",
    governedBy(
      { suppressions: { "not-served": library.suppressions["not-served"] } as Library["suppressions"] },
      { ...hero, facts: visitors.customer },
    ),
  ],
  "acquisition with a suppression of customers that blocks something else": [
    "customers-not-kept-out",
    governedBy(
      {
        suppressions: {
          customers: {
            ...library.suppressions["customers-no-acquisition"],
            blocks: { goals: ["aquisition"] },
          },
        } as Library["suppressions"],
      },
      hero,
    ),
  ],
  "an upgrade for everybody who reads a lot": [
    "offer-without-stage",
    governedBy(
      slot({
        variations: [{ id: "extra-more", for: "reader", goal: "expansion", content: { text: "Add seats" } }],
      }),
      extra,
    ),
  ],
  "an offer for customers that somebody else sees by default": [
    "offer-without-stage",
    governedBy(
      {
        ...slot({ default: { offer: "refer" } }),
        offers: { ...library.offers, refer: { goal: "advocacy", label: "Invite a peer", href: "/peer" } },
      },
      extra,
    ),
  ],
  "two segments with one reporting field": [
    "segments-reported-alike",
    governedBy(segment("reader", { reportAs: "cfos " }), hero),
  ],
  "a segment whose reporting field is not filled in": [
    "segments-reported-alike",
    governedBy(segment("reader", { reportAs: "TODO" }), hero),
  ],
  "nobody to compare with": ["results-not-measured", governedBy({ measurement: {} }, hero)],
  "nothing that is told what was shown": [
    "results-not-measured",
    governedBy({ endpoint: undefined } as unknown as Partial<Library>, hero),
  ],
  "measurement that no consent opens": [
    "results-not-measured",
    governedBy(
      {
        consent: {
          ...library.consent,
          gates: { storage: "functional", behavior: "personalization", crm: "personalization" },
        },
      },
      hero,
    ),
  ],
  "a segment that does not say what it is for": [
    "unclear-criteria",
    withLibrary(segment("reader", { purpose: "tbd" }), hero),
  ],
  "a segment whose tests have nobody in it": [
    "unclear-criteria",
    withLibrary(
      segment("reader", { tests: [{ name: "nobody", visitor: { identified: false }, expect: "no" }] }),
      hero,
    ),
  ],
  "a segment that decides otherwise than its tests": [
    "unclear-criteria",
    withLibrary(segment("reader", { when: { event: "page_view", atLeast: 30 } }), hero),
  ],
  "somebody known of whom nothing is on record that a slot asks for": [
    "incomplete-properties",
    page({
      slots: [element("cta", {})],
      facts: {
        ...visitors.nobody,
        properties: { ...visitors.nobody.properties, lifecycleStage: known("lead") },
        memberships: { cfo: unknown("missing") },
      },
      claim: { visitor: { identified: true, asOf: "2026-11-24T11:00:00Z" } },
    }),
  ],
};
