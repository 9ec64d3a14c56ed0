import { describe, expect, it } from "vitest";
import { usedParts } from "../../../../sdk/cli/bundle/parts.ts";
import type { Condition } from "../../../../shared/engine/condition.ts";
import type { Library } from "../../../../shared/library/library.ts";
import { publish } from "../../../../shared/manifest/publish.ts";
import { tinyLibrary } from "../../library/tiny.ts";

const partsOf = (changed: Partial<Library>) => usedParts(publish(tinyLibrary(changed)).manifest);

/** What is published with a slot for a segment with this condition. */
function engineFor(when: Condition): readonly string[] {
  const { segments, slots } = tinyLibrary();
  const [id = "", segment] = Object.entries(segments)[0] ?? [];
  if (!segment) throw new Error("The tiny library has no segment.");
  const [variation, ...others] = slots.hero?.variations ?? [];
  if (!slots.hero || !variation) throw new Error("The tiny library has no variation.");
  const hero = { ...slots.hero, variations: [{ ...variation, for: id }, ...others] };
  return partsOf({ segments: { ...segments, [id]: { ...segment, when } }, slots: { ...slots, hero } }).engine;
}

describe("a published script", () => {
  it("brings along each consent source that the library names, once, and the browser’s own signal", () => {
    const { consent } = tinyLibrary();
    expect(
      partsOf({ consent: { ...consent, source: "tcf", others: ["vanilla-cookieconsent"] } }).sources,
    ).toEqual(["tcf", "vanilla-cookieconsent", "gpc"]);
    expect(partsOf({ consent: { ...consent, others: [consent.source] } }).sources).toEqual([
      consent.source,
      "gpc",
    ]);
  });

  it("brings along the authority that a single gate names", () => {
    const { consent } = tinyLibrary();
    const gates = { ...consent.gates, measurement: { source: "tcf" as const, needs: ["8"] } };
    expect(partsOf({ consent: { ...consent, gates } }).sources).toEqual([consent.source, "tcf", "gpc"]);
  });

  it("brings along what watches for a goal where an offer says how it is reached", () => {
    const offers = { demo: { goal: "acquisition", label: "Book a demo", href: "/demo" } };
    expect(partsOf({ offers }).goals).toEqual([]);
    expect(partsOf({ offers: { demo: { ...offers.demo, reachedBy: { click: "#demo" } } } }).goals).toEqual([
      "goals",
    ]);
  });

  it("brings along the kinds of content that its slots use, and how to hide one", () => {
    const { slots } = tinyLibrary();
    const used = new Set(
      Object.values(slots).flatMap(({ neutral, variations }) =>
        [neutral, ...variations.map(({ content }) => content)].map((content) => Object.keys(content)[0]),
      ),
    );
    const { contents } = partsOf({});
    expect([...contents].sort()).toEqual([...used, "hide"].sort());
    expect(new Set(contents).size).toBe(contents.length);
  });

  const read = { event: "page_view", where: { path: { startsWith: "/pricing" } } };
  it.each<[string, Condition, readonly string[]]>([
    ["a plain comparison", { property: "country", is: "DE" }, []],
    ["how often something happened", { ...read, atLeast: 3, within: "7d" }, []],
    ["how often it ever happened in a while", { ...read, atLeast: 3, everWithin: "7d" }, ["sequences"]],
    ["what came after it", { ...read, then: { event: "demo_asked" } }, ["sequences"]],
    ["when it first happened", { ...read, first: { before: "2026-01-01" } }, ["dates", "sequences"]],
    ["a score", { score: [{ ...read, weight: 1 }], gte: 3 }, ["sequences"]],
  ])("brings along what the engine needs for %s", (_, when, parts) => {
    expect(engineFor(when)).toEqual(parts);
  });
});
