import fc from "fast-check";
import type { Condition, Value } from "../../../shared/engine/condition.ts";
import { ABSENT, type Fact, type Facts, known, unknown } from "../../../shared/engine/facts.ts";
import type { Truth } from "../../../shared/engine/truth.ts";

/** A small world in which random conditions meet random visitors often enough to matter. */
export const NOW = Date.parse("2026-11-24T12:00:00Z");
const DAY = 86_400_000;
export const PROPERTIES = {
  persona: ["cfo", "it-lead", "analyst"],
  seats: [1, 5, 9],
  active: [true, false],
  city: ["Köln", "koln", "Bonn", "Select"],
  renewal: ["2026-11-20", "2026-11-24", "2026-11-24T23:30:00Z", "2026-12-24"],
  topics: [["forecasting"], ["spend", "close"], []],
};
export const properties = {
  persona: { from: "crm", values: PROPERTIES.persona },
  seats: { from: "crm" },
  active: { from: "crm" },
  city: { from: "crm", compare: "accents", missing: ["Select"] },
  renewal: { from: "crm", zone: "Europe/Berlin" },
  topics: { from: "crm" },
} as const;

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
  fc.constantFrom("Köln", "KÖLN", "bonn").map((is): Condition => ({ property: "city", is })),
  fc.constantFrom("kö", "b").map((startsWith): Condition => ({ property: "city", startsWith })),
  fc
    .tuple(
      fc.constantFrom("before", "after"),
      fc.constantFrom("2026-11-24", "today", "today+7d", "-2d", "+2d", "2026-11-24T12:00:00Z"),
    )
    .map(([operator, moment]) => ({ property: "renewal", [operator]: moment }) as unknown as Condition),
  fc
    .tuple(
      fc.constantFrom("containsAny", "containsAll", "containsNone"),
      fc.subarray(["forecasting", "spend", "close"], { minLength: 1 }),
    )
    .map(([operator, some]) => ({ property: "topics", [operator]: some }) as unknown as Condition),
  fc
    .constantFrom("1d", "7d")
    .map((everWithin): Condition => ({ event: "page_view", atLeast: 2, everWithin })),
  fc.constantFrom("1d", "7d").map((notWithin): Condition => ({ event: "page_view", notWithin })),
  fc.constantFrom("-3d", "-8d").map((after): Condition => ({ event: "page_view", first: { after } })),
  fc.constantFrom("-1d", "-5d").map((before): Condition => ({ event: "page_view", last: { before } })),
  fc
    .constantFrom("1d", "5d")
    .map((within): Condition => ({ event: "page_view", then: { event: "download", within } })),
  fc.constantFrom(2, 5).map(
    (gte): Condition => ({
      score: [
        { event: "page_view", weight: 1, halfLife: "3d" },
        { event: "download", weight: 3 },
      ],
      gte,
    }),
  ),
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

const factOf = (value: fc.Arbitrary<Value>): fc.Arbitrary<Fact> =>
  fc.oneof(
    value.map(known),
    fc.constant(ABSENT),
    fc.constantFrom("pending", "withheld", "stale", "failed", "missing").map((because) => unknown(because)),
  );

const events = fc.array(
  fc.record({
    event: fc.constantFrom("page_view", "download"),
    at: fc.integer({ min: NOW - 10 * DAY, max: NOW }),
    fields: fc.record({ path: fc.constantFrom("/", "/pricing", "/pricing/teams") }),
  }),
  { maxLength: 6 },
);

export const facts: fc.Arbitrary<Facts> = fc.record({
  properties: fc.record({
    persona: factOf(persona),
    seats: factOf(seats),
    active: factOf(fc.boolean()),
    city: factOf(fc.constantFrom(...PROPERTIES.city)),
    renewal: factOf(fc.constantFrom(...PROPERTIES.renewal)),
    topics: factOf(fc.constantFrom(...PROPERTIES.topics)),
  }),
  memberships: fc.constant({}),
  events: fc.oneof(events, fc.constant(unknown("withheld"))),
  now: fc.constant(NOW),
});

export const truth = fc.constantFrom<Truth>("yes", "no", "unknown");
