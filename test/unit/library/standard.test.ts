import { describe, expect, it } from "vitest";
import { withhold } from "../../../shared/consent/withhold.ts";
import { decide } from "../../../shared/engine/decide.ts";
import { evaluate } from "../../../shared/engine/evaluate.ts";
import { check } from "../../../shared/library/check/check.ts";
import { sentence } from "../../../shared/library/check/problem.ts";
import type { Library } from "../../../shared/library/library.ts";
import { factsOfVisitor } from "../../../shared/library/person.ts";
import { STANDARD_NAMES, STANDARDS, type StandardName } from "../../../shared/library/standard/list.ts";
import { startingLibrary } from "../../../shared/library/standard/starting-library.ts";
import type { Visitor } from "../../../shared/library/visitor.ts";

const now = Date.parse("2026-11-24T09:00:00Z");
const given = { name: "Northwind", owner: "web@northwind.example", now };

function ask(library: Library, segment: string, visitor: Visitor) {
  const { facts, gates } = factsOfVisitor(visitor, library, now);
  return evaluate({ segment }, withhold(facts, library.properties, gates), library).is;
}

const answers = (library: Library) =>
  Object.entries(library.segments).flatMap(([id, { tests }]) =>
    tests.map((one) => `${id}, ${one.name}: ${ask(library, id, one.visitor)}`),
  );
const expected = (library: Library) =>
  Object.entries(library.segments).flatMap(([id, { tests }]) =>
    tests.map((one) => `${id}, ${one.name}: ${one.expect}`),
  );

describe("a library to start from", () => {
  it.each<[string, readonly StandardName[]]>([
    ["all of them", STANDARD_NAMES],
    ...STANDARD_NAMES.map((one): [string, readonly StandardName[]] => [one, [one]]),
  ])("is in order, without a warning, and its tests pass: %s", (_, inputs) => {
    const library = startingLibrary({ ...given, inputs });
    expect(check(JSON.parse(JSON.stringify(library)), now).problems.map(sentence)).toEqual([]);
    expect(answers(library)).toEqual(expected(library));
  });

  it("has of everything that can be targeted", () => {
    const { properties } = startingLibrary(given);
    expect(properties.lifecycleStage?.values).toHaveLength(8);
    expect(properties.icpTier).toMatchObject({ from: "crm", of: "company" });
    expect(properties.openDeal).toMatchObject({ from: "crm", of: "deal" });
    expect(properties.gclid).toMatchObject({ from: "page", of: "query.gclid" });
    for (const { label, from, freshFor, usableFor } of Object.values(properties)) {
      expect(label).toBeTruthy();
      if (from === "crm") expect([freshFor, usableFor]).not.toContain(undefined);
    }
    for (const { segments } of Object.values(STANDARDS))
      for (const { tests } of Object.values(segments))
        expect(new Set(tests.map((one) => one.expect)).size).toBeGreaterThan(1);
  });

  it("does not prospect a customer who is in the segment that is greeted", () => {
    const library = startingLibrary(given);
    const shownTo = (lifecycleStage: string) =>
      decide(library, "hero", factsOfVisitor({ properties: { lifecycleStage } }, library, now).facts);
    expect(shownTo("opportunity").shown?.variation).toBe("hero-in-evaluation");
    expect(shownTo("customer").outcome).toBe("neutral");
  });
});
