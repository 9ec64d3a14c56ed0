import { gatesAll } from "../../../../shared/consent/gates.ts";
import { VANILLA } from "../../../../shared/consent/managers/vanilla-cookieconsent.ts";
import { unanswered } from "../../../../shared/consent/reading.ts";
import { decide } from "../../../../shared/engine/decide.ts";
import {
  agreedToNothing,
  element,
  inPreview,
  manifest,
  NOW,
  page,
  type Right,
  shows,
  visitors,
} from "../page.ts";

const stoppedManifest = { ...manifest, stop: true };
const pausedManifest = {
  ...manifest,
  slots: { ...manifest.slots, cta: { ...manifest.slots.cta, paused: true } },
} as typeof manifest;

export const right: Right = {
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
};
