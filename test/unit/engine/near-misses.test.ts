import { describe, expect, it } from "vitest";
import type { Condition } from "../../../shared/engine/condition.ts";
import { evaluate } from "../../../shared/engine/evaluate.ts";
import { nearMisses } from "../../../shared/engine/witness/near-misses.ts";

const NOW = Date.parse("2026-11-24T12:00:00Z");
const rules = { segments: {}, properties: { persona: { values: ["cfo", "it-lead"] } } };
const misses = (condition: Condition) => nearMisses(condition, rules, NOW);

describe("the people beside the line", () => {
  const cfo: Condition = { property: "persona", is: "cfo" };
  const large: Condition = { property: "seats", gte: 50 };
  const pricing: Condition = { event: "page_view", atLeast: 3, within: "7d" };

  it("fail one leaf each, and no other", () => {
    const condition: Condition = { all: [cfo, large, pricing] };
    const found = misses(condition);
    expect(found.map(({ leaf }) => leaf)).toEqual([cfo, large, pricing]);
    for (const { leaf, facts } of found) {
      expect(evaluate(condition, facts, rules).is).toBe("no");
      for (const other of [cfo, large, pricing])
        expect(evaluate(other, facts, rules).is).toBe(other === leaf ? "no" : "yes");
    }
  });

  it("stand just below a number", () => {
    const [miss] = misses({ all: [large] });
    expect(miss?.facts.properties.seats).toEqual({ is: "known", value: 49 });
  });

  it("are outside by every other way too, where one way in is enough", () => {
    for (const { facts } of misses({ any: [cfo, large] }))
      expect(evaluate({ any: [cfo, large] }, facts, rules).is).toBe("no");
  });
});
