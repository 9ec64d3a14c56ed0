import { describe, expect, it } from "vitest";
import { type Facts, known, unknown } from "../../../../shared/engine/facts.ts";
import { incompleteProperties } from "../../../../shared/findings/governance/incomplete-properties.ts";
import { governedBy, outcomeOf, slot } from "../governed.ts";
import { element, inPreview, library, page, visitors } from "../page.ts";

const somebody = { visitor: { identified: true, asOf: "2026-11-24T11:00:00Z" } };
const having = (is: Facts["memberships"][string]): Facts => ({
  ...visitors.nobody,
  properties: { ...visitors.nobody.properties, lifecycleStage: known("lead") },
  memberships: { cfo: is },
});
const seen = (facts: Facts, shown = element("cta", {})) => page({ slots: [shown], facts, claim: somebody });
const check = (...given: Parameters<typeof seen>) => outcomeOf(incompleteProperties, seen(...given));

describe("properties that segments need", () => {
  it("are missing only where nothing is on record: other doubts pass, and no is an answer", () => {
    expect(check(having(unknown("missing")))).toBe("found");
    expect(check(having(unknown("failed")))).toBe("clean");
    expect(check(having(unknown("withheld")))).toBe("clean");
    expect(check(having({ is: "no" }))).toBe("clean");
  });

  it("are no fault of a slot of which another segment could be told", () => {
    expect(check(having(unknown("missing")), element("hero", {}))).toBe("clean");
    const two = slot({
      variations: ["cfo", "reader"].map((id) => ({ id: `extra-${id}`, for: id, content: { text: id } })),
    });
    const given = { slots: [element("extra", {})], facts: having(unknown("missing")), claim: somebody };
    expect(outcomeOf(incompleteProperties, governedBy(two, given))).toBe("clean");
  });

  it("are no fault where something else keeps variations from being shown", () => {
    expect(check({ ...having(unknown("missing")), objected: true })).toBe("clean");
    expect(check({ ...having(unknown("missing")), stopped: true })).toBe("clean");
    expect(check(having(unknown("missing")), element("cta", { outcome: "neutral" }))).toBe("clean");
  });

  it("do not apply to somebody whom nobody knows, nor to one who was made up", () => {
    const slots = [element("cta", {})];
    expect(outcomeOf(incompleteProperties, page({ slots, facts: having(unknown("missing")) }))).toBe(
      "does not apply",
    );
    expect(outcomeOf(incompleteProperties, inPreview(seen(having(unknown("missing"))), "open"))).toBe(
      "does not apply",
    );
  });

  it("are named where the library is at hand", () => {
    const found = incompleteProperties.check({ ...seen(having(unknown("missing"))), library });
    expect(found.is === "found" && found.faults[0]?.evidence.at(-1)?.en).toBe("“CFOs” rests on “persona”.");
  });
});
