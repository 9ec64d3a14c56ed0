import fc from "fast-check";
import { expect, describe as group, it } from "vitest";
import { evaluate } from "../../../shared/engine/evaluate.ts";
import { describe, explain, LANGUAGES, type Names } from "../../../shared/sentences/explain.ts";
import * as arbitrary from "../engine/arbitrary.ts";
import { hero, shown, stopped } from "./given.ts";

const names: Names = {
  properties: Object.fromEntries(Object.keys(arbitrary.PROPERTIES).map((id) => [id, {}])),
  segments: {},
  suppressions: {},
  offers: {},
};
const bare: Names = { ...names, properties: {} };

/** No gap, no word of a program, no placeholder that was left over. */
const UNSAID = / {2}|undefined|NaN|\[object|[{}]/;

group.each(LANGUAGES)("any rule and any visitor, in %s", (language) => {
  it("are said whole", () => {
    fc.assert(
      fc.property(arbitrary.condition, arbitrary.segments, arbitrary.facts, (condition, segments, facts) => {
        expect(describe(condition, names, language)).not.toMatch(UNSAID);
        const evaluation = evaluate(condition, facts, { segments, properties: arbitrary.properties });
        const decision =
          evaluation.is === "yes" ? shown(evaluation) : stopped(hero, { by: "targeting", evaluation });
        const { headline, sentences } = explain(decision, names, language);
        expect([headline, ...sentences].join(" ")).not.toMatch(UNSAID);
      }),
      { numRuns: 1_000 },
    );
  });

  it("tell no value of a property that is not exposed", () => {
    const values = fc.constantFrom(...arbitrary.PROPERTIES.persona, ...arbitrary.PROPERTIES.city);
    fc.assert(
      fc.property(values, values, (value, asked) => {
        const properties = { secret: { is: "known", value } } as const;
        const facts = { properties, memberships: {}, events: [], now: arbitrary.NOW };
        for (const condition of [
          { property: "secret", is: asked },
          { not: { property: "secret", startsWith: asked } },
        ]) {
          const evaluation = evaluate(condition, facts, { segments: {} });
          const { sentences } = explain(
            stopped({ ...hero, segment: "someone" }, { by: "targeting", evaluation }),
            bare,
            language,
          );
          const said = [describe(condition, bare, language), ...sentences].join(" ");
          expect(said).not.toContain(value);
          expect(said).not.toContain(asked);
        }
      }),
    );
  });
});
