import { beforeEach, describe, expect, it, vi } from "vitest";
import { type Comparison, pictured } from "../../../../../extension/panel/compare/comparison.ts";
import { linesOf, tableLayout } from "../../../../../extension/panel/compare/table-layout.ts";
import { resetBrowser } from "../../browser.ts";

vi.mock("webextension-polyfill", async () => ({ default: (await import("../../browser.ts")).fakeBrowser }));

beforeEach(resetBrowser);

const WORDS = { title: "Who sees what", about: "By the rules of Northwind" };
/** Every letter is as wide as the next. */
const measure = (text: string) => text.length * 8;

const sight = (slot: string, headline: string) => ({
  slot,
  outcome: "variation" as const,
  headline,
  why: [],
  passedOver: {},
  content: slot,
});

const comparison: Comparison = {
  slots: [
    { id: "hero", name: "Hero" },
    { id: "cta", name: "Button" },
  ],
  audiences: [
    {
      id: "cfo",
      name: "CFOs",
      sights: [sight("hero", "Shows the content for CFOs"), sight("cta", "Shows an offer")],
    },
    { id: "gone", name: "Nobody" },
  ],
};
const picture = { url: "data:image/png;base64,AA==", width: 1_104, height: 552 };

describe("a comparison laid out as one picture", () => {
  it("has every audience and every slot, none over another", () => {
    const { parts, width, height } = tableLayout(comparison, WORDS, measure);
    const fields = parts.filter((part) => part.is === "field");
    expect(fields).toHaveLength(9);
    for (const [at, one] of fields.entries())
      for (const other of fields.slice(at + 1))
        expect(
          one.x + one.width <= other.x ||
            other.x + other.width <= one.x ||
            one.y + one.height <= other.y ||
            other.y + other.height <= one.y,
        ).toBe(true);
    expect(Math.max(...fields.map((one) => one.x + one.width))).toBeLessThan(width);
    expect(Math.max(...fields.map((one) => one.y + one.height))).toBeLessThan(height);
    const said = parts.flatMap((part) => (part.is === "words" ? [part.text] : []));
    for (const words of ["Who sees what", "Hero", "Button", "CFOs", "Shows an offer", "Nobody"])
      expect(said).toContain(words);
  });

  it("has each picture within its field, in its own shape, and the words below it", () => {
    const { parts } = tableLayout(pictured(comparison, { cfo: { hero: picture } }), WORDS, measure);
    const drawn = parts.filter((part) => part.is === "picture");
    expect(drawn).toHaveLength(1);
    const [{ x = 0, y = 0, width = 0, height = 0 } = {}] = drawn;
    expect(width / height).toBe(2);
    const field = parts.find(
      (one) =>
        one.is === "field" && one.x < x && x < one.x + one.width && one.y < y && y < one.y + one.height,
    );
    expect(field).toMatchObject({ isHead: false });
    const words = parts.find((part) => part.is === "words" && part.text.startsWith("Shows the content"));
    expect(words?.y).toBeGreaterThan(y + height);
  });

  it("breaks lines between words, and a word that is too long within it", () => {
    expect(linesOf("one two three", 60, measure)).toEqual(["one two", "three"]);
    expect(linesOf("Liquidität", 40, measure)).toEqual(["Liqui", "dität"]);
    expect(linesOf("", 40, measure)).toEqual([]);
  });
});
