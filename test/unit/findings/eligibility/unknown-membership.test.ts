import { describe, expect, it } from "vitest";
import { type Facts, known, unknown } from "../../../../shared/engine/facts.ts";
import { unknownMembership } from "../../../../shared/findings/eligibility/unknown-membership.ts";
import { publish } from "../../../../shared/manifest/publish.ts";
import { element, library, page, shows, visitors } from "../page.ts";

const outcome = (evidence: Parameters<typeof unknownMembership.check>[0]) =>
  unknownMembership.check(evidence).is;
const cfo = (is: Facts["memberships"][string]): Facts => ({ ...visitors.cfo, memberships: { cfo: is } });
const neutral = element("hero", { outcome: "neutral" });

describe("unknown that was taken for an answer", () => {
  it.each(["failed", "pending", "missing"] as const)(
    "is found where the answer is unknown: %s",
    (because) => {
      expect(outcome(page({ slots: [shows("for-cfo")], facts: cfo(unknown(because)) }))).toBe("found");
    },
  );

  it("is no fault where the answer is known, be it no", () => {
    expect(outcome(page({ slots: [shows("for-cfo")], facts: visitors.cfo }))).toBe("clean");
    expect(outcome(page({ slots: [shows("for-cfo")], facts: cfo({ is: "no" }) }))).toBe("clean");
  });

  it("is no fault where the suppression lets doubt pass", () => {
    const own = library.suppressions["customers-no-acquisition"];
    const { manifest } = publish({
      ...library,
      suppressions: {
        ...library.suppressions,
        "customers-no-acquisition": { ...own, doubt: "show" } as never,
      },
    });
    const facts = {
      ...visitors.cfo,
      properties: { lifecycleStage: unknown("failed"), country: known("DE") },
    };
    expect(outcome(page({ slots: [shows("for-cfo")], facts }))).toBe("found");
    expect(outcome(page({ slots: [shows("for-cfo")], facts, claim: { manifest } }))).toBe("clean");
  });

  it("is found where a suppression cannot be told for any other reason", () => {
    const { manifest } = publish({
      ...library,
      suppressions: {
        heard: {
          name: "Has heard enough",
          class: "fatigue",
          reason: "Enough is enough",
          when: { event: "page_view", atLeast: 100 },
          blocks: { slots: ["hero"] },
        },
      },
    });
    const given = { slots: [shows("for-cfo")], claim: { manifest } };
    expect(outcome(page({ ...given, facts: visitors.cfo }))).toBe("clean");
    expect(outcome(page({ ...given, facts: { ...visitors.cfo, events: unknown("pending") } }))).toBe("found");
  });

  it("is no fault where nobody is a customer for certain and the neutral content is not shown", () => {
    expect(outcome(page({ slots: [element("hero", {})], facts: visitors.stillAsked }))).toBe("clean");
    expect(outcome(page({ slots: [neutral], facts: visitors.stillAsked }))).toBe("found");
  });

  it("does not mind neutral content that no suppression has anything to do with", () => {
    expect(outcome(page({ slots: [element("banner", { outcome: "neutral" })] }))).toBe("clean");
  });

  it("cannot be told while a slot is undecided", () => {
    expect(outcome(page({ slots: [element("hero", { outcome: "undecided" })] }))).toBe("cannot tell");
  });

  it("says what was not answered, and why", () => {
    const found = unknownMembership.check(page({ slots: [shows("for-cfo")], facts: cfo(unknown("failed")) }));
    expect(found.is === "found" && found.faults[0]?.evidence.at(-1)).toEqual({
      en: "There is no answer to the segment “CFOs” (“CFOs”: it could not be looked up).",
      de: "Unbeantwortet ist das Segment „CFOs“ („CFOs“: die Abfrage ist fehlgeschlagen).",
    });
  });
});
