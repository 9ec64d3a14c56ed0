import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Condition } from "../../../shared/engine/condition.ts";
import { evaluate } from "../../../shared/engine/evaluate.ts";
import { witness } from "../../../shared/engine/witness/witness.ts";
import { condition, NOW, properties, segments } from "./arbitrary.ts";

describe("a witness", () => {
  it("of a segment is in it", () => {
    let found = 0;
    let asked = 0;
    fc.assert(
      fc.property(condition, segments, fc.constantFrom("yes", "no"), (one, rules, want) => {
        asked++;
        const facts = witness(one, want, { segments: rules, properties }, { now: NOW });
        if (!facts) return;
        found++;
        expect(evaluate(one, facts, { segments: rules, properties }).is).toBe(want);
      }),
      { numRuns: 1_500 },
    );
    // Most random conditions can be met: a search that gives up would pass the property above.
    expect(found / asked).toBeGreaterThan(0.8);
  });

  const rules = { segments: {}, properties };
  const find = (one: Condition, avoid: readonly Condition[] = []) =>
    witness(one, "yes", rules, { now: NOW, avoid });

  it.each<[string, Condition]>([
    ["text", { property: "path", startsWith: "/docs" }],
    ["an expression", { property: "path", matches: "^/docs" }],
    ["a date", { property: "since", before: "2026-01-01" }],
    ["a number", { property: "employees", between: [50, 200] }],
    ["a list", { property: "tags", contains: "vip" }],
    ["many visits", { event: "page_view", where: { path: { is: "/pricing" } }, atLeast: 4, within: "7d" }],
    ["a membership", { all: [{ membership: "x" }, { not: { membership: "y" } }] }],
  ])("is found for %s", (_, one) => {
    expect(evaluate(one, find(one) ?? ({} as never), { segments: {} }).is).toBe("yes");
  });

  it("is somebody ordinary where that is possible", () => {
    const customer: Condition = { property: "lifecycle", in: ["customer"] };
    const facts = find({ property: "persona", is: "cfo" }, [customer]);
    expect(evaluate(customer, facts ?? ({} as never), { segments: {} }).is).toBe("no");
  });

  it("is still found where everybody in the segment is suppressed", () => {
    const customer: Condition = { property: "lifecycle", is: "customer" };
    expect(find(customer, [customer])?.properties.lifecycle).toEqual({ is: "known", value: "customer" });
  });

  it("is not made up where nobody can be in the segment", () => {
    expect(
      find({
        all: [
          { property: "persona", is: "cfo" },
          { property: "persona", is: "analyst" },
        ],
      }),
    ).toBeUndefined();
  });
});
