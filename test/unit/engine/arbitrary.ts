import fc from "fast-check";
import type { Condition, Test } from "../../../shared/engine/condition.ts";
import { ABSENT, type Fact, type Facts, known, unknown } from "../../../shared/engine/facts.ts";
import type { Truth } from "../../../shared/engine/truth.ts";

/** A small world in which random conditions meet random visitors often enough to matter. */
export const NOW = Date.parse("2026-11-24T12:00:00Z");
export const PROPERTIES = { persona: ["cfo", "it-lead", "analyst"], seats: [1, 5, 9], active: [true, false] };
export const properties = {
  persona: { from: "crm", values: PROPERTIES.persona },
  seats: { from: "crm" },
  active: { from: "crm" },
};

const persona = fc.constantFrom(...PROPERTIES.persona);
const seats = fc.constantFrom(...PROPERTIES.seats);

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  persona.map((is): Condition => ({ property: "persona", is })),
  persona.map((isNot): Condition => ({ property: "persona", isNot })),
  fc
    .subarray(PROPERTIES.persona, { minLength: 1 })
    .map((one): Condition => ({ property: "persona", in: one })),
  fc
    .subarray(PROPERTIES.persona, { minLength: 1 })
    .map((one): Condition => ({ property: "persona", notIn: one })),
  seats.map((gte): Condition => ({ property: "seats", gte })),
  seats.map((lt): Condition => ({ property: "seats", lt })),
  fc.tuple(seats, seats).map(([from, to]): Condition => ({ property: "seats", between: [from, to] })),
  fc.boolean().map((is): Condition => ({ property: "active", is })),
  fc.boolean().map((one): Condition => ({ property: "persona", known: one })),
  fc
    .record({ atLeast: fc.nat(3), within: fc.constantFrom("1d", "7d") })
    .map((rest): Condition => ({ event: "page_view", where: { path: { startsWith: "/pricing" } }, ...rest })),
  fc.nat(2).map((atMost): Condition => ({ event: "page_view", atMost })),
  fc.constantFrom("one", "two").map((segment): Condition => ({ segment })),
);

export const condition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    leaf,
    fc.array(tie("condition"), { minLength: 1, maxLength: 3 }).map((all): Condition => ({ all })),
    fc.array(tie("condition"), { minLength: 1, maxLength: 3 }).map((any): Condition => ({ any })),
    tie("condition").map((not): Condition => ({ not })),
  ),
})).condition;

/** Conditions that segments may have: they refer to no segment. */
export const plainCondition = condition.filter((one) => !JSON.stringify(one).includes('"segment"'));

export const segments = fc.record({
  one: plainCondition.map((when) => ({ when })),
  two: plainCondition.map((when) => ({ when })),
});

const factOf = (value: fc.Arbitrary<string | number | boolean>): fc.Arbitrary<Fact> =>
  fc.oneof(
    value.map(known),
    fc.constant(ABSENT),
    fc.constantFrom("pending", "withheld", "stale", "failed", "missing").map((because) => unknown(because)),
  );

const events = fc.array(
  fc.record({
    event: fc.constantFrom("page_view", "download"),
    at: fc.integer({ min: NOW - 10 * 86_400_000, max: NOW }),
    fields: fc.record({ path: fc.constantFrom("/", "/pricing", "/pricing/teams") }),
  }),
  { maxLength: 6 },
);

export const facts: fc.Arbitrary<Facts> = fc.record({
  properties: fc.record({
    persona: factOf(persona),
    seats: factOf(seats),
    active: factOf(fc.boolean()),
  }),
  memberships: fc.constant({}),
  events: fc.oneof(events, fc.constant(unknown("withheld"))),
  now: fc.constant(NOW),
});

export const truth = fc.constantFrom<Truth>("yes", "no", "unknown");
export const testOfText: fc.Arbitrary<Test> = persona.map((is) => ({ is }));
