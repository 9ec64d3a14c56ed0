import { describe, expect, it } from "vitest";
import {
  audiencesHere,
  choiceFor,
  comparisonOf,
  isSame,
  slotsHere,
} from "../../../../extension/panel/compare/comparison.ts";
import { matrixOf, ownFacts } from "../../../../extension/panel/rules/matrix.ts";
import { fullLibrary } from "../../../../extension/panel/rules/rules.ts";
import type { Seen } from "../../../../extension/panel/seen.ts";
import type { Library } from "../../../../shared/library/library.ts";
import { element, manifest, NOW, page, library as plain } from "../../findings/page.ts";

const library: Library = {
  ...plain,
  // Their tests are of nobody in them: somebody is made up.
  segments: Object.fromEntries(
    Object.entries(plain.segments).map(([id, one]) => [id, { ...one, tests: [] }]),
  ),
};

function seen(
  slots = [element("hero", {}), element("cta", {}), element("hero", {}), element("gone", {})],
): Seen {
  const { observation } = page({ slots });
  if (!observation.claim) throw new Error("no claim");
  const rules = { manifest, full: fullLibrary(library, "library.json") };
  return { tab: 1, observation, claim: observation.claim, preview: undefined, rules };
}

function compare(audiences: readonly string[], all = seen()) {
  const facts = ownFacts(all.claim.facts, manifest);
  const where = { slots: slotsHere(all).map(({ id }) => id), facts };
  const rows = [...matrixOf(audiences.map(choiceFor), where, all.rules, NOW)];
  return comparisonOf(rows, all, { anybody: "Anybody", language: "en" });
}

describe("a comparison of audiences", () => {
  it("has the slots of this page that the library has, each once, by name", () => {
    expect(slotsHere(seen())).toEqual([
      { id: "hero", name: "Hero" },
      { id: "cta", name: "Button" },
    ]);
  });

  it("begins with nobody in particular and the first for whom there is something here", () => {
    expect(audiencesHere(seen())).toEqual(["", "customer", "cfo", "germany"]);
    expect(audiencesHere(seen([]))).toEqual([""]);
  });

  it("says in words what each would see, why, and what would be read there", () => {
    const [anybody, customer] = compare(["", "customer"]).audiences;
    expect(anybody?.name).toBe("Anybody");
    expect(customer?.name).toBe("Customers");
    expect(customer?.sights?.[0]).toEqual({
      slot: "hero",
      outcome: "variation",
      headline: "Shows the content for “Customers”",
      why: ["Lifecycle stage is customer."],
      text: "customer",
      content: "for-customer",
    });
    expect(customer?.sights?.[1]).toMatchObject({
      slot: "cta",
      outcome: "neutral",
      headline: "Shows the neutral content",
    });
  });

  it("reads off the page what stands there now", () => {
    const [anybody] = compare([""]).audiences;
    expect(anybody?.sights?.[1]).toMatchObject({ outcome: "default", text: "What stands there" });
  });

  it("knows where two would see the same", () => {
    const { audiences } = compare(["cfo", "customer", "reader"]);
    const [cfo, customer, reader] = audiences.map(({ sights }) => sights?.[1]);
    expect(isSame(cfo, reader)).toBe(true);
    expect(isSame(cfo, customer)).toBe(false);
    expect(isSame(undefined, undefined)).toBe(false);
  });

  it("says of whom nobody was found", () => {
    expect(compare(["gone"]).audiences).toEqual([{ id: "gone", name: "gone" }]);
  });
});
