import { describe, expect, it } from "vitest";
import { gatesAll } from "../../../shared/consent/gates.ts";
import { VANILLA } from "../../../shared/consent/managers/vanilla-cookieconsent.ts";
import { answered, unanswered } from "../../../shared/consent/reading.ts";
import { GPC } from "../../../shared/consent/sources.ts";
import { decide } from "../../../shared/engine/decide.ts";
import { unknown } from "../../../shared/engine/facts.ts";
import { find } from "../../../shared/findings/find.ts";
import type { Evidence } from "../../../shared/findings/finding.ts";
import { FINDINGS } from "../../../shared/findings/list.ts";
import type { Preview } from "../../../shared/protocol/preview.ts";
import {
  agreedToAll,
  agreedToNothing,
  element,
  manifest,
  NOW,
  page,
  SECRET,
  shows,
  visitors,
} from "./page.ts";

const previewOf = (facts: Evidence["observation"], gates: "open" | "closed"): Preview => ({
  forwhom: 1,
  label: "CFOs",
  facts: structuredClone(facts.claim?.facts ?? visitors.nobody) as Preview["facts"],
  gates: gatesAll(gates),
  tab: 1,
  until: NOW + 1,
});

const inPreview = (evidence: Evidence, gates: "open" | "closed"): Evidence => ({
  ...evidence,
  preview: previewOf(evidence.observation, gates),
});

const stoppedManifest = { ...manifest, stop: true };
const pausedManifest = {
  ...manifest,
  slots: { ...manifest.slots, cta: { ...manifest.slots.cta, paused: true } },
} as typeof manifest;

const right: Readonly<Record<string, Evidence>> = {
  "a page without Forwhom": { observation: { ...page({ slots: [] }).observation, claim: undefined } },
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

const wrong: Readonly<Record<string, readonly [string, Evidence]>> = {
  "CRM content though the visitor said no": [
    "personalized-without-consent",
    page({ slots: [shows("for-cfo")], facts: visitors.cfo, consent: [agreedToNothing] }),
  ],
  "CRM content before anything was answered": [
    "personalized-without-consent",
    page({ slots: [shows("for-customer")], facts: visitors.customer, consent: [] }),
  ],
  "CRM content though the page claims that it was allowed": [
    "personalized-without-consent",
    page({
      slots: [shows("for-cfo")],
      facts: visitors.cfo,
      consent: [agreedToNothing],
      claimed: [agreedToAll],
    }),
  ],
  "CRM content under Global Privacy Control": [
    "personalized-without-consent",
    page({
      slots: [shows("for-cfo")],
      facts: visitors.cfo,
      consent: [agreedToAll, answered(GPC, [], ["sale-or-sharing"])],
    }),
  ],
  "content by behavior without consent for it": [
    "personalized-without-consent",
    page({ slots: [shows("for-reader")], facts: visitors.notAsked, consent: [agreedToNothing] }),
  ],
  "content by what led here before, without consent for it": [
    "personalized-without-consent",
    page({ slots: [shows("for-partner")], facts: visitors.notAsked, consent: [agreedToNothing] }),
  ],
  "CRM content in a preview of somebody without consent": [
    "personalized-without-consent",
    inPreview(page({ slots: [shows("for-cfo")], facts: visitors.notAsked }), "closed"),
  ],
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

describe("findings", () => {
  it.each(Object.entries(right))("finds nothing wrong with %s", (_, evidence) => {
    expect(find(evidence)).toEqual([]);
  });

  it.each(Object.entries(wrong))("finds %s", (_, [id, evidence]) => {
    expect(find(evidence).map((finding) => finding.id)).toEqual([id]);
  });

  it("says that the page claims otherwise", () => {
    const [, evidence] = wrong["CRM content though the page claims that it was allowed"] ?? [];
    const [finding] = evidence ? find(evidence) : [];
    expect(finding?.evidence.at(-1)).toContain("The page claims that it does");
  });

  it("never says a value of the visitor", () => {
    const texts = Object.values(wrong).flatMap(([, evidence]) =>
      find(evidence).flatMap((one) => one.evidence),
    );
    expect(texts.length).toBeGreaterThan(10);
    for (const text of texts) expect(text).not.toContain(SECRET);
  });

  it("points at the element at fault, and tells gap, risk and fix", () => {
    for (const [, evidence] of Object.values(wrong))
      for (const { selector, likelyGap, risk, fix } of find(evidence))
        expect([selector, likelyGap, risk, fix].every((text) => text.length > 10)).toBe(true);
  });

  it("has every finding of the list in one of these pages", () => {
    const tried = new Set(Object.values(wrong).map(([id]) => id));
    expect([...tried].sort()).toEqual(FINDINGS.map(({ id }) => id).sort());
  });
});
