import { decide } from "../../../../shared/engine/decide.ts";
import { type Facts, known, unknown } from "../../../../shared/engine/facts.ts";
import { element, inPreview, manifest, NOW, page, shows, visitors, type Wrong } from "../page.ts";

const DAY = 86_400_000;

/** Somebody with other properties than they have. */
const having = (properties: Facts["properties"], facts: Facts = visitors.nobody): Facts => ({
  ...facts,
  properties: { ...facts.properties, ...properties },
});

/** The page goes on showing what it decided for somebody. */
const decidedFor = (facts: Facts) => ({
  decisions: [structuredClone(decide(manifest, "hero", facts))] as never,
});

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
  "content for another audience in a preview": [
    "variation-outside-segment",
    inPreview(page({ slots: [shows("for-reader")], facts: visitors.cfo }), "open"),
  ],
  "content for an audience by behavior that nobody has read yet": [
    "variation-outside-segment",
    page({ slots: [shows("for-reader")], facts: { ...visitors.cfo, events: unknown("pending") } }),
  ],
  "content for an audience whose property is missing, which is none of the negative kind": [
    "variation-outside-segment",
    page({ slots: [shows("for-customer")], facts: having({ lifecycleStage: unknown("missing") }) }),
  ],
  "a variation for somebody who objected": [
    "variation-outside-segment",
    page({ slots: [shows("for-germany")], facts: { ...visitors.nobody, objected: true } }),
  ],
  "a variation for somebody in a country that is not served": [
    "variation-outside-segment",
    page({ slots: [shows("for-cfo")], facts: having({ country: known("RU") }, visitors.cfo) }),
  ],
  "a variation that became forbidden after it was shown": [
    "variation-outside-segment",
    page({
      slots: [shows("for-cfo")],
      facts: having({ country: known("RU") }, visitors.cfo),
      claim: decidedFor(visitors.cfo),
    }),
  ],
  "content for one country while nobody knows the country": [
    "region-unknown",
    page({ slots: [shows("for-germany")], facts: having({ country: unknown("missing") }) }),
  ],
  "an offer for some countries while nobody knows the country": [
    "region-unknown",
    page({
      slots: [shows("learn-cfo", "learn")],
      facts: having({ country: unknown("missing") }, visitors.cfo),
    }),
  ],
  "content that is forbidden in one country while nobody knows the country": [
    "region-unknown",
    page({ slots: [shows("for-cfo")], facts: having({ country: unknown("missing") }, visitors.cfo) }),
  ],
  "content for those who are not customers, for somebody whose stage is missing": [
    "missing-counted",
    page({ slots: [shows("for-prospect")], facts: having({ lifecycleStage: unknown("missing") }) }),
  ],
  "content that customers must not see, for somebody whose stage is missing": [
    "missing-counted",
    page({
      slots: [shows("for-cfo")],
      facts: having({ lifecycleStage: unknown("missing") }, visitors.cfo),
    }),
  ],
  "content by an answer that says itself how old it is": [
    "stale-membership",
    page({
      slots: [shows("for-customer")],
      facts: visitors.customer,
      claim: { visitor: { identified: true, asOf: "2026-10-01T09:00:00Z" } },
    }),
  ],
  "content by an answer that is too old, though the page decided so": [
    "stale-membership",
    page({
      slots: [shows("for-cfo")],
      facts: visitors.cfo,
      claim: { ...decidedFor(visitors.cfo), visitor: { identified: true, asOf: "2026-10-01T09:00:00Z" } },
    }),
  ],
  "content by a membership that is known to be stale": [
    "stale-membership",
    page({
      slots: [shows("for-cfo")],
      facts: { ...visitors.cfo, memberships: { cfo: { ...unknown("stale"), last: "yes" } } },
    }),
  ],
  "content for an audience of which nothing is known": [
    "unknown-membership",
    page({ slots: [shows("for-cfo")], facts: visitors.stillAsked }),
  ],
  "content by a membership that could not be looked up": [
    "unknown-membership",
    page({ slots: [shows("for-cfo")], facts: { ...visitors.cfo, memberships: { cfo: unknown("failed") } } }),
  ],
  "content that customers must not see, while it is not known who is one": [
    "unknown-membership",
    page({
      slots: [shows("for-cfo")],
      facts: having({ lifecycleStage: unknown("failed") }, visitors.cfo),
    }),
  ],
  "neutral content for somebody who may be a customer": [
    "unknown-membership",
    page({
      slots: [element("hero", { outcome: "neutral" })],
      facts: having({ lifecycleStage: unknown("failed") }),
    }),
  ],
  "two variations of one priority": ["order-decides", page({ slots: [shows("banner-german", "banner")] })],
  "the page’s own offer after its end": [
    "offer-outside-dates",
    page({ slots: [element("learn", {})], now: NOW + DAY }),
  ],
  "an offer in a preview of a day on which it rests": [
    "offer-outside-dates",
    inPreview(
      page({
        slots: [shows("learn-cfo", "learn")],
        facts: { ...visitors.cfo, now: Date.parse("2026-12-24T12:00:00Z") },
      }),
      "open",
    ),
  ],
  "an offer in a country where it is not made": [
    "offer-not-eligible",
    page({ slots: [shows("learn-cfo", "learn")], facts: having({ country: known("FR") }, visitors.cfo) }),
  ],
};
