import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide } from "../../../shared/engine/decide.ts";
import { ABSENT, type Facts, known } from "../../../shared/engine/facts.ts";
import type { Rules } from "../../../shared/engine/rules.ts";
import { nearest } from "../../../shared/engine/witness/nearest.ts";
import type { WitnessRules } from "../../../shared/engine/witness/witness.ts";

const NOW = Date.parse("2026-11-24T12:00:00Z");

const rules: Rules & WitnessRules = {
  segments: {
    customer: { when: { property: "stage", is: "customer" } },
    cfo: {
      when: {
        all: [
          { property: "persona", is: "cfo" },
          { property: "seats", gte: 50 },
        ],
      },
    },
    reader: { when: { event: "page_view", atLeast: 3, within: "7d" } },
    deal: { when: { membership: "m1" } },
  },
  properties: {
    stage: { values: ["lead", "customer"] },
    persona: { values: ["cfo", "it-lead"] },
    seats: {},
    country: {},
  },
  suppressions: {
    customers: {
      class: "relationship",
      when: { segment: "customer" },
      blocks: { goals: ["acquisition"] },
    },
  },
  offers: {
    demo: { goal: "acquisition", eligible: { property: "country", in: ["DE", "AT"] }, coolDown: "30d" },
    over: { goal: "acquisition", until: "2026-01-01" },
  },
  slots: {
    hero: {
      default: { goal: "acquisition" },
      neutral: { hide: true },
      variations: [
        { id: "for-deal", for: "deal", goal: "education", content: { text: "Deal" } },
        { id: "for-cfo", for: "cfo", content: { offer: "demo" } },
        { id: "for-reader", for: "reader", goal: "education", content: { text: "Reader" } },
        { id: "for-customer", for: "customer", goal: "retention", content: { text: "Customer" } },
      ],
    },
    old: {
      default: { goal: "education" },
      neutral: { hide: true },
      variations: [{ id: "old-cfo", for: "cfo", content: { offer: "over" } }],
    },
  },
  measurement: {},
};

const visitor = (properties: Facts["properties"], rest: Partial<Facts> = {}): Facts => ({
  properties: { stage: ABSENT, persona: ABSENT, seats: ABSENT, country: known("DE"), ...properties },
  memberships: { m1: { is: "no" } },
  events: [],
  now: NOW,
  ...rest,
});

const differences = (variation: string, facts: Facts) =>
  nearest("hero", variation, rules, facts)?.differences;

describe("who would be shown a variation", () => {
  it("differs in one thing where one is enough", () => {
    expect(differences("for-cfo", visitor({ persona: known("cfo"), seats: known(20) }))).toEqual([
      { property: "seats", gte: 50 },
    ]);
    expect(differences("for-deal", visitor({}))).toEqual([{ membership: "m1" }]);
  });

  it("differs in what suppresses it, or in who may have the offer", () => {
    const cfo = { persona: known("cfo"), seats: known(80) };
    expect(differences("for-cfo", visitor({ ...cfo, stage: known("customer") }))).toEqual([
      { not: { property: "stage", is: "customer" } },
    ]);
    expect(differences("for-cfo", visitor({ ...cfo, country: known("US") }))).toEqual([
      { property: "country", in: ["DE", "AT"] },
    ]);
  });

  it("differs in what another variation, which comes first, is for", () => {
    const both = visitor({ persona: known("cfo"), seats: known(80) }, { memberships: { m1: { is: "yes" } } });
    expect(differences("for-cfo", both)).toEqual([{ not: { membership: "m1" } }]);
  });

  it("differs in two things, in three, and in what was done, and in no more than it takes", () => {
    expect(differences("for-cfo", visitor({}))).toEqual([
      { property: "persona", is: "cfo" },
      { property: "seats", gte: 50 },
    ]);
    expect(differences("for-cfo", visitor({ country: known("US") }))).toHaveLength(3);
    expect(differences("for-reader", visitor({}))).toEqual([
      { event: "page_view", atLeast: 3, within: "7d" },
    ]);
  });

  it("has done what the visitor has done, where that is in nobody’s way", () => {
    const events = [{ event: "page_view", at: NOW - 1 }];
    const found = nearest("hero", "for-cfo", rules, visitor({ country: known("US") }, { events }));
    expect(found?.differences).toHaveLength(3);
    expect(found?.facts.events).toEqual(events);
  });

  it("is not looked for where nothing about the visitor would help", () => {
    expect(nearest("old", "old-cfo", rules, visitor({}))).toBeUndefined();
    expect(nearest("hero", "for-cfo", { ...rules, stop: true }, visitor({}))).toBeUndefined();
    expect(nearest("hero", "for-cfo", rules, visitor({}, { objected: true }))).toBeUndefined();
    expect(nearest("hero", "nothing", rules, visitor({}))).toBeUndefined();
    const events = [{ event: "offer_dismissed", at: NOW - 1, fields: { offer: "demo" } }];
    expect(nearest("hero", "for-cfo", rules, visitor({}, { events }))).toBeUndefined();
  });

  it("is shown it by the engine, whoever the visitor is, and stays the visitor in all else", () => {
    const facts = fc.record({
      stage: fc.constantFrom(ABSENT, known("lead"), known("customer")),
      persona: fc.constantFrom(ABSENT, known("cfo"), known("it-lead")),
      seats: fc.constantFrom(ABSENT, known(1), known(49), known(50)),
      country: fc.constantFrom(ABSENT, known("DE"), known("US")),
      name: fc.constant(known("Ines")),
    });
    fc.assert(
      fc.property(
        facts,
        fc.constantFrom("yes", "no"),
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom("for-deal", "for-cfo", "for-reader", "for-customer"),
        (properties, is, views, variation) => {
          const events = Array.from({ length: views }, (_, at) => ({ event: "page_view", at: NOW - at }));
          const one = visitor(properties, { memberships: { m1: { is } }, events });
          const found = nearest("hero", variation, rules, one);
          expect(found).toBeDefined();
          if (!found) return;
          expect(decide(rules, "hero", found.facts).shown?.variation).toBe(variation);
          expect(found.facts.properties.name).toEqual(known("Ines"));
          const isAlready = decide(rules, "hero", one).shown?.variation === variation;
          if (isAlready) expect(found.differences).toEqual([]);
          else expect(found.differences.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 300 },
    );
  });
});
