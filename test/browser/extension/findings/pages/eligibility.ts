import { library } from "../../../../unit/findings/page.ts";
import { ALL, type Pages, putBack, seize, slot } from "./one-page.ts";

const lead = { contact: { lifecycleStage: "lead", persona: "analyst" } };
const cfo = { contact: { lifecycleStage: "lead", persona: "cfo" } };
const customer = { contact: { lifecycleStage: "customer", persona: "analyst" } };
const agreed = { library, agreed: ALL, body: slot("hero") };

const dayFrom = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Content that is wrong for whoever sees it: an old script put it there, or the page’s own content is. */
export const eligibility: Pages = {
  "the page’s own offer, put back for a customer": {
    ...agreed,
    finds: "customer-sees-acquisition",
    contact: customer,
    body: slot("cta"),
    script: putBack("cta"),
  },
  "content for finance, for an analyst": {
    ...agreed,
    finds: "variation-outside-segment",
    contact: lead,
    script: seize("hero", "for-cfo"),
  },
  "content for finance, while the endpoint is down": {
    ...agreed,
    finds: "unknown-membership",
    contact: cfo,
    endpoint: "fails",
    script: seize("hero", "for-cfo"),
  },
  "content for those who are not customers, for somebody whose stage is missing": {
    ...agreed,
    finds: "missing-counted",
    contact: { contact: { persona: "analyst" } },
    script: seize("hero", "for-prospect"),
  },
  "content for one country, while nobody knows the country": {
    ...agreed,
    finds: "region-unknown",
    contact: lead,
    country: "",
    script: seize("hero", "for-germany"),
  },
  "an offer in a country where it is not made": {
    ...agreed,
    finds: "offer-not-eligible",
    contact: cfo,
    country: "FR",
    body: slot("learn"),
    library: running(),
    script: seize("learn", "learn-cfo"),
  },
  "content by an answer of sixty days ago": {
    ...agreed,
    finds: "stale-membership",
    contact: customer,
    endpoint: "is old",
    script: seize("hero", "for-customer"),
  },
  "the page’s own offer, which ended last week": {
    ...agreed,
    finds: "offer-outside-dates",
    library: {
      ...library,
      offers: { ...library.offers, autumn: { ...autumn(), until: dayFrom(-7) } },
    },
    body: slot("learn"),
  },
  "two variations of one priority": {
    ...agreed,
    finds: "order-decides",
    contact: lead,
    body: slot("banner"),
  },
};

/** Offers that run today. */
export function running() {
  return { ...library, offers: { ...library.offers, autumn: { ...autumn(), until: dayFrom(7) } } };
}

function autumn() {
  const { autumn } = library.offers;
  if (!autumn) throw new Error("The library has no autumn course.");
  return autumn;
}
