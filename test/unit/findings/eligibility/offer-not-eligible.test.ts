import { describe, expect, it } from "vitest";
import { known, unknown } from "../../../../shared/engine/facts.ts";
import { offerNotEligible } from "../../../../shared/findings/eligibility/offer-not-eligible.ts";
import { find } from "../../../../shared/findings/find.ts";
import { publish } from "../../../../shared/manifest/publish.ts";
import { element, library, page, shows, visitors } from "../page.ts";

const learn = [shows("learn-cfo", "learn")];
const inCountry = (country: string) => ({
  ...visitors.cfo,
  properties: { ...visitors.cfo.properties, country: known(country) },
});

/** The guide is for those who read a lot. */
const { manifest } = publish({
  ...library,
  offers: { ...library.offers, guide: { ...library.offers.guide, eligible: { segment: "reader" } } as never },
});

describe("an offer that this visitor cannot have", () => {
  it("is found by its own eligibility, whatever segment the visitor is in", () => {
    expect(offerNotEligible.check(page({ slots: learn, facts: inCountry("FR") })).is).toBe("found");
    expect(offerNotEligible.check(page({ slots: learn, facts: inCountry("AT") })).is).toBe("clean");
  });

  it("is found where it cannot be told whether they may", () => {
    const facts = { ...visitors.cfo, events: unknown("pending") };
    const evidence = page({ slots: learn, facts, claim: { manifest } });
    expect(find(evidence).map(({ id }) => id)).toEqual(["offer-not-eligible"]);
    expect(find(evidence)[0]?.evidence.at(-1)?.en).toContain("does not know enough");
  });

  it("is not hidden by a cap that showing it has reached, nor found because of one", () => {
    const cap = { times: 1, within: "7d" };
    const guide = { ...library.offers.guide, cap } as never;
    const capped = publish({ ...library, offers: { ...library.offers, guide } }).manifest;
    const events = [{ event: "offer_shown", at: visitors.cfo.now - 1, fields: { offer: "guide" } }];
    const check = (country: string) =>
      find(page({ slots: learn, facts: { ...inCountry(country), events }, claim: { manifest: capped } }));
    expect(check("FR").map(({ id }) => id)).toEqual(["offer-not-eligible"]);
    expect(check("DE")).toEqual([]);
  });

  it("is no fault of the page’s own content, which is the same for everybody", () => {
    const evidence = page({ slots: [element("learn", {})], facts: inCountry("FR"), claim: { manifest } });
    expect(offerNotEligible.check(evidence).is).toBe("does not apply");
  });

  it("does not apply where no shown variation makes an offer", () => {
    expect(offerNotEligible.check(page({ slots: [shows("for-germany")] })).is).toBe("does not apply");
  });
});
