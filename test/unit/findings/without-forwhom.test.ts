import { describe, expect, it } from "vitest";
import { checkAll } from "../../../shared/findings/find.ts";
import { element, page } from "./page.ts";
import { right } from "./pages/clean.ts";

const ABOUT_RULES = /^[EM]\d/;

const outcomes = (evidence: Parameters<typeof checkAll>[0]) =>
  checkAll(evidence)
    .filter(({ rule }) => rule.catalogue.some((number) => ABOUT_RULES.test(number)))
    .map(({ rule, outcome }) => [rule.id, outcome.is] as const);

describe("a page without Forwhom", () => {
  it("has no rules that could be broken", () => {
    const evidence = right["a page without Forwhom"];
    const found = evidence ? outcomes(evidence) : [];
    expect(found.length).toBeGreaterThan(15);
    expect(found.filter(([, is]) => is !== "does not apply")).toEqual([]);
  });
});

describe("a page on which nothing is decided yet", () => {
  it("is not called clean by any check of what is shown", () => {
    const undecided = page({ slots: [element("hero", { outcome: "undecided" })] });
    const clean = outcomes(undecided).flatMap(([id, is]) => (is === "clean" ? [id] : []));
    // These look at the rules, which are there before anything is decided.
    expect(clean).toEqual([
      "dangling-reference",
      "customers-not-kept-out",
      "neutral-not-neutral",
      "segments-reported-alike",
      "results-not-measured",
      "generic-content",
    ]);
  });
});
