import { describe, expect, it } from "vitest";
import { orderDecides } from "../../../../shared/findings/eligibility/order-decides.ts";
import type { Library } from "../../../../shared/library/library.ts";
import { publish } from "../../../../shared/manifest/publish.ts";
import { element, library, page, shows, visitors } from "../page.ts";

const outcome = (evidence: Parameters<typeof orderDecides.check>[0]) => orderDecides.check(evidence).is;

const ranked = (german: number | undefined, prospect: number | undefined) => {
  const { banner } = library.slots as { banner: Library["slots"][string] };
  const priorities = [german, prospect, 1];
  const variations = banner.variations.map(({ priority: _, ...variation }, index) => ({
    ...variation,
    ...(priorities[index] !== undefined && { priority: priorities[index] }),
  }));
  return publish({ ...library, slots: { ...library.slots, banner: { ...banner, variations } } }).manifest;
};

describe("two variations that are equally right", () => {
  const shown = [shows("banner-german", "banner")];

  it("are found by their priority, and only where the visitor is in both segments", () => {
    expect(outcome(page({ slots: shown }))).toBe("found");
    expect(outcome(page({ slots: shown, claim: { manifest: ranked(5, 4) } }))).toBe("clean");
    expect(outcome(page({ slots: shown, facts: visitors.customer }))).toBe("clean");
  });

  it("are found where neither has a priority and others have", () => {
    expect(outcome(page({ slots: shown, claim: { manifest: ranked(undefined, undefined) } }))).toBe("found");
  });

  it("do not apply where no variation has a priority: there the order is what is meant", () => {
    expect(outcome(page({ slots: [shows("for-germany")] }))).toBe("does not apply");
  });

  it("are no fault of another slot of the page, whose order is what is meant", () => {
    const claim = { manifest: ranked(5, 4) };
    expect(outcome(page({ slots: [...shown, shows("for-germany")], claim }))).toBe("clean");
  });

  it("are no fault of a slot that shows something else, or its default", () => {
    expect(outcome(page({ slots: [shows("banner-reader", "banner")] }))).toBe("clean");
    expect(outcome(page({ slots: [element("banner", {})] }))).toBe("clean");
  });
});
