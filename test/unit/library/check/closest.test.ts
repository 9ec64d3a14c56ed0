import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closest, distance } from "../../../../shared/library/check/closest.ts";

describe("the closest word", () => {
  it.each([
    ["CFO", "cfo"],
    ["clsoe", "close"],
    ["analysts", "analyst"],
    ["it_lead", "it-lead"],
    ["treasurer", undefined],
    ["", undefined],
  ])("to %j is %j", (word, meant) => {
    expect(closest(word, ["cfo", "it-lead", "analyst", "close"])).toBe(meant);
  });

  it("is nowhere among no words", () => {
    expect(closest("cfo", [])).toBeUndefined();
  });

  it("is at the same distance from either side, and at none from itself", () => {
    const word = fc.string({ maxLength: 8 });
    fc.assert(fc.property(word, word, (one, other) => distance(one, other) === distance(other, one)));
    fc.assert(fc.property(word, (one) => distance(one, one) === 0));
    fc.assert(
      fc.property(word, word, (one, other) => distance(one, other) <= Math.max(one.length, other.length)),
    );
  });
});
