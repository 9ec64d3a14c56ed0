import { describe, expect, it, vi } from "vitest";
import { gapsIn, type Narrowed, shownMap } from "../../../../../extension/panel/map/shown.ts";
import { fullLibrary } from "../../../../../extension/panel/rules/rules.ts";
import type { Library } from "../../../../../shared/library/library.ts";
import { publish } from "../../../../../shared/manifest/publish.ts";
import { element, page } from "../../../findings/page.ts";
import { tinyLibrary } from "../../../library/tiny.ts";

vi.mock("webextension-polyfill", async () => ({ default: (await import("../../browser.ts")).fakeBrowser }));

const tiny = tinyLibrary();
const [hero] = Object.values(tiny.slots);
const slot = (name: string, moment: string, segments: readonly string[]) => ({
  ...hero,
  name,
  moment,
  variations: segments.map((id) => ({ id: `${name}-${id}`, for: id, content: { text: id } })),
});
const library = tinyLibrary({
  segments: {
    ...tiny.segments,
    germany: { ...tiny.segments.customer, name: "Germans", input: "region", owner: "bonn@northwind.example" },
  } as Library["segments"],
  slots: {
    hero: slot("Hero", "first visit", ["evaluating-cfo", "large", "large"]),
    price: slot("Price", "comparing prices", ["large"]),
    strip: slot("Strip", "first visit", []),
  } as Library["slots"],
});

const { observation } = page({ slots: [element("price", {}), element("strip", {})] });
const whole = {
  rules: { manifest: publish(library).manifest, full: fullLibrary(library, "a file") },
  observation,
};
const published = { rules: { manifest: publish(library).manifest }, observation };

const map = (narrowed: Partial<Narrowed> = {}, seen: typeof published = whole) =>
  shownMap(seen, { text: "", onlyHere: false, ...narrowed });
const rowsOf = (narrowed: Partial<Narrowed>, seen?: typeof published) =>
  map(narrowed, seen).groups.flatMap(({ rows }) => rows.map(({ id }) => id));

describe("the map as it is drawn", () => {
  it("has its columns in the order of the journey, and says where a moment begins and what is on this page", () => {
    expect(map().moments).toEqual([
      { name: "first visit", slots: 2 },
      { name: "comparing prices", slots: 1 },
    ]);
    expect(map().slots).toEqual([
      { id: "hero", name: "Hero", moment: "first visit", isFirst: true, isHere: false, isSame: false },
      { id: "strip", name: "Strip", moment: "first visit", isFirst: false, isHere: true, isSame: true },
      { id: "price", name: "Price", moment: "comparing prices", isFirst: true, isHere: true, isSame: false },
    ]);
  });

  it("has its rows by input, with what each slot holds for them, and tells those that no slot speaks to", () => {
    const rows = map().groups.map(({ input, rows: some }) => [
      input,
      some.map(({ id, cells, isSilent }) => [
        id,
        Object.entries(cells).map(([at, variations]) => `${at} ${variations.length}`),
        isSilent,
      ]),
    ]);
    expect(rows).toEqual([
      [
        "persona",
        [
          ["customer", [], true],
          ["evaluating-cfo", ["hero 1"], false],
          ["large", ["hero 2", "price 1"], false],
        ],
      ],
      ["region", [["germany", [], true]]],
    ]);
  });

  it("is the same from what the page knows", () => {
    expect(map({}, published)).toEqual(map());
  });

  it("tells a segment that is there for other rules from one that nothing would miss", () => {
    const asking = tinyLibrary({
      segments: {
        ...tiny.segments,
        "large-customer": {
          ...tiny.segments.large,
          when: { all: [{ segment: "customer" }, { segment: "large" }] },
        },
      } as Library["segments"],
    });
    const rules = { manifest: publish(asking).manifest, full: fullLibrary(asking, "a file") };
    const rows = shownMap({ rules, observation }, { text: "", onlyHere: false }).groups.flatMap(
      (group) => group.rows,
    );
    expect(rows.filter(({ isSilent }) => isSilent).map(({ id, isAsked }) => [id, isAsked])).toEqual([
      ["customer", true],
      ["large-customer", false],
    ]);
  });

  it("can be narrowed down to the slots of this page; a moment then begins with its first one here", () => {
    const { moments, slots } = map({ onlyHere: true });
    expect(moments.map(({ slots: number }) => number)).toEqual([1, 1]);
    expect(slots.map(({ id, isFirst }) => [id, isFirst])).toEqual([
      ["strip", true],
      ["price", true],
    ]);
  });

  it("does not call a segment silent because what speaks to it is on another page", () => {
    const cfo = map({ onlyHere: true })
      .groups.flatMap(({ rows }) => rows)
      .find(({ id }) => id === "evaluating-cfo");
    expect(cfo?.isSilent).toBe(false);
  });

  it.each([
    ["", ["customer", "evaluating-cfo", "large", "germany"]],
    ["german", ["germany"]],
    ["region", ["germany"]],
    ["bonn", ["germany"]],
    ["how works cfo", ["evaluating-cfo"]],
    ["no such thing", []],
  ])("finds segments by all that is said of them: “%s”", (text, ids) => {
    expect(rowsOf({ text })).toEqual(ids);
  });

  it("finds nothing by what is not on the page", () => {
    expect(rowsOf({ text: "bonn" }, published)).toEqual([]);
    expect(rowsOf({ text: "german" }, published)).toEqual(["germany"]);
  });

  it("counts what is wanting, whatever is searched for", () => {
    expect(gapsIn(library)).toEqual({ silent: 2, same: 1 });
    expect(gapsIn(tinyLibrary())).toEqual({ silent: 1, same: 0 });
  });
});
