import { describe, expect, it } from "vitest";
import { asDecided, mayBeSeenAnyway, shownAnyway } from "../../../shared/engine/anyway.ts";
import { decide } from "../../../shared/engine/decide.ts";
import type { Facts } from "../../../shared/engine/facts.ts";
import type { Rules } from "../../../shared/engine/rules.ts";
import { inspectionSchema } from "../../../shared/protocol/inspection.ts";

const rules: Rules = {
  properties: { stage: { from: "crm" } } as unknown as Rules["properties"],
  memberships: {},
  segments: {
    everybody: { when: { property: "stage", known: true } },
    nobody: { when: { property: "stage", is: "partner" } },
  } as unknown as Rules["segments"],
  suppressions: {
    customers: {
      class: "relationship",
      when: { property: "stage", is: "customer" },
      blocks: { goals: ["acquisition"] },
    },
  },
  offers: {},
  slots: {
    hero: {
      default: { goal: "acquisition" },
      neutral: { text: "Welcome back" },
      variations: [
        { id: "demo", for: "everybody", goal: "acquisition", content: { text: "Demo" } },
        { id: "other", for: "nobody", goal: "help", content: { text: "Other" } },
      ],
    },
  },
  measurement: {},
} as unknown as Rules;

const facts = (stage: string): Facts => ({
  properties: { stage: { is: "known", value: stage } },
  memberships: {},
  events: [],
  now: 0,
});

const NONE = new Map();
const demo = { slot: "hero", name: "Hero", variation: "demo", segment: "everybody", goal: "acquisition" };
const other = { slot: "hero", name: "Hero", variation: "other", segment: "nobody", goal: "help" };
const customer = decide(rules, "hero", facts("customer"));
const lead = decide(rules, "hero", facts("lead"));

describe("content that is shown anyway", () => {
  it("takes the place of the neutral content, and keeps what stopped it", () => {
    expect(customer.outcome).toBe("neutral");
    const shown = shownAnyway(customer, [demo], NONE);
    expect(shown).toMatchObject({
      outcome: "variation",
      shown: { variation: "demo", stoppedBy: { by: "suppression", suppression: "customers" } },
      candidates: customer.candidates,
    });
  });

  it("takes the place of what ranks before it, though it was never tried", () => {
    expect(lead.shown?.variation).toBe("demo");
    expect(shownAnyway(lead, [other], NONE)?.shown).toEqual({
      variation: "other",
      segment: "nobody",
      goal: "help",
      offer: undefined,
    });
  });

  it("can be told of by the page like any decision", () => {
    const { decisions } = inspectionSchema.shape;
    for (const shown of [shownAnyway(customer, [demo], NONE), shownAnyway(lead, [other], NONE)])
      expect(decisions.safeParse(JSON.parse(JSON.stringify([shown]))).success).toBe(true);
  });

  it("is none where nothing was asked for, in another slot, or where the page does not have it", () => {
    expect(shownAnyway(customer, [], NONE)).toBeUndefined();
    expect(shownAnyway({ ...customer, slot: "cta" }, [demo], NONE)).toBeUndefined();
    expect(shownAnyway(customer, [demo], new Map([["demo", "content"]]))).toBeUndefined();
  });

  it.each([
    ["neutral", customer, demo],
    ["a variation", lead, other],
    ["the page’s own", { ...lead, outcome: "default" as const, shown: undefined, candidates: [] }, other],
  ])("leaves to be read what was decided: %s", (_, decision, asked) => {
    const shown = shownAnyway(decision, [asked], NONE) ?? decision;
    expect(JSON.parse(JSON.stringify(asDecided(shown)))).toEqual(JSON.parse(JSON.stringify(decision)));
  });

  it("is offered for what was held back, not for whoever is not meant or what is not there", () => {
    expect(mayBeSeenAnyway({ by: "cap", offer: "demo", shown: 3 })).toBe(true);
    expect(mayBeSeenAnyway({ by: "objection" })).toBe(true);
    expect(mayBeSeenAnyway({ by: "content" })).toBe(false);
    const evaluation = { is: "no", condition: { any: [] } } as const;
    expect(mayBeSeenAnyway({ by: "eligibility", offer: "demo", evaluation })).toBe(true);
    expect(mayBeSeenAnyway({ by: "targeting", evaluation })).toBe(false);
  });
});
