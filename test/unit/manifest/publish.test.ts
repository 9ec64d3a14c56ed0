import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Condition } from "../../../shared/engine/condition.ts";
import { decide } from "../../../shared/engine/decide.ts";
import type { Candidate, Stop } from "../../../shared/engine/trace.ts";
import { type Library, librarySchema } from "../../../shared/library/library.ts";
import { publish } from "../../../shared/manifest/publish.ts";
import { seenByPage } from "../../../shared/manifest/seen.ts";
import { manifestSchema } from "../../../shared/manifest/shape.ts";
import { condition, facts, plainCondition } from "../engine/arbitrary.ts";

const segment = (when: Condition): Library["segments"][string] => ({
  name: "A segment",
  input: "persona",
  purpose: "SECRET purpose",
  owner: "secret-owner@northwind.example",
  when,
  reportAs: "A segment",
  review: { every: "1mo", last: "2026-11-01" },
  tests: [{ name: "SECRET test", visitor: {}, expect: "no" }],
});

const libraryWith = (
  one: Condition,
  two: Condition,
  suppressed: Condition,
  eligible: Condition,
): Library => ({
  forwhom: 1,
  name: "Northwind",
  consent: {
    source: "vanilla-cookieconsent",
    gates: { storage: "functional" },
    objection: { property: "secretObjection", is: true },
  },
  properties: {
    persona: {
      input: "persona",
      type: "enum",
      values: ["cfo", "it-lead", "analyst"],
      from: "crm",
      of: "contact",
    },
    seats: { input: "fit", type: "number", from: "crm", of: "company", expose: true, usableFor: "7d" },
    active: { input: "preference", type: "boolean", from: "page", of: "query.active" },
    city: {
      input: "region",
      type: "text",
      from: "crm",
      of: "company",
      compare: "accents",
      missing: ["Select"],
    },
    renewal: {
      input: "lifecycle",
      type: "date",
      from: "crm",
      of: "deal",
      expose: true,
      zone: "Europe/Berlin",
    },
    topics: { input: "interest", type: "list", from: "crm", of: "contact" },
    sessions: { input: "behavior", type: "number", from: "behavior", of: "sessions" },
  },
  segments: { one: segment(one), two: segment(two) },
  suppressions: {
    rule: {
      name: "A rule",
      class: "fit",
      reason: "Because",
      when: suppressed,
      blocks: { goals: ["acquisition"] },
    },
  },
  offers: { demo: { goal: "acquisition", label: "Demo", href: "/demo", eligible } },
  slots: {
    hero: {
      name: "Hero",
      moment: "first visit",
      pages: ["/"],
      default: { goal: "acquisition" },
      neutral: { hide: true },
      variations: [
        { id: "a", for: "one", content: { offer: "demo" } },
        { id: "b", for: "two", goal: "education", content: { template: true } },
      ],
    },
  },
  measurement: {},
});

const library = fc
  .tuple(plainCondition, plainCondition, condition, condition)
  .map((parts) => libraryWith(...parts));

/** A trace without the leaves: those that only the endpoint sees stand behind a membership in the manifest. */
const stopped = (stop: Stop | undefined) =>
  stop && { ...stop, ...("evaluation" in stop && { evaluation: stop.evaluation.is }) };
const traced = (one: Candidate) => ({
  ...one,
  stoppedBy: stopped(one.stoppedBy),
  targeting: one.targeting?.is,
});

describe("a published library", () => {
  it("decides as the full library does, by the endpoint's answers", () => {
    fc.assert(
      fc.property(library, facts, (full, visitor) => {
        const { manifest, memberships } = publish(full);
        const whole = decide(full, "hero", visitor);
        const apart = decide(manifest, "hero", seenByPage(visitor, full, memberships));
        expect([apart.outcome, apart.shown?.variation]).toEqual([whole.outcome, whole.shown?.variation]);
        expect(apart.candidates.map(traced)).toEqual(whole.candidates.map(traced));
        expect(stopped(apart.defaultStoppedBy)).toEqual(stopped(whole.defaultStoppedBy));
      }),
      { numRuns: 20_000 },
    );
  });

  it("is a manifest", () => {
    fc.assert(
      fc.property(library, (full) => {
        expect(librarySchema.safeParse(full).error).toBeUndefined();
        expect(manifestSchema.safeParse(publish(full).manifest).error).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it("never carries owners, purposes, tests, the objection or criteria that are not exposed", () => {
    fc.assert(
      fc.property(library, (full) => {
        const text = JSON.stringify(publish(full).manifest);
        expect(text).not.toMatch(/secret/i);
        expect(text).not.toMatch(/cfo|it-lead|analyst|"property":"persona"/);
      }),
      { numRuns: 500 },
    );
  });

  const publishOne = (when: Condition) =>
    publish(libraryWith(when, when, when, { property: "active", known: true }));

  it("takes the largest part that rests on the endpoint alone", () => {
    const asked: Condition = {
      all: [
        { property: "persona", is: "cfo" },
        { property: "seats", gte: 5 },
        { event: "page_view", atLeast: 2 },
      ],
    };
    const { manifest, memberships } = publishOne(asked);
    expect(manifest.segments.one?.when).toEqual({
      all: [{ membership: "one~1" }, { event: "page_view", atLeast: 2 }],
    });
    expect(memberships["one~1"]).toEqual({
      all: [
        { property: "persona", is: "cfo" },
        { property: "seats", gte: 5 },
      ],
    });
  });

  it("gives a segment that rests on the endpoint alone its own name", () => {
    expect(publishOne({ property: "persona", is: "cfo" }).manifest.segments.one?.when).toEqual({
      membership: "one",
    });
  });

  it("leaves criteria on exposed properties where everybody can read them", () => {
    expect(publishOne({ property: "seats", gte: 5 }).manifest.segments.one?.when).toEqual({
      property: "seats",
      gte: 5,
    });
  });

  it("says what the device's log is asked for: that is the visitor's own, and never secret", () => {
    const full = libraryWith(
      { property: "sessions", gte: 2 },
      { property: "persona", is: "cfo" },
      { any: [] },
      { any: [] },
    );
    const { manifest } = publish(full);
    expect(manifest.properties.sessions).toEqual({ input: "behavior", from: "behavior", of: "sessions" });
    expect(manifest.segments.one?.when).toEqual({ property: "sessions", gte: 2 });
  });

  it("says what each membership is for somebody whom nobody has identified", () => {
    expect(publishOne({ property: "persona", is: "cfo" }).manifest.memberships.one?.anonymous).toBe("no");
    expect(publishOne({ property: "persona", isNot: "cfo" }).manifest.memberships.one?.anonymous).toBe("yes");
  });

  it("changes its version whenever a rule changes, also one that only the endpoint sees", () => {
    const [one, other] = [
      publishOne({ property: "persona", is: "cfo" }),
      publishOne({ property: "persona", is: "analyst" }),
    ];
    expect(one.manifest.version).not.toBe(other.manifest.version);
    expect(publishOne({ property: "persona", is: "cfo" }).manifest.version).toBe(one.manifest.version);
  });
});
