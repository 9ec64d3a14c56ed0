import { describe, expect, it } from "vitest";
import { danglingReference } from "../../../../shared/findings/governance/dangling-reference.ts";
import type { Library } from "../../../../shared/library/library.ts";
import type { Manifest } from "../../../../shared/manifest/shape.ts";
import { governedBy, outcomeOf, slot } from "../governed.ts";
import { element, library, manifest, page } from "../page.ts";

const hero = [element("hero", {})];

function sentences(changed: Partial<Manifest>, given: Partial<Parameters<typeof page>[0]> = {}) {
  const claim = { manifest: { ...manifest, ...changed } };
  const found = danglingReference.check(page({ slots: hero, claim, ...given }));
  return found.is === "found"
    ? found.faults.flatMap(({ evidence }) => evidence.map(({ en }) => en))
    : found.is;
}

const without = <T>(all: Readonly<Record<string, T>>, id: string) =>
  Object.fromEntries(Object.entries(all).filter(([one]) => one !== id));

describe("a rule that names what there is not", () => {
  it("is not found where every name leads somewhere, with the library and without", () => {
    expect(sentences({})).toBe("clean");
    expect(sentences({}, { library })).toBe("clean");
  });

  it("is found for everything that rules refer to", () => {
    expect(sentences({ offers: without(manifest.offers, "guide") })).toEqual([
      "The rules of this page do not have the offer “guide”, which the slot “Learn” names.",
    ]);
    expect(sentences({ memberships: {} })).toEqual([
      "The rules of this page do not have the answer of the endpoint “cfo”, which the segment “CFOs” names.",
    ]);
    expect(sentences({ properties: without(manifest.properties, "firstSource") })).toEqual([
      "The rules of this page do not have the property “firstSource”, which the segment “Sent by a partner” names.",
    ]);
    expect(sentences({ segments: without(manifest.segments, "germany") })).toContain(
      "The rules of this page do not have the segment “germany”, which the segment “Germany or CFO” names.",
    );
  });

  it("finds slots that suppressions name, and rivals of offers", () => {
    const own = manifest.suppressions["not-served"] as Manifest["suppressions"][string];
    const suppressions = { ...manifest.suppressions, "not-served": { ...own, blocks: { slots: ["herro"] } } };
    expect(sentences({ suppressions })).toEqual([
      "The rules of this page do not have the slot “herro”, which the suppression “Is in a country that is not served” names.",
    ]);
    const guide = { ...manifest.offers.guide, excludes: ["gone"] } as Manifest["offers"][string];
    expect(sentences({ offers: { ...manifest.offers, guide } })).toEqual([
      "The rules of this page do not have the offer “gone”, which the offer “Read the guide” names.",
    ]);
  });

  it("is told apart from names that every object has", () => {
    const evidence = governedBy(
      slot({ variations: [{ id: "extra-x", for: "constructor", content: { text: "x" } }] }),
      { slots: hero },
    );
    expect(outcomeOf(danglingReference, evidence)).toBe("found");
  });

  it("asks the full library for what was removed since, if it is this page’s", () => {
    const newer = { ...library, segments: without(library.segments, "partner") };
    expect(sentences({}, { library: newer })).toEqual([
      "The loaded library does not have the segment “partner”, which the slot “Hero” of this page names.",
    ]);
    expect(sentences({}, { library: { ...newer, name: "Another" } })).toBe("clean");
  });

  it("asks it for values too, however they are written where that does not matter", () => {
    const written = (compare: "exact" | "case"): Library => ({
      ...library,
      properties: {
        ...library.properties,
        lifecycleStage: { ...library.properties.lifecycleStage, compare, values: ["Lead", "Customer"] },
      } as Library["properties"],
    });
    expect(sentences({}, { library: written("case") })).toBe("clean");
    expect(sentences({}, { library: written("exact") })).toHaveLength(3);
  });
});
