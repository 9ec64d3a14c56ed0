import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "../../../../shared/engine/compiled/compile.ts";
import { answer, hold, learn, trace, truthOf } from "../../../../shared/engine/compiled/run.ts";
import { evaluate } from "../../../../shared/engine/evaluate.ts";
import type { Fact, Facts } from "../../../../shared/engine/facts.ts";
import { known } from "../../../../shared/engine/facts.ts";
import { condition, facts, plainCondition, properties } from "../arbitrary.ts";

/** Six segments, of which four may refer to the first two. */
const rules = fc
  .tuple(plainCondition, plainCondition, condition, condition, condition, condition)
  .map(([one, two, ...rest]) => ({
    // Not in the order of reference, so that the order has to be found.
    ...Object.fromEntries(rest.map((when, index) => [`segment${index}`, { when }])),
    one: { when: one },
    two: { when: two },
  }));

const answersOf = (all: ReturnType<typeof compile>, visitor: Facts) => {
  const held = hold(all, visitor);
  answer(all, held);
  return Object.fromEntries(all.segments.map((id, index) => [id, truthOf(all, held, index)]));
};
const plainly = (conditions: Record<string, { when: never }>, visitor: Facts) =>
  Object.fromEntries(
    Object.keys(conditions).map((id) => [
      id,
      evaluate({ segment: id }, visitor, { segments: conditions, properties }).is,
    ]),
  );

describe("compiled segments", () => {
  it("answer as the conditions themselves do", () => {
    fc.assert(
      fc.property(rules, facts, (conditions, visitor) => {
        expect(answersOf(compile(conditions, properties), visitor)).toEqual(
          plainly(conditions as never, visitor),
        );
      }),
      { numRuns: 3_000 },
    );
  });

  it("give the same trace, read off the codes", () => {
    fc.assert(
      fc.property(rules, facts, (conditions, visitor) => {
        const program = compile(conditions, properties);
        const held = hold(program, visitor);
        answer(program, held);
        for (const id of program.segments)
          expect(trace(program, held, id)).toEqual(
            evaluate({ segment: id }, visitor, { segments: conditions, properties }),
          );
      }),
      { numRuns: 1_000 },
    );
  });

  const change = fc.tuple(fc.constantFrom("persona", "seats", "active", "city", "renewal", "topics"), facts);

  it("answer the same after a change as if the visitor were held anew", () => {
    fc.assert(
      fc.property(rules, facts, fc.array(change, { maxLength: 4 }), (conditions, visitor, changes) => {
        const program = compile(conditions, properties);
        const held = hold(program, visitor);
        answer(program, held);
        let now = visitor;
        for (const [property, other] of changes) {
          const fact = other.properties[property] as Fact;
          now = { ...now, properties: { ...now.properties, [property]: fact } };
          learn(program, held, property, fact);
        }
        const anew = hold(program, now);
        answer(program, anew);
        expect(held.codes).toEqual(anew.codes);
      }),
      { numRuns: 1_500 },
    );
  });

  it("are answered again only where they read what changed", () => {
    const conditions = {
      cfo: { when: { property: "persona", is: "cfo" } },
      large: { when: { property: "seats", gte: 5 } },
      both: { when: { all: [{ segment: "cfo" }, { segment: "large" }] } },
      "not-large": { when: { not: { segment: "large" } } },
    };
    const program = compile(conditions, properties);
    const held = hold(program, {
      properties: { persona: known("cfo"), seats: known(1) },
      memberships: {},
      events: [],
      now: 0,
    });
    answer(program, held);
    // The segment itself, and the two that refer to it.
    expect(learn(program, held, "seats", known(7))).toBe(3);
    // Nobody can tell 7 from 8.
    expect(learn(program, held, "seats", known(8))).toBe(0);
    // The segment itself; "both" follows, and nobody reads "both".
    expect(learn(program, held, "persona", known("analyst"))).toBe(2);
    expect(learn(program, held, "country", known("DE"))).toBe(0);
  });

  it("do not throw or hang on what a checked library would not have", () => {
    const program = compile({
      one: { when: { segment: "two" } },
      two: { when: { not: { segment: "one" } } },
      three: { when: { segment: "nobody" } },
    });
    const held = hold(program, { properties: {}, memberships: {}, events: [], now: 0 });
    answer(program, held);
    expect([0, 1, 2].map((segment) => truthOf(program, held, segment))).toEqual([
      "unknown",
      "unknown",
      "unknown",
    ]);
  });
});
