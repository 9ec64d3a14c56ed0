import { describe, expect, it } from "vitest";
import { staleMembership } from "../../../../shared/findings/eligibility/stale-membership.ts";
import { publish } from "../../../../shared/manifest/publish.ts";
import { element, inPreview, library, page, shows, visitors } from "../page.ts";

const shown = { slots: [shows("for-cfo")], facts: visitors.cfo };
const asOf = (moment: string) => ({ claim: { visitor: { identified: true, asOf: moment } } });
const outcome = (evidence: Parameters<typeof staleMembership.check>[0]) => staleMembership.check(evidence).is;

describe("what the CRM said long ago", () => {
  it("may be used to the last day that the library gives it, and is found on the next", () => {
    expect(outcome(page({ ...shown, ...asOf("2026-10-25T12:00:00Z") }))).toBe("clean");
    expect(outcome(page({ ...shown, ...asOf("2026-10-25T11:59:59Z") }))).toBe("found");
  });

  it("is told by the age that each property may have", () => {
    const lifecycleStage = { ...library.properties.lifecycleStage, usableFor: "7d" } as never;
    const { manifest } = publish({ ...library, properties: { ...library.properties, lifecycleStage } });
    const { claim } = asOf("2026-11-10T12:00:00Z");
    const given = { slots: [shows("for-customer")], facts: visitors.customer };
    expect(outcome(page({ ...given, claim }))).toBe("clean");
    expect(outcome(page({ ...given, claim: { ...claim, manifest } }))).toBe("found");
  });

  it("cannot be told where the page does not say its age, or says nonsense", () => {
    expect(outcome(page({ ...shown, claim: { visitor: { identified: true } } }))).toBe("cannot tell");
    expect(outcome(page({ ...shown, ...asOf("long ago") }))).toBe("cannot tell");
  });

  it("has no age for somebody whom nobody knows, nor in a preview", () => {
    expect(outcome(page({ slots: [shows("for-prospect")] }))).toBe("clean");
    expect(outcome(inPreview(page({ ...shown, ...asOf("2026-01-01T12:00:00Z") }), "open"))).toBe("clean");
  });

  it("does not apply where nothing that is shown rests on the CRM", () => {
    const old = asOf("2026-01-01T12:00:00Z");
    expect(outcome(page({ slots: [shows("for-germany")], ...old }))).toBe("does not apply");
    expect(outcome(page({ slots: [element("hero", {})], ...old }))).toBe("does not apply");
  });

  it("says the day of the answer", () => {
    const found = staleMembership.check(page({ ...shown, ...asOf("2026-06-01T12:00:00Z") }));
    expect(found.is === "found" && found.faults[0]?.evidence.at(-1)?.en).toBe("The answer is of 2026-06-01.");
  });
});
