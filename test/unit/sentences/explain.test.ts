import { expect, describe as group, it } from "vitest";
import type { Condition } from "../../../shared/engine/condition.ts";
import { type Evaluation, evaluate } from "../../../shared/engine/evaluate.ts";
import {
  ABSENT,
  type Fact,
  type Facts,
  known,
  unknown,
  type VisitorEvent,
} from "../../../shared/engine/facts.ts";
import type { Candidate, Decision, Stop } from "../../../shared/engine/trace.ts";
import { describe, explain, type Names } from "../../../shared/sentences/explain.ts";

const NOW = Date.parse("2026-11-24T12:00:00Z");
const names: Names = {
  properties: {
    persona: { label: "Persona", labels: { cfo: "CFO", "it-lead": "IT lead" } },
    lifecycleStage: { label: "Lifecycle stage" },
    icpTier: { label: "ICP tier" },
    newsletter: { label: "Newsletter" },
  },
  segments: {
    cfo: { name: "CFOs in evaluation", when: { property: "persona", is: "cfo" } },
    "icp-a": { name: "Best-fit companies", when: { membership: "icp-a" } },
  },
  suppressions: {
    customer: { name: "Is a customer", reason: "Customers must not be prospected" },
    minor: { name: "Is a minor", reason: "Minors get no offers." },
  },
  offers: { demo: { label: "Book a demo" } },
};

const facts: Facts = { properties: {}, memberships: {}, events: [], now: NOW };
const having = (properties: Readonly<Record<string, Fact>>, events: readonly VisitorEvent[] = []): Facts => ({
  ...facts,
  properties,
  events,
});
const view = (path: string) => ({ event: "page_view", at: NOW - 86_400_000, fields: { path } });
const pricing: Condition = {
  event: "page_view",
  where: { path: { startsWith: "/pricing" } },
  atLeast: 3,
  within: "7d",
};
const cfo: Condition = { property: "persona", is: "cfo" };
const customer: Condition = { property: "lifecycleStage", in: ["customer", "evangelist"] };
const judged = (condition: Condition, some: Facts): Evaluation => evaluate(condition, some, { segments: {} });

const hero: Candidate = { variation: "hero-cfo", segment: "cfo", goal: "acquisition" };
const demo: Candidate = { ...hero, variation: "cta", offer: "demo" };
const stopped = (candidate: Candidate, stoppedBy: Stop): Decision => ({
  slot: "hero",
  outcome: "default",
  candidates: [{ ...candidate, stoppedBy }],
});
const shown = (targeting: Evaluation): Decision => {
  const candidate = { ...hero, targeting };
  return { slot: "hero", outcome: "variation", shown: candidate, candidates: [candidate] };
};
const told = (decision: Decision) => {
  const { headline, sentences } = explain(decision, names);
  return [headline, ...sentences].join(" | ");
};

