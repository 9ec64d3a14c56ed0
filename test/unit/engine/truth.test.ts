import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { all, any, not } from "../../../shared/engine/truth.ts";
import { truth } from "./arbitrary.ts";

const truths = fc.array(truth, { maxLength: 6 });

describe("three-valued truth", () => {
  it.each([
    ["yes", "yes", "yes", "yes"],
    ["yes", "no", "no", "yes"],
    ["yes", "unknown", "unknown", "yes"],
    ["no", "no", "no", "no"],
    ["no", "unknown", "no", "unknown"],
    ["unknown", "unknown", "unknown", "unknown"],
  ] as const)("%s with %s is %s under all and %s under any", (one, other, both, either) => {
    expect(all([one, other])).toBe(both);
    expect(any([one, other])).toBe(either);
  });

  it("keeps De Morgan's laws", () => {
    fc.assert(
      fc.property(truths, (some) => {
        expect(not(all(some))).toBe(any(some.map(not)));
        expect(not(any(some))).toBe(all(some.map(not)));
      }),
    );
  });

  it("does not care for order", () => {
    fc.assert(
      fc.property(truths, (some) => {
        const turned = [...some].reverse();
        expect(all(turned)).toBe(all(some));
        expect(any(turned)).toBe(any(some));
      }),
    );
  });

  it("says yes to nothing under all and no under any", () => {
    expect([all([]), any([])]).toEqual(["yes", "no"]);
  });
});
