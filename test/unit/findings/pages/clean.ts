import { gatesAll } from "../../../../shared/consent/gates.ts";
import { VANILLA } from "../../../../shared/consent/managers/vanilla-cookieconsent.ts";
import { unanswered } from "../../../../shared/consent/reading.ts";
import { decide } from "../../../../shared/engine/decide.ts";
import { known, unknown } from "../../../../shared/engine/facts.ts";
import {
  agreedToNothing,
  element,
  inPreview,
  library,
  manifest,
  NOW,
  page,
  type Right,
  shows,
  visitors,
} from "../page.ts";
import { right as overTime } from "./consent-over-time.ts";
import { right as signals } from "./consent-signals.ts";

const stoppedManifest = { ...manifest, stop: true };
const pausedManifest = {
  ...manifest,
  slots: { ...manifest.slots, cta: { ...manifest.slots.cta, paused: true } },
} as typeof manifest;

export const right: Right = {
  ...overTime,
  ...signals,
  "a page without Forwhom": {
    now: NOW,
    observation: { ...page({ slots: [] }).observation, claim: undefined },
  },
  "the page’s own content for somebody unknown": page({ slots: [element("hero", {}), element("cta", {})] }),
  "a variation for somebody in its segment, with consent": page({
    slots: [shows("for-cfo")],
    facts: visitors.cfo,
  }),
  "neutral content for a customer": page({
    slots: [element("hero", { outcome: "neutral" }), element("cta", { outcome: "neutral", visible: false })],
    facts: visitors.customer,
  }),
  "a customer’s own content, which asks for nothing": page({
    slots: [shows("for-customer")],
    facts: visitors.customer,
  }),
  "a variation that rests on the country alone, without consent": page({
    slots: [shows("for-germany")],
    facts: visitors.notAsked,
    consent: [agreedToNothing],
  }),
  "a variation for one of two reasons, the other of which would need consent": page({
    slots: [shows("for-german-or-cfo")],
    facts: visitors.notAsked,
    consent: [agreedToNothing],
  }),
  "a variation in an opt-out country, before anything was chosen": page({
    slots: [shows("for-cfo")],
    facts: visitors.cfo,
    consent: [unanswered(VANILLA)],
    country: "US",
  }),
  "a variation whose country only the page script knows": page({
    slots: [shows("for-cfo")],
    facts: visitors.cfo,
    consent: [unanswered(VANILLA)],
    claim: {
      consent: { gates: gatesAll("open"), basis: "default", country: "US", sources: [], fingerprint: "" },
    },
  }),
  "slots that are still held while the answer is on its way": page({
    slots: [element("hero", { outcome: "undecided" }), element("cta", { outcome: "undecided" })],
    facts: visitors.customer,
    consent: [],
  }),
  "the page’s own content while it is not known who this is": page({
    slots: [element("hero", {}), element("cta", {})],
    facts: visitors.stillAsked,
  }),
  "the page’s own content for a customer, while personalization is stopped": page({
    slots: [element("cta", {})],
    facts: visitors.customer,
    claim: { manifest: stoppedManifest },
  }),
  "the page’s own content for a customer, in a slot that is paused": page({
    slots: [element("cta", {})],
    facts: visitors.customer,
    claim: { manifest: pausedManifest },
  }),
  "a customer’s offer that cannot be seen": page({
    slots: [element("cta", { visible: false })],
    facts: visitors.customer,
  }),
  "a variation in view that was right when it was decided": page({
    slots: [shows("for-cfo")],
    facts: visitors.nobody,
    claim: { decisions: [structuredClone(decide(manifest, "hero", visitors.cfo))] as never },
  }),
  "a slot that is not in the manifest": page({
    slots: [element("other", { shown: "x", outcome: "variation" })],
  }),
  "a preview of a CFO, though the real visitor agreed to nothing": inPreview(
    page({ slots: [shows("for-cfo")], facts: visitors.cfo, consent: [agreedToNothing] }),
    "open",
  ),
  "a preview without consent that shows the page’s own content": inPreview(
    page({ slots: [element("hero", {})], facts: visitors.notAsked }),
    "closed",
  ),
  "content for those who are not customers, for somebody whom nobody knows": page({
    slots: [shows("for-prospect")],
  }),
  "an offer for one country, in that country": page({
    slots: [shows("learn-cfo", "learn")],
    facts: visitors.cfo,
  }),
  "content for two countries, one of them known, while the other reason is in doubt": page({
    slots: [shows("for-german-or-cfo")],
    facts: { ...visitors.nobody, memberships: { cfo: unknown("failed") } },
  }),
  "content by an answer that is old, and may still be used": page({
    slots: [shows("for-cfo")],
    facts: visitors.cfo,
    claim: { visitor: { identified: true, asOf: "2026-10-26T09:00:00Z" } },
  }),
  "content by the country, beside an answer that is too old": page({
    slots: [shows("for-germany")],
    facts: visitors.cfo,
    claim: { visitor: { identified: true, asOf: "2026-06-01T09:00:00Z" } },
  }),
  "neutral content for somebody who was a customer when it was last known": page({
    slots: [element("hero", { outcome: "neutral" })],
    facts: {
      ...visitors.customer,
      properties: { lifecycleStage: { ...unknown("stale"), last: "customer" }, country: known("DE") },
    },
  }),
  "neutral content that stays in view though the CRM is silent now": page({
    slots: [element("cta", { outcome: "neutral" })],
    facts: { ...visitors.nobody, properties: { lifecycleStage: unknown("failed"), country: known("DE") } },
    claim: { decisions: [structuredClone(decide(manifest, "cta", visitors.customer))] as never },
  }),
  "the first of two that are right, where their priorities differ": page({
    slots: [shows("banner-german", "banner")],
    facts: { ...visitors.cfo, memberships: {}, properties: { ...visitors.customer.properties } },
  }),
  "the first of two that are right, where no priority is given": page({
    slots: [shows("for-germany")],
    facts: visitors.nobody,
  }),
  "an offer that ended a moment ago, on a page that may have been loaded before": page({
    slots: [element("learn", {})],
  }),
  "an offer in a preview of a day on which it is made": inPreview(
    page({
      slots: [shows("learn-cfo", "learn")],
      facts: { ...visitors.cfo, now: Date.parse("2026-12-28T12:00:00Z") },
      now: Date.parse("2026-12-25T12:00:00Z"),
    }),
    "open",
  ),
  "every slot, with the library at hand": page({
    slots: ["hero", "cta", "banner"].map((slot) => element(slot, {})),
    library,
  }),
  "somebody known for whom the only segment is a clear no": page({
    slots: [element("cta", {})],
    facts: {
      ...visitors.cfo,
      memberships: { cfo: { is: "no" } },
    },
    claim: { visitor: { identified: true, asOf: "2026-11-24T11:00:00Z" } },
  }),
  "somebody known whose record could not be looked up": page({
    slots: [element("cta", {})],
    facts: {
      ...visitors.nobody,
      properties: { lifecycleStage: unknown("failed"), country: known("DE") },
      memberships: { cfo: unknown("failed") },
    },
    claim: { visitor: { identified: true, asOf: "2026-11-24T11:00:00Z" } },
  }),
  "a library of another site than this page’s": page({
    slots: [element("hero", {})],
    library: { ...library, name: "Another", segments: {}, suppressions: {}, measurement: {} },
  }),
};
