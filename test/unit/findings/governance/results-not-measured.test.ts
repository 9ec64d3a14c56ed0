import { describe, expect, it } from "vitest";
import { resultsNotMeasured } from "../../../../shared/findings/governance/results-not-measured.ts";
import type { Library } from "../../../../shared/library/library.ts";
import { governedBy, outcomeOf, slot } from "../governed.ts";
import { element } from "../page.ts";

const hero = { slots: [element("hero", {})] };
const check = (changed: Partial<Library>) => outcomeOf(resultsNotMeasured, governedBy(changed, hero));

describe("no way to say which segment did best", () => {
  it("is clean with an endpoint or a tool that is told, and somebody to compare with", () => {
    const nowhere = { endpoint: undefined } as unknown as Partial<Library>;
    expect(check({})).toBe("clean");
    expect(check(nowhere)).toBe("found");
    expect(check({ ...nowhere, measurement: { holdout: 0.05, reportTo: [] } })).toBe("found");
    expect(check({ ...nowhere, measurement: { holdout: 0.05, reportTo: ["dataLayer"] } })).toBe("clean");
  });

  it.each<[string, Library["measurement"]]>([
    ["without a holdout", { reportTo: ["dataLayer"] }],
    ["with an empty one", { holdout: 0 }],
  ])("is found %s", (_name, measurement) => {
    expect(check({ measurement })).toBe("found");
  });

  it("does not apply where nothing could be compared", () => {
    const bare = governedBy(
      { ...slot({ variations: [] }), measurement: {} },
      { slots: [element("extra", {})] },
    );
    expect(outcomeOf(resultsNotMeasured, bare)).toBe("does not apply");
  });
});
