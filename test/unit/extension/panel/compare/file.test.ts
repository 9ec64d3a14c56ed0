// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Comparison, Sight } from "../../../../../extension/panel/compare/comparison.ts";
import { fileOf } from "../../../../../extension/panel/compare/file.tsx";
import { resetBrowser, speak } from "../../browser.ts";

vi.mock("webextension-polyfill", async () => ({ default: (await import("../../browser.ts")).fakeBrowser }));

beforeEach(resetBrowser);

const HOSTILE = `<img src=x onerror="alert(1)"></style><script>alert(2)</script>`;

const sight = (slot: string, part: Partial<Sight> = {}): Sight => ({
  slot,
  outcome: "variation",
  headline: "Shows the content for “CFOs”",
  why: [],
  passedOver: {},
  content: slot,
  ...part,
});

const comparison: Comparison = {
  slots: [
    { id: "hero", name: "Hero" },
    { id: "cta", name: HOSTILE },
  ],
  audiences: [
    {
      id: "cfo",
      name: "CFOs",
      sights: [sight("hero", { text: HOSTILE }), sight("cta", { outcome: "neutral" })],
    },
    { id: "gone", name: "Nobody" },
  ],
};

const about = {
  page: `northwind.example/${HOSTILE}`,
  library: "Northwind",
  at: new Date("2026-11-24T12:00:00Z"),
};
const opened = () => new DOMParser().parseFromString(fileOf(comparison, about), "text/html");

describe("a comparison as a file", () => {
  it("has a row for each audience and a column for each slot, drawn and in words", () => {
    const file = opened();
    expect([...file.querySelectorAll("thead th")].map((one) => one.textContent)).toEqual([
      "Audience",
      "Hero",
      HOSTILE,
    ]);
    const [cfo, nobody] = file.querySelectorAll("tbody tr");
    expect(cfo?.querySelectorAll("td svg")).toHaveLength(2);
    expect(cfo?.textContent).toContain("Shows the content for “CFOs”");
    expect(nobody?.textContent).toContain("Nobody of this audience could be made up");
  });

  it("needs nothing else, and can run nothing: no script, no address, whatever names and texts hold", () => {
    const file = opened();
    expect(file.querySelector("script, link, img, iframe, object, [onerror], [src], [href]")).toBeNull();
    expect(file.querySelector("meta[http-equiv]")?.getAttribute("content")).toContain("default-src 'none'");
    expect(file.body.textContent).toContain(HOSTILE);
    expect(file.querySelectorAll("style")).toHaveLength(1);
  });

  it("is in the language of the panel, for light, dark and paper", () => {
    speak("de");
    const file = opened();
    expect(file.documentElement.lang).toBe("de");
    expect(file.title).toContain("Wer sieht was auf");
    const style = file.querySelector("style")?.textContent ?? "";
    for (const media of ["prefers-color-scheme: dark", "@media print", "max-width"])
      expect(style).toContain(media);
  });
});
