import { describe, expect, it } from "vitest";
import { tinyLibrary } from "../tiny.ts";
import { type Mistakes, mistaken } from "./sentences.ts";

describe("offers", () => {
  it("are told of dates that leave no day", () => {
    expect(mistaken({ "offers.book-demo.until": "2025-06-01" })).toEqual([
      'offers.book-demo.until: "2025-06-01" is not after "from" (2026-01-01). Nobody could ever be shown this offer.',
    ]);
  });

  it.each<[string, Mistakes, string]>([
    [
      "itself as a rival",
      { "offers.book-demo.excludes": ["book-demo"] },
      'offers.book-demo.excludes[0]: "book-demo" is not another offer. Once shown it would never be shown again: use a "cap" for that.',
    ],
    [
      "a rival that is not there",
      { "offers.book-demo.excludes": ["book-demos"] },
      'offers.book-demo.excludes[0]: "book-demos" is not an offer of this library (book-demo). Did you mean "book-demo"?',
    ],
    [
      "a blackout that ends before it begins",
      { "offers.book-demo.blackouts": [{ from: "2026-12-27", until: "2026-12-24" }] },
      'offers.book-demo.blackouts[0].until: "2026-12-24" is not after "from" (2026-12-27). As it stands the offer never rests.',
    ],
    [
      "blackouts that overlap",
      {
        "offers.book-demo.blackouts": [
          { from: "2026-12-24", until: "2026-12-27" },
          { from: "2026-12-26", until: "2027-01-02" },
        ],
      },
      'offers.book-demo.blackouts[1].from: "2026-12-26" is not at or after the end of the blackout before it (2026-12-27). Put them in order, and make one of two that overlap.',
    ],
    [
      "a cool-down of no time",
      { "offers.book-demo.coolDown": "0d" },
      'offers.book-demo.coolDown: "0d" is not a time that passes. Say how long, such as 7d, or take it out.',
    ],
    [
      "a cap that is over at once",
      { "offers.book-demo.cap": { times: 3, within: "0h" } },
      'offers.book-demo.cap.within: "0h" is not a time that passes. Say how long, such as 7d, or take it out.',
    ],
    [
      "a cool-down that nothing can remember",
      { "offers.book-demo.coolDown": "7d", "consent.gates.behavior": undefined },
      'warning: offers.book-demo.coolDown: "coolDown" is not counted beyond one page view: consent.gates.behavior is not there, so it stays closed. Say which category opens the behavior gate.',
    ],
  ])("are told of %s", (_, mistakes, expected) => {
    expect(mistaken(mistakes)).toEqual([expected]);
  });

  it("may rest, exclude others and end", () => {
    const { "book-demo": demo } = tinyLibrary().offers;
    const found = mistaken({
      "offers.webinar": { ...demo, excludes: ["book-demo"], once: true, coolDown: "7d" },
      "offers.book-demo.blackouts": [
        { from: "2026-12-24", until: "2026-12-27" },
        { from: "2026-12-27", until: "2027-01-02" },
      ],
    });
    expect(found).toEqual([]);
  });

  it.each<[string, Mistakes, string]>([
    ["a default", { "slots.hero.default": { offer: "demo" } }, "slots.hero.default.offer"],
    ["neutral content", { "slots.hero.neutral": { offer: "demo" } }, "slots.hero.neutral.offer"],
    [
      "a variation",
      { "slots.hero.variations.0.content": { offer: "demo" } },
      "slots.hero.variations[0].content.offer",
    ],
    [
      "a suppression",
      { "suppressions.customers-no-acquisition.blocks": { offers: ["demo"] } },
      "suppressions.customers-no-acquisition.blocks.offers[0]",
    ],
  ])("exist when %s names them", (_, mistakes, path) => {
    expect(mistaken(mistakes)).toEqual([
      `${path}: "demo" is not an offer of this library (book-demo). Add it to offers, or take it out here.`,
    ]);
  });
});
