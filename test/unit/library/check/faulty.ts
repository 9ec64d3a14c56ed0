import { tinyLibrary } from "../tiny.ts";
import { libraryWith, type Mistakes } from "./sentences.ts";

const { hero } = tinyLibrary().slots;
const { "book-demo": demo } = tinyLibrary().offers;
const { large } = tinyLibrary().segments;

const of = (when: unknown): Mistakes => ({ "segments.customer.when": when });
const shown = (content: unknown): Mistakes => ({ "slots.hero.variations.1.content": content });
const score = (...weights: readonly number[]) => ({
  score: weights.map((weight) => ({ event: "page_view", weight })),
});
const cfo = { property: "persona", is: "cfo" };

const SHAPES: readonly Mistakes[] = [
  { name: "", "measurement.holdout": 5, "segments.customer.tests": [], "segments.customer.owner": "team" },
  { name: "x".repeat(3_000), "measurement.creditDays": 0, stop: "no", slots: [] },
  { "segments.customer.purpose": undefined, "offers.1st offer": demo, slot: {}, forwhom: 2 },
  { "properties.persona.from": "crmm", "segments.large.tests.0.expect": "maybe" },
  { "properties.since.zone": "Berlin", "properties.country.of": "town", "consent.others": {} },
  { "consent.gates.measurement": { source: "tcf" }, "consent.regions": { "opt-out": ["USA"] } },
  { "measurement.hubId": "mine", endpoint: "forwhom", "segments.large.review.every": "often" },
  { "segments.large.review.last": "spring", "offers.book-demo.href": "javascript:alert(1)" },
  { "offers.book-demo.cap": { times: 0.5, within: "7d" }, "slots.hero.pages": ["pricing"] },
  { "slots.hero.neutral": { txt: "Welcome" }, "slots.hero.default": {}, "slots.hero.pages": [] },
  { "slots.hero.variations.1.origin": "ai", "slots.hero.variations.0.lang": "German" },
  { "slots.hero.variations.1.approval": { by: "me", on: "2026-11-20", of: "x" } },
  {
    "suppressions.customers-no-acquisition.class": "legal",
    "suppressions.customers-no-acquisition.doubt": "show",
  },
  { "suppressions.customers-no-acquisition.blocks": {} },
  shown({ fragment: "hero.html" }),
  shown({ attributes: {} }),
  shown({ attributes: { src: "hero.avif", srcset: "hero.avif" } }),
  of({ not: [] }),
  of({ all: [cfo], any: [], iss: "cfo" }),
  of({ segment: "large", within: "7d" }),
  of({ property: "persona", is: "cfo", isNot: "analyst" }),
  of({ property: "persona", in: [null] }),
  of({ property: "employees", between: [1] }),
  of({ property: "firstName", matches: "(" }),
  of({ property: "since", after: "soon" }),
  of({ event: "page_view", within: "7d", notWithin: "1d" }),
  of({ event: "page_view", first: { before: "-7d", after: "-30d" } }),
  of({ event: "page_view", whre: {} }),
  of(score(2)),
  of(Array.from({ length: 90 }).reduce<object>((not) => ({ not }), cfo)),
];

