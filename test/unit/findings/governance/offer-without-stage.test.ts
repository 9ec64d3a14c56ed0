import { describe, expect, it } from "vitest";
import { unknown } from "../../../../shared/engine/facts.ts";
import { offerWithoutStage } from "../../../../shared/findings/governance/offer-without-stage.ts";
import type { Library } from "../../../../shared/library/library.ts";
import { governedBy, outcomeOf, slot, withLibrary } from "../governed.ts";
import { element, library, type page, visitors } from "../page.ts";

const extra = { slots: [element("extra", {})] };
const upgrade = (segment: string) =>
  slot({
    variations: [{ id: "extra-more", for: segment, goal: "expansion", content: { text: "Add seats" } }],
  });
const check = (changed: Partial<Library>, given: Parameters<typeof page>[0] = extra) =>
  outcomeOf(offerWithoutStage, governedBy(changed, given));

const refer = {
  ...slot({ default: { offer: "refer" }, variations: [] }),
  offers: { ...library.offers, refer: { goal: "advocacy", label: "Invite a peer", href: "/peer" } },
};

describe("an offer for customers whose stage nobody states", () => {
  it("is clean once the segment, the offer or a suppression asks for the stage", () => {
    expect(check(upgrade("reader"))).toBe("found");
    expect(check(upgrade("customer"))).toBe("clean");
    const own = library.suppressions["customers-no-acquisition"] as Library["suppressions"][string];
    const leads = {
      ...own,
      when: { property: "lifecycleStage", is: "lead" },
      blocks: { goals: ["expansion"] },
    };
    expect(check({ ...upgrade("reader"), suppressions: { ...library.suppressions, leads } as never })).toBe(
      "clean",
    );
  });

  it("cannot be told where the criteria are not on the page, until the library is loaded", () => {
    expect(check(upgrade("cfo"))).toBe("cannot tell");
    expect(outcomeOf(offerWithoutStage, withLibrary(upgrade("cfo"), extra))).toBe("found");
  });

  it("is no fault of the page’s own content unless it is known that somebody else sees it", () => {
    expect(check(refer)).toBe("found");
    expect(check(refer, { ...extra, facts: visitors.customer })).toBe("does not apply");
    const facts = { ...visitors.nobody, properties: { lifecycleStage: unknown("failed") } };
    expect(check(refer, { ...extra, facts })).toBe("does not apply");
    expect(check(refer, { slots: [element("extra", { visible: false })] })).toBe("does not apply");
  });

  it("is clean where the offer says who is eligible", () => {
    const eligible = { property: "lifecycleStage", is: "customer" } as const;
    expect(check({ ...refer, offers: { ...refer.offers, refer: { ...refer.offers.refer, eligible } } })).toBe(
      "clean",
    );
  });

  it("does not apply where no goal is for customers alone", () => {
    expect(check({}, { slots: [element("hero", {})] })).toBe("does not apply");
  });
});
