import { describe, expect, it } from "vitest";
import type { Condition } from "../../../../shared/engine/condition.ts";
import { asksFor, placesIn, segmentsIn } from "../../../../shared/findings/rules/governed.ts";
import { element, library, manifest, page } from "../page.ts";

describe("what a condition asks for", () => {
  it.each<[string, Condition, string]>([
    ["a property of the kind", { property: "lifecycleStage", is: "lead" }, "yes"],
    ["one of another", { property: "country", is: "DE" }, "no"],
    ["one that is turned round", { not: { property: "lifecycleStage", is: "lead" } }, "yes"],
    [
      "one of several",
      {
        all: [
          { property: "country", is: "DE" },
          { property: "lifecycleStage", known: true },
        ],
      },
      "yes",
    ],
    ["a segment of the kind", { segment: "customer" }, "yes"],
    ["a segment that asks for it", { segment: "prospect" }, "yes"],
    ["what the endpoint answers", { membership: "cfo" }, "unknown"],
    ["that, beside one of the kind", { any: [{ membership: "cfo" }, { segment: "customer" }] }, "yes"],
    ["what was done", { event: "page_view" }, "no"],
    ["a segment that there is not", { segment: "nowhere" }, "no"],
    ["a property that every object has", { property: "constructor", is: "x" }, "no"],
  ])("is told of %s", (_, condition, is) => {
    expect(asksFor(condition, ["lifecycle"], manifest)).toBe(is);
  });

  it("is told by the library where the page has an answer only", () => {
    expect(asksFor({ segment: "cfo" }, ["region"], manifest)).toBe("unknown");
    expect(asksFor({ segment: "cfo" }, ["region"], library)).toBe("no");
  });

  it("counts what was done as behavior", () => {
    expect(asksFor({ segment: "reader" }, ["behavior"], manifest)).toBe("yes");
  });

  it("ends where segments lead back to themselves", () => {
    const turning = { ...manifest.segments.reader, when: { segment: "reader" } } as never;
    const rules = { ...manifest, segments: { ...manifest.segments, reader: turning } };
    expect(asksFor({ segment: "reader" }, ["lifecycle"], rules)).toBe("no");
  });
});

describe("the places of a page", () => {
  it("are the library’s slots that stand on it, each once, and the segments they are for", () => {
    const evidence = page({ slots: ["cta", "cta", "other", "constructor"].map((slot) => element(slot, {})) });
    const places = placesIn(evidence, manifest);
    expect(places.map(({ observed }) => observed.slot)).toEqual(["cta"]);
    expect(segmentsIn(places)).toEqual(["cfo"]);
  });
});