const AUDIENCES: readonly Mistakes[] = [
  of({ property: "employees", is: "1000" }),
  of({ property: "firstName", is: 1 }),
  of({ property: "openDeal", is: 1 }),
  of({ property: "since", is: "spring" }),
  of({ property: "persona", is: "CFO" }),
  of({ property: "persona", is: "treasurer" }),
  of({ property: "personna", known: true }),
  of({ property: "height", known: true }),
  of({ segment: "lage" }),
  of({ segment: "customer" }),
  of({ property: "persona", gt: 3 }),
  of({ property: "topics", is: "close" }),
  of({ property: "firstName", matches: "(a+)+$" }),
  of({ property: "firstName", matches: "a".repeat(201) }),
  of({ property: "employees", between: [500, 20] }),
  of({ event: "page_view", atLeast: 3, atMost: 1 }),
  of({ event: "page_view", where: { on: { before: "-7d" } } }),
  of({ event: "page_view", within: "7d", then: { event: "download", within: "14d" } }),
  of({ ...score(0), gte: 5 }),
  of({ ...score(0, 0), gte: 5 }),
  of({ ...score(-1), gte: 5 }),
  of({ ...score(2), between: [-9, -1] }),
  of({ all: [cfo, { property: "persona", is: "analyst" }] }),
  of({ any: [cfo, { not: cfo }] }),
  of({ event: "page_view", atLeast: 0 }),
  of({
    all: [
      { event: "page_view", atLeast: 3 },
      { property: "topics", containsAll: ["close"] },
      { event: "download", first: { after: "+2d" } },
    ],
  }),
  of({ property: "persona", isNot: "cfo" }),
  of({ not: { property: "persona", in: ["cfo"] } }),
  of({ not: { segment: "evaluating-cfo" } }),
  Object.fromEntries(
    Array.from({ length: 14 }, (_, index) => {
      const segment = index ? `s${index}` : "large";
      return [`segments.s${index + 1}`, { ...large, when: { any: [{ segment }, { segment }] } }];
    }),
  ),
  { "segments.large.review": { every: "1mo", last: "2026-09-01" } },
  { "segments.large.tests.0.visitor": { properties: { topics: ["x", "y"], persona: "" } } },
  { "consent.objection": { property: "country", is: "DE" } },
  { "properties.persona.values": undefined, ...of({ property: "persona", is: 5 }) },
  {
    "properties.topics.values": undefined,
    "segments.large.tests.0.visitor": { properties: { topics: "close" } },
  },
  { "properties.employees.values": ["1"] },
  { "properties.persona.labels": { other: "Other" } },
  { "properties.country.type": "number" },
  { "properties.country": { input: "behavior", type: "text", from: "behavior", of: "sessions" } },
  { "properties.persona.zone": "Europe/Berlin" },
  { "properties.employees.compare": "case" },
  { "properties.persona.missing": ["Select", "analyst"] },
  { "properties.openDeal.missing": ["n/a"] },
  {
    "properties.firstName.missing": ["n/a"],
    "segments.customer.when": { property: "firstName", in: ["Ada", "n/a"] },
  },
  { "properties.persona.freshFor": "7d", "properties.persona.usableFor": "1d" },
];

const MESSAGES: readonly Mistakes[] = [
  { "suppressions.customers-no-acquisition.blocks": { slots: ["footer"], offers: ["webinar"] } },
  { "suppressions.customers-no-acquisition.blocks": { goals: ["upsell"], tags: ["x"], channels: ["y"] } },
  { "slots.proof": { ...hero, variations: hero?.variations.slice(1) } },
  { "slots.proof": { ...hero, variations: [], selector: "[data-fw-slot=hero]" } },
  { "slots.hero.variations.0.priority": 2 },
  { "slots.hero.variations.0.priority": 2, "slots.hero.variations.1.priority": 2 },
  { "slots.hero.neutral": { offer: "book-demo" } },
  shown({ html: "<script>" }),
  shown({ text: "Hello {{firstName}}" }),
  shown({ text: "Hello {{firstName|there}" }),
  shown({ text: "Dear {{persona|friend}}" }),
  { "offers.book-demo.until": "2025-06-01" },
  { "offers.book-demo.excludes": ["book-demo"] },
  { "offers.book-demo.blackouts": [{ from: "2026-12-27", until: "2026-12-24" }] },
  {
    "offers.book-demo.blackouts": [
      { from: "2026-12-24", until: "2026-12-27" },
      { from: "2026-12-26", until: "2027-01-02" },
    ],
  },
  { "offers.book-demo.coolDown": "0d" },
  { "offers.book-demo.coolDown": "7d", "consent.gates.behavior": undefined },
  ...[{ template: true }, { text: "Plan your cash" }].map((content) => ({
    "slots.hero.variations.1.content": content,
    "slots.hero.variations.1.origin": "ai",
    "slots.hero.variations.1.approval": { by: "me@northwind.example", on: "2026-11-20", of: "0123456789" },
  })),
  { measurement: { reportTo: ["hubspot"] } },
];

/** Libraries in which, together, there is every mistake that a check knows. */
export const faultyLibraries: readonly unknown[] = [
  null,
  ...[...SHAPES, ...AUDIENCES, ...MESSAGES].map(libraryWith),
];
