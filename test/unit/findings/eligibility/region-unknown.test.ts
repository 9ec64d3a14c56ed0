import { describe, expect, it } from "vitest";
import { known, unknown } from "../../../../shared/engine/facts.ts";
import { regionUnknown } from "../../../../shared/findings/eligibility/region-unknown.ts";
import { find } from "../../../../shared/findings/find.ts";
import { publish } from "../../../../shared/manifest/publish.ts";
import { element, library, page, shows, visitors } from "../page.ts";

const lost = {
  ...visitors.nobody,
  properties: { ...visitors.nobody.properties, country: unknown("missing") },
};

describe("a region that nobody knows", () => {
  it("does not apply where no variation is shown, whatever the page’s own content is", () => {
    expect(regionUnknown.check(page({ slots: [element("hero", {})], facts: lost })).is).toBe(
      "does not apply",
    );
  });

  it("is no fault where nothing that is shown asks for it", () => {
    const facts = { ...lost, memberships: { cfo: { is: "yes" as const } } };
    const both = page({ slots: [shows("for-german-or-cfo")], facts });
    expect(regionUnknown.check(both).is).toBe("clean");
  });

  it("is another finding where the region is known, and is another", () => {
    const facts = { ...lost, properties: { ...lost.properties, country: known("FR") } };
    const evidence = page({ slots: [shows("for-germany")], facts });
    expect(find(evidence).map(({ id }) => id)).toEqual(["variation-outside-segment"]);
  });

  it("may also be a property of the CRM", () => {
    const { manifest } = publish({
      ...library,
      properties: {
        ...library.properties,
        office: { input: "region", type: "text", from: "crm", of: "company", expose: true },
      },
      segments: {
        ...library.segments,
        germany: { ...library.segments.germany, when: { property: "office", is: "DE" } } as never,
      },
    });
    const facts = { ...lost, properties: { ...lost.properties, office: unknown("missing") } };
    const evidence = page({ slots: [shows("for-germany")], facts, claim: { manifest } });
    expect(find(evidence).map(({ id }) => id)).toEqual(["region-unknown"]);
  });
});
