import type { Library } from "../../../shared/library/library.ts";

const segment = (id: string, when: Library["segments"][string]["when"]): Library["segments"][string] => ({
  name: id,
  input: "persona",
  purpose: "Show how it works",
  owner: "team@northwind.example",
  when,
  reportAs: id,
  review: { every: "3mo", last: "2026-11-01" },
  tests: [{ name: "nobody", visitor: { identified: false }, expect: "no" }],
});

/** A small library without a mistake; a test changes the one thing that it is about. */
export const tinyLibrary = (changed: Partial<Library> = {}): Library => ({
  forwhom: 1,
  name: "Tiny",
  endpoint: "/forwhom",
  consent: {
    source: "vanilla-cookieconsent",
    gates: {
      storage: "functional",
      behavior: "personalization",
      crm: "personalization",
      measurement: "analytics",
    },
    objection: { property: "optOut", is: true },
  },
  properties: {
    lifecycleStage: {
      input: "lifecycle",
      type: "enum",
      from: "crm",
      of: "contact",
      values: ["lead", "customer"],
      expose: true,
      freshFor: "1h",
    },
    firstName: { input: "persona", type: "text", from: "crm", of: "contact", expose: true },
    persona: {
      input: "persona",
      type: "enum",
      from: "crm",
      of: "contact",
      values: ["cfo", "it-lead", "analyst"],
    },
    optOut: { input: "consent", type: "boolean", from: "crm", of: "contact" },
    employees: { input: "fit", type: "number", from: "crm", of: "company" },
    since: { input: "lifecycle", type: "date", from: "crm", of: "company" },
    topics: { input: "preference", type: "list", from: "crm", of: "contact", values: ["close", "spend"] },
    openDeal: { input: "lifecycle", type: "boolean", from: "crm", of: "deal" },
    country: { input: "region", type: "text", from: "page", of: "country" },
  },
  segments: {
    customer: segment("customer", { property: "lifecycleStage", is: "customer" }),
    "evaluating-cfo": segment("evaluating-cfo", {
      all: [
        { property: "persona", is: "cfo" },
        { property: "openDeal", is: true },
      ],
    }),
    large: segment("large", { property: "employees", gte: 1_000 }),
  },
  suppressions: {
    "customers-no-acquisition": {
      name: "Is a customer",
      class: "relationship",
      reason: "Customers must not be prospected",
      when: { property: "lifecycleStage", is: "customer" },
      blocks: { goals: ["acquisition"] },
    },
  },
  offers: {
    "book-demo": {
      goal: "acquisition",
      label: "Book a demo",
      href: "/demo",
      from: "2026-01-01",
      until: "2030-01-01",
    },
  },
  slots: {
    hero: {
      name: "Hero",
      moment: "first visit",
      pages: ["/"],
      default: { goal: "acquisition" },
      neutral: { text: "Welcome back" },
      variations: [
        { id: "hero-cfo", for: "evaluating-cfo", goal: "acquisition", content: { template: true } },
        { id: "hero-large", for: "large", content: { text: "Hello {{firstName|there}}" } },
      ],
    },
  },
  measurement: {},
  ...changed,
});
