import { describe, expect, it } from "vitest";
import type { Choice } from "../../../../extension/panel/person/choice.ts";
import { matrixOf, ownFacts } from "../../../../extension/panel/rules/matrix.ts";
import { fullLibrary } from "../../../../extension/panel/rules/rules.ts";
import { known } from "../../../../shared/engine/facts.ts";
import type { Library } from "../../../../shared/library/library.ts";
import { publish } from "../../../../shared/manifest/publish.ts";
import { NOW, library as plain, visitors } from "../../findings/page.ts";

const only = (segment: string, more: Partial<Choice> = {}): Choice => ({
  segment,
  also: [],
  withoutConsent: false,
  ...more,
});

const library: Library = {
  ...plain,
  // Their tests are of nobody in them: somebody is made up.
  segments: Object.fromEntries(
    Object.entries(plain.segments).map(([id, one]) => [id, { ...one, tests: [] }]),
  ),
};
const { manifest } = publish(library);
const rules = { manifest, full: fullLibrary(library, "library.json") };
const page = { slots: ["hero", "cta"], facts: ownFacts(visitors.nobody, manifest) };

const outcomes = (choices: readonly Choice[], where = page, by: Parameters<typeof matrixOf>[2] = rules) =>
  [...matrixOf(choices, where, by, NOW)].map(({ decisions }) =>
    decisions?.map(({ outcome, shown }) => shown?.variation ?? outcome),
  );

describe("the matrix of audiences and slots", () => {
  it("says what each would see, suppressions included", () => {
    expect(outcomes([only("cfo"), only("customer"), only("reader")])).toEqual([
      ["for-cfo", "cta-cfo"],
      ["for-customer", "neutral"],
      ["for-germany", "default"],
    ]);
  });

  it("has what the page shows by itself, to whomever", () => {
    const abroad = { ...page, facts: { ...page.facts, country: known("FR") } };
    expect(outcomes([only("reader")], abroad)).toEqual([["for-reader", "default"]]);
    expect(Object.keys(page.facts)).toEqual(["country"]);
  });

  it("withholds what an audience that has not consented would not have used", () => {
    expect(outcomes([only("cfo", { withoutConsent: true })])).toEqual([["for-germany", "default"]]);
  });

  it("sees a slot beside the offers of those before it", () => {
    const beside: Library = {
      ...library,
      offers: {
        ...library.offers,
        guide: { goal: "education", label: "Read the guide", href: "/guide", excludes: ["book-demo"] },
        "book-demo": { ...(library.offers["book-demo"] as Library["offers"][string]), excludes: ["guide"] },
      },
      slots: Object.fromEntries(
        ["first", "second"].map((id, at) => [
          id,
          {
            ...(library.slots.hero as Library["slots"][string]),
            variations: [
              { id: `${id}-germany`, for: "germany", content: { offer: at ? "book-demo" : "guide" } },
            ],
          },
        ]),
      ),
    };
    const both = { manifest: publish(beside).manifest };
    const slots = { slots: ["first", "second"], facts: page.facts };
    expect(outcomes([only("germany")], slots, both)).toEqual([["first-germany", "default"]]);
    const alone = { ...slots, slots: ["second"] };
    expect(outcomes([only("germany")], alone, both)).toEqual([["second-germany"]]);
  });

  it("says of whom nobody was found, and goes on", () => {
    expect(outcomes([only("gone"), only("cfo")])).toEqual([undefined, ["for-cfo", "cta-cfo"]]);
  });
});
