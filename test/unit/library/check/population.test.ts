import { describe, expect, it } from "vitest";
import { mistaken } from "./sentences.ts";

const ofSegment = (when: unknown) => mistaken({ "segments.customer.when": when });

const NOBODY =
  'segments.customer.when: a rule that contradicts itself is not one that somebody can pass: nobody can be in this segment. Look for parts of an "all" that exclude each other.';
const PERHAPS_NOBODY =
  "warning: segments.customer.when: this rule is not one for which a visitor was found: perhaps nobody can be in this segment. Add a test with somebody who is in it.";
const EVERYBODY =
  "warning: segments.customer.when: this rule is not one that keeps anybody out: whoever is known is in this segment. Say who is not meant, or write for everybody into the page itself.";

const cfo = { property: "persona", is: "cfo" };
const analyst = { property: "persona", is: "analyst" };

describe("a segment in which nobody can be", () => {
  it.each<[string, unknown]>([
    ["two values of one property", { all: [cfo, analyst] }],
    [
      "a value and its opposite, over another segment",
      { all: [{ segment: "evaluating-cfo" }, { property: "openDeal", is: false }] },
    ],
    [
      "none of the values, although one is known",
      {
        all: [
          { property: "lifecycleStage", notIn: ["lead", "customer"], whenUnknown: "no" },
          { property: "lifecycleStage", known: true },
        ],
      },
    ],
    [
      "numbers without one between them",
      {
        all: [
          { property: "employees", gt: 100 },
          { property: "employees", lt: 100 },
        ],
      },
    ],
    [
      "a contradiction beside something that cannot be listed",
      { all: [cfo, analyst, { event: "page_view" }] },
    ],
    ["an event and the same not", { all: [{ event: "download" }, { not: { event: "download" } }] }],
  ])("is refused: %s", (_, when) => {
    expect(ofSegment(when)).toContain(NOBODY);
  });

  it("is only suspected where that cannot be proven", () => {
    const when = {
      all: [
        { event: "page_view", atLeast: 3 },
        { property: "topics", containsAll: ["close"] },
        { event: "download", first: { after: "+2d" } },
      ],
    };
    expect(ofSegment(when)).toEqual([PERHAPS_NOBODY]);
  });

  it("is not suspected where finding nobody says nothing", () => {
    const expression = { property: "firstName", matches: "^[B-D]\\p{L}{4,9}$" };
    const between = {
      all: [
        { property: "since", after: "2026-01-01" },
        { property: "since", before: "2026-01-03" },
      ],
    };
    expect(ofSegment(expression)).toEqual([]);
    expect(ofSegment(between)).toEqual([]);
  });

  it("is not suspected where a test has somebody who is in it", () => {
    const found = mistaken({
      "segments.customer.when": { property: "firstName", endsWith: "a" },
      "segments.customer.tests": [
        { name: "Ada", visitor: { properties: { firstName: "Ada" } }, expect: "yes" },
      ],
    });
    expect(found).toEqual([]);
  });
});

describe("a segment in which everybody is", () => {
  it.each<[string, unknown]>([
    ["a rule and its opposite", { any: [cfo, { not: cfo }] }],
    [
      "every value",
      {
        any: [
          { property: "employees", gte: 10 },
          { property: "employees", lt: 10 },
          { property: "employees", known: false },
        ],
      },
    ],
  ])("is warned of: %s", (_, when) => {
    expect(ofSegment(when)).toContain(EVERYBODY);
  });

  it("is not what a count of nothing means", () => {
    expect(ofSegment({ event: "page_view", atLeast: 0, atMost: 3 })).toEqual([]);
    expect(ofSegment({ event: "page_view", atLeast: 0 })).toEqual([
      "warning: segments.customer.when: this rule is not one that keeps anybody out: perhaps everybody is in this segment. Say who is not meant, or write for everybody into the page itself.",
    ]);
  });
});

describe("looking for somebody", () => {
  it("ends in a moment, however many ways there are", () => {
    const parts = Array.from({ length: 40 }, (_, index) => ({
      any: [
        { property: "topics", containsAny: ["close", "spend"] },
        { event: `visit-${index}`, atLeast: 10_000 },
        { property: "employees", gte: index },
      ],
    }));
    const began = performance.now();
    ofSegment({ all: [...parts, { property: "topics", contains: "close" }, { not: { event: "visit-1" } }] });
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
