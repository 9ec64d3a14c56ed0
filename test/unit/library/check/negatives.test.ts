import { describe, expect, it } from "vitest";
import { mistaken } from "./sentences.ts";

const ofSegment = (when: unknown) => mistaken({ "segments.customer.when": when });

describe("a rule about who somebody is not", () => {
  it.each<[string, unknown, string]>([
    [
      "isNot",
      { property: "persona", isNot: "cfo" },
      'warning: segments.customer.when.isNot: "isNot" is not an answer for somebody whose persona is missing: that is unknown, and lets nobody in. Say "whenUnknown": "yes" beside it to let them in, or "no" to keep them out on purpose.',
    ],
    [
      "containsNone",
      { all: [{ property: "topics", containsNone: ["close"] }] },
      'warning: segments.customer.when.all[0].containsNone: "containsNone" is not an answer for somebody whose topics is missing: that is unknown, and lets nobody in. Say "whenUnknown": "yes" beside it to let them in, or "no" to keep them out on purpose.',
    ],
    [
      "a positive one that is turned round",
      { not: { property: "persona", in: ["cfo"] } },
      'warning: segments.customer.when.not.in: "in" under "not" is not an answer for somebody whose persona is missing: that is unknown, and lets nobody in. Say "whenUnknown": "no" beside it to let them in, or "yes" to keep them out on purpose.',
    ],
    [
      "a segment that is turned round",
      { not: { segment: "evaluating-cfo" } },
      'warning: segments.customer.when.not.segment: "evaluating-cfo" under "not" is not an answer for somebody whose persona or openDeal is missing: that is unknown, and lets nobody in. Say "whenUnknown": "no" in segments.evaluating-cfo, or turn round a segment that always answers.',
    ],
  ])("is warned of: %s", (_, when, expected) => {
    expect(ofSegment(when)).toEqual([expected]);
  });

  it.each<[string, unknown]>([
    ["it says what an unknown means", { property: "persona", isNot: "cfo", whenUnknown: "no" }],
    ["the page always knows", { property: "country", notIn: ["DE"] }],
    ["it is turned round twice", { not: { not: { property: "persona", is: "cfo" } } }],
    ["a negative one is turned round", { not: { property: "persona", isNot: "cfo" } }],
  ])("is not, where %s", (_, when) => {
    expect(ofSegment(when)).toEqual([]);
  });

  it("is not where the property has a value for none of the others", () => {
    const found = mistaken({
      "properties.persona.values": ["cfo", "it-lead", "analyst", "other"],
      "segments.customer.when": { property: "persona", isNot: "cfo" },
    });
    expect(found).toEqual([]);
  });

  it("is not in a suppression, where unknown keeps the visitor safe", () => {
    const when = { property: "persona", isNot: "cfo" };
    expect(mistaken({ "suppressions.customers-no-acquisition.when": when })).toEqual([]);
    expect(mistaken({ "offers.book-demo.eligible": when })).toHaveLength(1);
  });
});
