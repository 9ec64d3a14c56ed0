import { describe, expect, it } from "vitest";
import { type Facts, known, unknown } from "../../../../shared/engine/facts.ts";
import { missingCounted } from "../../../../shared/findings/eligibility/missing-counted.ts";
import { find } from "../../../../shared/findings/find.ts";
import { publish } from "../../../../shared/manifest/publish.ts";
import { element, library, page, shows, visitors } from "../page.ts";

const stage = (lifecycleStage: Facts["properties"][string]): Facts => ({
  ...visitors.nobody,
  properties: { ...visitors.nobody.properties, lifecycleStage },
});
const outcome = (facts: Facts, slot = shows("for-prospect")) =>
  missingCounted.check(page({ slots: [slot], facts })).is;

describe("a missing property that counted as an answer", () => {
  it("is found for “is not” alone: “is” counts nobody in whose property is empty", () => {
    expect(outcome(stage(unknown("missing")))).toBe("found");
    expect(outcome(stage(unknown("missing")), shows("for-customer"))).toBe("clean");
  });

  it("is no fault of somebody whom nobody knows: that they have no stage is an answer", () => {
    expect(outcome(visitors.nobody)).toBe("clean");
    expect(outcome(stage(known("lead")))).toBe("clean");
  });

  it("is another finding where the CRM did not answer", () => {
    const evidence = page({ slots: [shows("for-prospect")], facts: stage(unknown("failed")) });
    expect(find(evidence).map(({ id }) => id)).toEqual(["unknown-membership"]);
  });

  it("is no fault where the library says what is meant", () => {
    const when = { property: "lifecycleStage", isNot: "customer", whenUnknown: "yes" } as const;
    const prospect = { ...library.segments.prospect, when } as never;
    const { manifest } = publish({ ...library, segments: { ...library.segments, prospect } });
    const evidence = page({
      slots: [shows("for-prospect")],
      facts: stage(unknown("missing")),
      claim: { manifest },
    });
    expect(find(evidence)).toEqual([]);
  });

  it("does not apply where no variation is shown", () => {
    expect(outcome(stage(unknown("missing")), element("hero", {}))).toBe("does not apply");
  });
});
