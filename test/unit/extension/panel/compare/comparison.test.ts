import { beforeEach, describe, expect, it, vi } from "vitest";
import {
  audiencesHere,
  choiceFor,
  comparisonOf,
  isSame,
  slotsHere,
} from "../../../../../extension/panel/compare/comparison.ts";
import { matrixOf, ownFacts } from "../../../../../extension/panel/rules/matrix.ts";
import { fullLibrary } from "../../../../../extension/panel/rules/rules.ts";
import type { Seen } from "../../../../../extension/panel/seen.ts";
import type { Library } from "../../../../../shared/library/library.ts";
import { element, manifest, NOW, page, library as plain, SECRET } from "../../../findings/page.ts";
import { resetBrowser } from "../../browser.ts";

vi.mock("webextension-polyfill", async () => ({ default: (await import("../../browser.ts")).fakeBrowser }));

beforeEach(resetBrowser);

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
  return { tab: 1, observation, claim: observation.claim, preview: undefined, chosen: undefined, rules };
}

function compare(audiences: readonly string[], all = seen()) {
  const facts = ownFacts(all.claim.facts, manifest);
  const where = { slots: slotsHere(all).map(({ id }) => id), facts };
  const rows = [...matrixOf(audiences.map(choiceFor), where, all.rules, NOW)];
  return comparisonOf(rows, all, "Anybody");
}

describe("a comparison of audiences", () => {
  it("has the slots of this page that the library has, each once, by name", () => {
    expect(slotsHere(seen())).toEqual([
      { id: "hero", name: "Hero" },
      { id: "cta", name: "Button" },
    ]);
  });

  it("begins with nobody in particular and those for whom there is most here", () => {
    expect(audiencesHere(seen())).toEqual(["", "cfo", "customer", "germany"]);
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
      passedOver: {},
      text: "customer",
      content: "for-customer",
    });
    expect(customer?.sights?.[1]).toMatchObject({
      slot: "cta",
      outcome: "neutral",
      headline: "Shows the neutral content",
    });
  });

  it("says why one does not see what the other sees", () => {
    const [, reader] = compare(["customer", "reader"]).audiences;
    expect(reader?.sights?.[0]?.passedOver["for-customer"]).toMatch(
      /^Passed over the content for “Customers”/,
    );
  });

  it("has nothing of what stands in the page now: that may speak of its real visitor", () => {
    const slots = [element("hero", { text: SECRET }), element("cta", { text: SECRET })];
    expect(JSON.stringify(compare(["", "cfo", "reader"], seen(slots)))).not.toContain(SECRET);
  });

  it("knows where two would see the same", () => {
    const { audiences } = compare(["partner", "customer", "reader"]);
    const [partner, customer, reader] = audiences.map(({ sights }) => sights?.[1]);
    expect(isSame(partner, reader)).toBe(true);
    expect(isSame(partner, customer)).toBe(false);
    expect(isSame(undefined, undefined)).toBe(false);
  });

  it("says of whom nobody was found", () => {
    expect(compare(["gone"]).audiences).toEqual([{ id: "gone", name: "gone" }]);
  });
});
