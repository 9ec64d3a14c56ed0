import { describe, expect, it } from "vitest";
import { known } from "../../../../shared/engine/facts.ts";
import { offerOutsideDates } from "../../../../shared/findings/eligibility/offer-outside-dates.ts";
import { element, inPreview, page, shows, visitors } from "../page.ts";

const outcome = (evidence: Parameters<typeof offerOutsideDates.check>[0]) =>
  offerOutsideDates.check(evidence).is;
const own = [element("learn", {})];
const at = (moment: string, slots = own) => page({ slots, now: Date.parse(moment) });

describe("an offer outside its dates", () => {
  it.each([
    ["2026-08-31T23:59:59Z", "found"],
    ["2026-09-01T00:00:00Z", "clean"],
    ["2026-11-24T11:29:59Z", "clean"],
    // A page that is open may have been loaded before the offer ended.
    ["2026-11-24T11:30:00Z", "cannot tell"],
    ["2026-11-24T12:29:59Z", "cannot tell"],
    ["2026-11-24T12:30:00Z", "found"],
  ])("at %s: %s", (moment, is) => {
    expect(outcome(at(moment))).toBe(is);
  });

  it("goes by the previewed day, to the second", () => {
    const previewed = (moment: string) =>
      inPreview(page({ slots: own, facts: { ...visitors.nobody, now: Date.parse(moment) } }), "open");
    expect(outcome(previewed("2026-11-24T11:30:00Z"))).toBe("found");
    expect(outcome(previewed("2026-11-24T11:29:59Z"))).toBe("clean");
  });

  it("is found while the offer rests, and not before or after", () => {
    const shown = [shows("learn-cfo", "learn")];
    expect(outcome(at("2026-12-23T23:00:00Z", shown))).toBe("clean");
    expect(outcome(at("2026-12-25T12:00:00Z", shown))).toBe("found");
    expect(outcome(at("2026-12-27T00:00:00Z", shown))).toBe("clean");
  });

  it("is found whoever may have the offer", () => {
    const facts = { ...visitors.cfo, properties: { country: known("FR") } };
    const now = Date.parse("2026-12-25T12:00:00Z");
    expect(outcome(page({ slots: [shows("learn-cfo", "learn")], facts, now }))).toBe("found");
  });

  it("does not apply where no offer can be seen", () => {
    const later = "2027-01-01T00:00:00Z";
    expect(outcome(at(later, [element("hero", {})]))).toBe("does not apply");
    expect(outcome(at(later, [element("learn", { visible: false })]))).toBe("does not apply");
    expect(outcome(at(later, [element("learn", { outcome: "neutral" })]))).toBe("does not apply");
  });
});
