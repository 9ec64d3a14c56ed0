import type { MembershipAnswer } from "../../../shared/manifest/membership.ts";
import type { Manifest } from "../../../shared/manifest/shape.ts";

/** One of everything that a manifest may hold. */
export const manifestExample: Manifest = {
  forwhom: 1,
  name: "Northwind",
  version: "abc123",
  endpoint: "/forwhom",
  stop: false,
  consent: {
    source: "vanilla-cookieconsent",
    gates: {
      storage: "functional",
      crm: ["personalization", "functional"],
      measurement: { source: "tcf", needs: ["8"] },
    },
    regions: { "opt-out": ["US"] },
    globalPrivacyControl: ["crm"],
  },
  properties: {
    lifecycleStage: {
      input: "lifecycle",
      from: "crm",
      label: "Lifecycle stage",
      labels: { lead: "Lead" },
      usableFor: "30d",
    },
    country: { input: "region", from: "page", of: "country" },
    sessions: { input: "behavior", from: "behavior", of: "sessions" },
  },
  memberships: { "evaluating-cfo~1": { anonymous: "no", usableFor: "7d" }, icp: { anonymous: "unknown" } },
  segments: {
    "evaluating-cfo": {
      name: "CFOs in evaluation",
      input: "persona",
      reportAs: "CFO",
      when: {
        all: [
          { membership: "evaluating-cfo~1" },
          { not: { segment: "customers" } },
          {
            event: "page_view",
            where: { path: { startsWith: "/pricing" } },
            atLeast: 3,
            atMost: 9,
            within: "7d",
          },
        ],
      },
    },
    customers: {
      name: "Customers",
      input: "lifecycle",
      reportAs: "Customer",
      when: {
        any: [
          { property: "lifecycleStage", in: ["customer", "evangelist"] },
          { property: "employees", between: [1, 50] },
          { property: "seats", gte: 3 },
          { property: "since", before: "2026-01-01" },
          { property: "path", matches: "^/docs" },
          { property: "tags", contains: "vip" },
          { property: "persona", known: true },
        ],
      },
    },
  },
  suppressions: {
    "customers-no-acquisition": {
      name: "Is a customer",
      class: "relationship",
      reason: "Customers must not be prospected",
      when: { segment: "customers" },
      blocks: { goals: ["acquisition"], offers: ["book-demo"], slots: ["hero"] },
      doubt: "suppress",
    },
    minors: {
      name: "Is a minor",
      class: "legal",
      reason: "Minors get no offers",
      when: { property: "age", lt: 18 },
      blocks: { goals: ["acquisition"] },
    },
  },
  offers: {
    "book-demo": {
      goal: "acquisition",
      label: "Book a demo",
      href: "/demo",
      eligible: { property: "country", in: ["DE"] },
      from: "2026-01-01",
      until: "2027-01-01T00:00:00Z",
      cap: { times: 5, within: "7d" },
    },
  },
  slots: {
    hero: {
      name: "Hero",
      moment: "first visit",
      pages: ["/", "/product/*"],
      selector: "#hero",
      default: { goal: "acquisition" },
      neutral: { text: "Welcome back" },
      paused: false,
      variations: [
        { id: "hero-cfo", for: "evaluating-cfo", goal: "acquisition", content: { template: true } },
        { id: "hero-offer", for: "customers", content: { offer: "book-demo" } },
        { id: "hero-hide", for: "customers", content: { hide: true } },
      ],
    },
    cta: {
      name: "CTA",
      moment: "evaluation",
      pages: ["*"],
      default: { offer: "book-demo" },
      neutral: { hide: true },
      variations: [],
    },
  },
  measurement: { holdout: 0.05, reportTo: ["dataLayer"] },
};

export const answerExample: MembershipAnswer = {
  forwhom: 1,
  identified: true,
  segments: {
    "icp-tier-a": { is: "yes", since: "2026-11-01T00:00:00Z" },
    "open-deal": { is: "unknown", because: "failed" },
  },
  properties: { lifecycleStage: "lead", seats: 3, tags: ["vip"], active: true, persona: null },
  objected: false,
  stop: false,
  asOf: "2026-11-24T09:00:00Z",
  freshFor: 300,
};
