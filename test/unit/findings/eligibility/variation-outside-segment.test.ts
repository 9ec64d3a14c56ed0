import { describe, expect, it } from "vitest";
import { decide } from "../../../../shared/engine/decide.ts";
import { type Facts, known } from "../../../../shared/engine/facts.ts";
import { variationOutsideSegment } from "../../../../shared/findings/eligibility/variation-outside-segment.ts";
import { find } from "../../../../shared/findings/find.ts";
import { publish } from "../../../../shared/manifest/publish.ts";
import { agreedToNothing, element, library, manifest, page, shows, visitors } from "../page.ts";

const outcome = (evidence: Parameters<typeof find>[0]) => variationOutsideSegment.check(evidence).is;

const decidedFor = (facts: Facts, rules = manifest) => ({
  decisions: [structuredClone(decide(rules, "hero", facts))] as never,
});

describe("content for somebody else", () => {
  it("does not apply where no variation is shown", () => {
    expect(outcome(page({ slots: [element("hero", {})] }))).toBe("does not apply");
  });

  it("cannot be told while a slot is undecided, unless another is wrong already", () => {
    const undecided = element("cta", { outcome: "undecided" });
    expect(outcome(page({ slots: [shows("for-germany"), undecided] }))).toBe("cannot tell");
    expect(outcome(page({ slots: [shows("for-cfo"), undecided] }))).toBe("found");
  });

  it("leaves it to the finding about consent where that is missing", () => {
    const evidence = page({
      slots: [shows("for-cfo")],
      facts: visitors.notAsked,
      consent: [agreedToNothing],
    });
    expect(outcome(evidence)).toBe("clean");
    expect(find(evidence).map(({ id }) => id)).toEqual(["personalized-without-consent"]);
  });

  it("leaves customers who are prospected to the finding about them", () => {
    const facts = { ...visitors.cfo, properties: visitors.customer.properties };
    const evidence = page({ slots: [shows("for-cfo")], facts });
    expect(find(evidence).map(({ id }) => id)).toEqual(["customer-sees-acquisition"]);
  });

  it("lets content stay in view that was right when it was decided, whatever the visitor is now", () => {
    const given = { slots: [shows("for-cfo")], facts: visitors.nobody };
    expect(outcome(page(given))).toBe("found");
    expect(outcome(page({ ...given, claim: decidedFor(visitors.cfo) }))).toBe("clean");
  });

  it("lets it stay where showing it is what made it too much, and nowhere else", () => {
    const often = { event: "page_view", atLeast: 1 } as const;
    const seen = { ...visitors.cfo, events: [{ event: "page_view", at: visitors.cfo.now - 1 }] };
    const becomes = (kind: "fatigue" | "legal") => {
      const rules = publish({
        ...library,
        suppressions: {
          ...library.suppressions,
          enough: { name: "Enough", class: kind, reason: "Enough", when: often, blocks: { slots: ["hero"] } },
        },
      }).manifest;
      const claim = { ...decidedFor(visitors.cfo, rules), manifest: rules };
      return outcome(page({ slots: [shows("for-cfo")], facts: seen, claim }));
    };
    expect(becomes("fatigue")).toBe("clean");
    expect(becomes("legal")).toBe("found");
  });

  it("is looked for though personalization is stopped, or the slot is paused", () => {
    const slots = [shows("for-cfo")];
    const hero = { ...manifest.slots.hero, paused: true } as (typeof manifest.slots)[string];
    const paused = { ...manifest, slots: { ...manifest.slots, hero } };
    expect(outcome(page({ slots, claim: { manifest: { ...manifest, stop: true } } }))).toBe("found");
    expect(outcome(page({ slots, claim: { manifest: paused } }))).toBe("found");
  });

  it("says of whom a rule speaks, and not what is known of them", () => {
    const facts = { ...visitors.cfo, properties: { ...visitors.cfo.properties, country: known("RU") } };
    const [finding] = find(page({ slots: [shows("for-cfo")], facts }));
    expect(finding?.evidence.map(({ en }) => en)).toEqual([
      "“Hero” shows the content for “CFOs”.",
      "This visitor is known: “Is in a country that is not served”. Nothing is sold there.",
    ]);
  });
});
