import { describe, expect, it } from "vitest";
import { find } from "../../../shared/findings/find.ts";
import type { Evidence } from "../../../shared/findings/finding.ts";
import { element, inPreview, page, visitors } from "./page.ts";

const ids = (evidence: Evidence) => find(evidence).map(({ id }) => id);

const previewed = inPreview(page({ slots: [element("cta", {})], facts: visitors.customer }), "open");
const asked = (slot: string): Evidence => ({
  ...previewed,
  preview: previewed.preview && {
    ...previewed.preview,
    anyway: [{ slot, name: "Any", variation: "any", segment: "any", goal: "any" }],
  },
});

describe("a slot that shows something because a marketer asked for it anyway", () => {
  it("is no fault of the page", () => {
    expect(ids(previewed)).toEqual(["customer-sees-acquisition"]);
    expect(ids(asked("cta"))).toEqual([]);
  });

  it("hides no fault of another slot", () => {
    expect(ids(asked("hero"))).toEqual(["customer-sees-acquisition"]);
  });
});