group("a decision in a marketer's words", () => {
  it.each<[Decision, string]>([
    [
      shown(
        judged({ all: [cfo, pricing] }, having({ persona: known("cfo") }, Array(4).fill(view("/pricing")))),
      ),
      "Shows the content for “CFOs in evaluation” | Persona is CFO, and pricing was visited 4 times in 7 days.",
    ],
    [
      stopped(demo, {
        by: "suppression",
        suppression: "customer",
        evaluation: judged(customer, having({ lifecycleStage: known("customer") })),
      }),
      "Shows the page’s own content | Passed over “Book a demo” for “CFOs in evaluation”: customers must not be prospected.",
    ],
    [
      stopped(hero, {
        by: "suppression",
        suppression: "customer",
        evaluation: judged(customer, having({ lifecycleStage: unknown("withheld") })),
      }),
      "Shows the page’s own content | Held back the content for “CFOs in evaluation”: it cannot be told whether “Is a customer” is true (lifecycle stage: personalization consent is not given), and customers must not be prospected.",
    ],
    [
      stopped(hero, { by: "targeting", evaluation: judged(cfo, having({ persona: known("it-lead") })) }),
      "Shows the page’s own content | Passed over the content for “CFOs in evaluation”: persona is IT lead.",
    ],
    [
      stopped(hero, { by: "targeting", evaluation: judged(cfo, having({ persona: ABSENT })) }),
      "Shows the page’s own content | Passed over the content for “CFOs in evaluation”: there is no persona.",
    ],
    [
      stopped(hero, { by: "targeting", evaluation: judged(pricing, having({})) }),
      "Shows the page’s own content | Passed over the content for “CFOs in evaluation”: pricing was never visited in 7 days.",
    ],
    [
      stopped(hero, {
        by: "targeting",
        evaluation: judged(pricing, { ...facts, events: unknown("withheld") }),
      }),
      "Shows the page’s own content | Held back the content for “CFOs in evaluation”: could not tell about what was done on this site: consent to use behavior is not given.",
    ],
    [
      stopped(demo, {
        by: "eligibility",
        offer: "demo",
        evaluation: judged({ property: "country", in: ["US"] }, having({ country: known("DE") })),
      }),
      "Shows the page’s own content | Passed over “Book a demo” for “CFOs in evaluation”: not eligible for “Book a demo”: country is DE.",
    ],
    [
      stopped(demo, { by: "cap", offer: "demo", shown: 5 }),
      "Shows the page’s own content | Passed over “Book a demo” for “CFOs in evaluation”: “Book a demo” was already shown 5 times.",
    ],
    [
      stopped(demo, { by: "not yet", offer: "demo", on: "2026-12-01" }),
      "Shows the page’s own content | Passed over “Book a demo” for “CFOs in evaluation”: “Book a demo” starts on 2026-12-01.",
    ],
    [
      stopped(demo, { by: "over", offer: "demo", on: "2026-10-01T00:00:00Z" }),
      "Shows the page’s own content | Passed over “Book a demo” for “CFOs in evaluation”: “Book a demo” ended on 2026-10-01.",
    ],
    [
      stopped(hero, { by: "objection" }),
      "Shows the page’s own content | Passed over the content for “CFOs in evaluation”: this person objected to personalization.",
    ],
    [
      stopped(hero, { by: "holdout" }),
      "Shows the page’s own content | Passed over the content for “CFOs in evaluation”: this visitor is kept on the page’s own content so that the effect can be measured.",
    ],
    [
      stopped(hero, { by: "content" }),
      "Shows the page’s own content | Passed over the content for “CFOs in evaluation”: its content is not on this page.",
    ],
    [
      {
        slot: "hero",
        outcome: "neutral",
        candidates: [],
        defaultStoppedBy: {
          by: "suppression",
          suppression: "minor",
          evaluation: judged(cfo, having({ persona: known("cfo") })),
        },
      },
      "Shows the neutral content | The page’s own content is hidden: minors get no offers.",
    ],
    [
      { slot: "hero", outcome: "default", candidates: [], stoppedBy: { by: "stop" } },
      "Shows the page’s own content | Personalization is switched off for the whole site.",
    ],
    [
      { slot: "hero", outcome: "default", candidates: [], stoppedBy: { by: "paused" } },
      "Shows the page’s own content | This slot is paused.",
    ],
    [
      { slot: "hero", outcome: "default", candidates: [] },
      "Shows the page’s own content | Nothing else is planned for this slot.",
    ],
  ])("%#", (decision, expected) => {
    expect(told(decision)).toBe(expected);
  });

  it("says what a membership stands for only where the full library is at hand", () => {
    const decision = shown(
      judged({ membership: "icp-a" }, { ...facts, memberships: { "icp-a": { is: "yes" } } }),
    );
    expect(explain(decision, names).sentences).toEqual([
      "Meets the criteria of “Best-fit companies” that are not on this page.",
    ]);
    const full = { ...names, memberships: { "icp-a": { property: "icpTier", is: "a" } } };
    expect(explain(decision, full).sentences).toEqual(["ICP tier is a."]);
  });

  it("never reads a name out of an object's prototype", () => {
    expect(told(stopped({ ...demo, offer: "constructor", segment: "toString" }, { by: "paused" }))).toContain(
      "constructor",
    );
  });
});

group("criteria in words", () => {
  it.each<[Condition, string]>([
    [{ all: [cfo, pricing] }, "persona is CFO, and pricing was visited at least 3 times in 7 days"],
    [{ any: [cfo, { segment: "icp-a" }] }, "persona is CFO or is in “Best-fit companies”"],
    [{ not: { segment: "cfo" } }, "is not in “CFOs in evaluation”"],
    [{ property: "persona", in: ["cfo", "it-lead"] }, "persona is CFO or IT lead"],
    [{ property: "persona", notIn: ["cfo"] }, "persona is not CFO"],
    [{ property: "employees", between: [50, 200] }, "employees is between 50 and 200"],
    [{ property: "employees", gte: 50 }, "employees is at least 50"],
    [{ property: "newsletter", is: true }, "newsletter is yes"],
    [{ property: "newsletter", known: false }, "newsletter is empty"],
    [{ property: "contractEnds", before: "2027-01-01" }, "contract ends is before 2027-01-01"],
    [
      { event: "download", where: { topic: { is: "closing" } } },
      "“download” happened (topic is closing) at least once",
    ],
    [{ event: "page_view", atMost: 2, within: "1mo" }, "a page was visited at most twice in 1 month"],
    [{ membership: "x" }, "meets criteria that are not on this page"],
  ])("%j", (condition, expected) => {
    expect(describe(condition, names)).toBe(expected);
  });
});
