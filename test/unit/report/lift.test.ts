import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { liftOf } from "../../../shared/report/lift.ts";
import { proportion, Z_95, Z_POWER_80 } from "../../../shared/report/proportion.ts";

const of = (hits: number, all: number) => ({ hits, of: all });

describe("the normal distribution of the library", () => {
  it("has the quantiles of printed tables", () => {
    // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.1, and any table with more places.
    expect(Z_95).toBeCloseTo(1.959963985, 9);
    expect(Z_POWER_80).toBeCloseTo(0.841621234, 9);
  });
});

describe("a proportion", () => {
  // Newcombe, Stat. Med. 17 (1998) 857, table I: the score method without continuity correction.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("of %i in %i has the published interval", (hits, all, low, high) => {
    const found = proportion(of(hits, all));
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });
});

describe("a difference", () => {
  // Newcombe, Stat. Med. 17 (1998) 873, table II: method 10, the eight examples (a) to (h).
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
    // Perondi's trial: Fagerland, Lydersen and Laake, Statistical Analysis of Contingency Tables (2017), ch. 4.
    [7, 34, 1, 34, 0.0189, 0.3404],
  ])("of %i in %i and %i in %i has the published interval", (x, m, y, n, low, high) => {
    const { difference } = liftOf(of(x, m), of(y, n));
    expect(difference.low).toBeCloseTo(low, 4);
    expect(difference.high).toBeCloseTo(high, 4);
  });
});

describe("a ratio", () => {
  it("has the published interval", () => {
    // The same trial and chapter: MOVER-R Wilson, 7.0000 (1.1537 to 41.9763).
    const { ratio } = liftOf(of(7, 34), of(1, 34));
    expect(ratio.is).toBeCloseTo(7, 10);
    expect(ratio.low).toBeCloseTo(1.1537, 4);
    expect(ratio.high).toBeCloseTo(41.9763, 4);
  });

  it("has no upper limit where nobody held out converted", () => {
    expect(Object.keys(liftOf(of(9, 20), of(0, 20)).ratio)).toEqual(["low"]);
  });
});

describe("what is needed", () => {
  it("is the published size of a sample", () => {
    // Chow, Shao and Wang, Sample Size Calculations in Clinical Research (2nd ed. 2008), page 89: 65 % against
    // 85 % needs 70 in each group for 80 % power at 5 %.
    const { verdict } = liftOf(of(13, 20), of(17, 20));
    expect(verdict).toEqual({ is: "too early", needs: { exposures: 2 * 70 - 40, heldOut: 70 - 20 } });
  });

  it("is nothing that can be said while the rates are the same", () => {
    expect(liftOf(of(0, 900), of(0, 50)).verdict).toEqual({ is: "too early" });
    expect(liftOf(of(20, 200), of(10, 100)).verdict).toEqual({ is: "too early" });
  });
});

describe("any two arms", () => {
  const arm = fc
    .tuple(fc.integer({ min: 1, max: 100_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([all, share]) => of(Math.round(share * all), all));

  it("are in their intervals, and difference and ratio agree on which is more", () => {
    fc.assert(
      fc.property(arm, arm, (shown, heldOut) => {
        const { difference, ratio, verdict } = liftOf(shown, heldOut);
        for (const one of [shown, heldOut].map(proportion)) {
          expect(0 <= one.low && one.low <= one.is && one.is <= one.high && one.high <= 1).toBe(true);
        }
        expect(difference.low).toBeLessThanOrEqual(difference.is);
        expect(difference.high).toBeGreaterThanOrEqual(difference.is);
        expect(Number.isNaN(ratio.low)).toBe(false);
        if (ratio.is !== undefined && ratio.high !== undefined) {
          expect(ratio.low).toBeLessThanOrEqual(ratio.is + 1e-9);
          expect(ratio.high).toBeGreaterThanOrEqual(ratio.is - 1e-9);
          expect(verdict.is === "less").toBe(ratio.high < 1);
        }
        if (verdict.is === "more") expect(ratio.low).toBeGreaterThan(1);
        else expect(ratio.low).toBeLessThanOrEqual(1 + 1e-9);
      }),
      { numRuns: 5_000 },
    );
  });

  it("say the opposite of each other when they change places", () => {
    fc.assert(
      fc.property(arm, arm, (one, other) => {
        const { difference } = liftOf(one, other);
        const turned = liftOf(other, one).difference;
        expect(turned.low).toBeCloseTo(-difference.high, 12);
        expect(turned.high).toBeCloseTo(-difference.low, 12);
      }),
    );
  });
});
