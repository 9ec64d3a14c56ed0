import type { Condition } from "../../../shared/engine/condition.ts";
import { type Evaluation, evaluate } from "../../../shared/engine/evaluate.ts";
import { type Fact, type Facts, known, type VisitorEvent } from "../../../shared/engine/facts.ts";
import type { Candidate, Decision, Stop } from "../../../shared/engine/trace.ts";
import { explain, type Language, type Names } from "../../../shared/sentences/explain.ts";

export const NOW = Date.parse("2026-11-24T12:00:00Z");
export const DAY_MS = 86_400_000;

export const names: Names = {
  properties: {
    persona: { label: "Persona", labels: { cfo: "CFO", "it-lead": "IT lead" } },
    lifecycleStage: { label: "Lifecycle stage" },
    icpTier: { label: "ICP tier" },
    newsletter: { label: "Newsletter" },
    country: { label: "Country" },
    employees: {},
    contractEnds: {},
    interests: { label: "Interests", labels: { erp: "ERP" } },
    jobTitle: { label: "Job title" },
  },
  segments: {
    cfo: { name: "CFOs in evaluation", when: { property: "persona", is: "cfo" } },
    "icp-a": { name: "Best-fit companies", when: { membership: "icp-a" } },
  },
  suppressions: {
    customer: { name: "Is a customer", reason: "Customers must not be prospected" },
    minor: { name: "Is a minor", reason: "Minors get no offers." },
  },
  offers: { demo: { label: "Book a demo" }, trial: { label: "Try it" } },
};

export const facts: Facts = { properties: {}, memberships: {}, events: [], now: NOW };

export const having = (properties: Readonly<Record<string, Fact>>, events: Facts["events"] = []): Facts => ({
  ...facts,
  properties,
  events,
});

export const ago = (days: number, event: string, fields: VisitorEvent["fields"] = {}): VisitorEvent => ({
  event,
  at: NOW - days * DAY_MS,
  fields,
});
export const view = (path: string, days = 1): VisitorEvent => ago(days, "page_view", { path });

export const pricing = { event: "page_view", where: { path: { startsWith: "/pricing" } } } as const;
export const cfo: Condition = { property: "persona", is: "cfo" };
export const aCfo = having({ persona: known("cfo") });

export const judged = (condition: Condition, some: Facts): Evaluation =>
  evaluate(condition, some, { segments: {} });

export const hero: Candidate = { variation: "hero-cfo", segment: "cfo", goal: "acquisition" };
export const demo: Candidate = { ...hero, variation: "cta", offer: "demo" };

export const stopped = (candidate: Candidate, stoppedBy: Stop): Decision => ({
  slot: "hero",
  outcome: "default",
  candidates: [{ ...candidate, stoppedBy }],
});

export const shown = (targeting: Evaluation, candidate: Candidate = hero): Decision => {
  const chosen = { ...candidate, targeting };
  return { slot: "hero", outcome: "variation", shown: chosen, candidates: [chosen] };
};

export const told = (decision: Decision, language: Language = "en", by: Names = names): string => {
  const { headline, sentences } = explain(decision, by, language);
  return [headline, ...sentences].join(" | ");
};

/** What is said of one leaf's answer, as the reason for a variation or against one. */
export const foundIn = (condition: Condition, some: Facts, language: Language, by: Names = names): string => {
  const evaluation = judged(condition, some);
  const decision =
    evaluation.is === "yes" ? shown(evaluation) : stopped(hero, { by: "targeting", evaluation });
  return explain(decision, by, language).sentences.join(" ");
};
