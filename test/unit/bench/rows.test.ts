import { describe, expect, it } from "vitest";
import { plotRows } from "../../bench/page/plot.ts";
import { tableOf } from "../../bench/page/report.ts";
import type { Load, Measured } from "../../bench/page/rounds.ts";
import { toRows } from "../../bench/page/rows.ts";
import type { Variant } from "../../bench/page/variants.ts";

const noSdk: Variant = { name: "no sdk", path: "/without", swaps: false, scripts: [] };
const cold: Variant = { name: "cold", path: "/with", swaps: true, scripts: ["/a.js"], asks: "/who" };

const bare: Load = {
  defaultSeen: true,
  variationSeen: false,
  cls: 0,
  fcp: 100,
  lcp: 110,
  scriptMs: 0,
  scriptBytes: 0,
  asked: [],
};
const swapped: Load = {
  ...bare,
  defaultSeen: false,
  variationSeen: true,
  scriptMs: 5.04,
  scriptBytes: 900,
  asked: ["/who"],
};

const run = (variant: Variant, ...loads: Load[]): Measured => ({ variant, cpu: 1, loads });

describe("the rows of a run", () => {
  it("hold medians, and what they are more than without an SDK at the same speed", () => {
    const rows = toRows([
      run(noSdk, bare, { ...bare, fcp: 104 }, { ...bare, fcp: 400 }),
      { ...run(noSdk, { ...bare, fcp: 900 }), cpu: 4 },
      run(cold, { ...swapped, fcp: 120 }, { ...swapped, fcp: 130, cls: 0.1, defaultSeen: true }),
      { ...run(cold, { ...swapped, fcp: 950, lcp: 90 }), cpu: 4 },
    ]);
    expect(rows.filter(({ variant }) => variant === "cold")).toEqual([
      {
        variant: "cold",
        cpu: 1,
        loads: 2,
        defaultSeen: 1,
        variationSeen: 2,
        swapSeen: 1,
        cls: 0.1,
        fcp: 125,
        lcp: 110,
        dFCP: 21,
        dLCP: 0,
        scriptMs: 5,
        scriptBytes: 900,
      },
      expect.objectContaining({ cpu: 4, fcp: 950, dFCP: 50, dLCP: -20 }),
    ]);
    expect(rows[0]).toMatchObject({ variant: "no sdk", fcp: 104, dFCP: 0, dLCP: 0 });
  });

  it("count script that stands in the page", () => {
    const [row] = toRows([run({ ...noSdk, swaps: true, inline: "swap()" }, swapped), run(noSdk, bare)]);
    expect(row?.scriptBytes).toBeGreaterThan(900);
  });

  it("stand where a variant swaps at one speed, and too late at another", () => {
    const late = { ...run(cold, { ...bare, asked: ["/who"] }), cpu: 4 };
    const rows = toRows([run(noSdk, bare), { ...run(noSdk, bare), cpu: 4 }, run(cold, swapped), late]);
    expect(rows.at(-1)).toMatchObject({ cpu: 4, defaultSeen: 1, variationSeen: 0, swapSeen: 0 });
  });

  it.each([
    [
      "the capture missed a default that was there",
      [run(noSdk, bare, { ...bare, defaultSeen: false }), run(cold, swapped)],
      /no sdk, 1x CPU: the capture missed the page's default in 1 of 2 loads/,
    ],
    [
      "a variant never swapped",
      [run(noSdk, bare), run(cold, { ...bare, asked: ["/who"] })],
      /cold.*never swapped/,
    ],
    [
      "a first visit asked nothing, since something was left on the device",
      [run(noSdk, bare), run(cold, swapped, { ...swapped, asked: [] })],
      /cold, 1x CPU: 1 of 2 loads did not ask \/who/,
    ],
    ["there is nothing to compare with", [run(cold, swapped)], /page without SDK is missing/],
  ])("are refused where %s", (_, measured, message) => {
    expect(() => toRows(measured)).toThrow(message);
  });
});

describe("what is written of the rows", () => {
  const rows = toRows([run(noSdk, bare), run(cold, { ...swapped, fcp: 92, lcp: 118 })]);

  it("is a table with a line for each variant and speed", () => {
    const lines = tableOf(rows).split("\n");
    expect(lines).toHaveLength(4);
    expect(lines[3]).toMatch(
      /\| cold +\| +1x \| +0 of 1 \| +1 of 1 \| +0 of 1 \|.* 92 \(−8\) \|.*118 \(\+8\)/,
    );
    expect(new Set(lines.map(({ length }) => length)).size).toBe(1);
  });

  it("is a picture that names every variant and figure", () => {
    const picture = plotRows(rows);
    for (const words of [">cold<", ">−8<", ">+8<", ">0 of 1<", "without an SDK: FCP 100 ms, LCP 110 ms"])
      expect(picture).toContain(words);
    expect(picture).not.toMatch(/NaN|undefined/);
  });
});
