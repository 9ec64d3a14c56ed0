import { describe, expect, it } from "vitest";
import { check } from "../../../../shared/library/check/check.ts";
import { tinyLibrary } from "../tiny.ts";
import { type Mistakes, mistaken, NOW, sentences } from "./sentences.ts";

const ofSegment = (when: unknown) => mistaken({ "segments.customer.when": when });

it("finds nothing wrong with a library that is in order", () => {
  expect(sentences(tinyLibrary())).toEqual([]);
  expect(check(tinyLibrary(), NOW).library).toEqual(tinyLibrary());
});

describe("conditions", () => {
  it.each<[string, unknown, string]>([
    [
      "a value that a property cannot have",
      { all: [{ property: "persona", is: "CFO" }] },
      'segments.customer.when.all[0].is: "CFO" is not a value of property persona (cfo, it-lead, analyst). Did you mean "cfo"?',
    ],
    [
      "a value that resembles none",
      { property: "persona", in: ["cfo", "treasurer"] },
      'segments.customer.when.in[1]: "treasurer" is not a value of property persona (cfo, it-lead, analyst). Use one of these, or add it to the property\'s values.',
    ],
    [
      "a number compared with a text",
      { property: "employees", is: "1000" },
      'segments.customer.when.is: "1000" is not a value of property employees, which is a number.',
    ],
    [
      "a date that is none",
      { property: "since", isNot: "spring" },
      'segments.customer.when.isNot: "spring" is not a value of property since, which is a date such as 2026-11-01.',
    ],
    [
      "what a list never holds",
      { property: "topics", contains: "clsoe" },
      'segments.customer.when.contains: "clsoe" is not a value of property topics (close, spend). Did you mean "close"?',
    ],
    [
      "a number's operator on an enum",
      { property: "persona", gt: 3 },
      'segments.customer.when.gt: "gt" is not an operator for property persona, which is of type enum (is, isNot, in, notIn, known). Use one of these.',
    ],
    [
      "a text's operator on a number",
      { property: "employees", startsWith: "1" },
      'segments.customer.when.startsWith: "startsWith" is not an operator for property employees, which is of type number (is, isNot, in, notIn, gt, gte, lt, lte, between, known). Use one of these.',
    ],
    [
      "a date's operator on a text",
      { property: "firstName", before: "2026-01-01" },
      'segments.customer.when.before: "before" is not an operator for property firstName, which is of type text (is, isNot, in, notIn, contains, containsAny, containsAll, containsNone, startsWith, endsWith, matches, known). Use one of these.',
    ],
    [
      "a list that is compared as a whole",
      { property: "topics", is: "close" },
      'segments.customer.when.is: "is" is not an operator for property topics, which is of type list (contains, containsAny, containsAll, containsNone, known). Ask "contains", or "containsAny" of several.',
    ],
    [
      "a property that is not there",
      { not: { property: "personna", known: true } },
      'segments.customer.when.not.property: "personna" is not a property of this library (lifecycleStage, firstName, persona, optOut, employees, since, topics, openDeal, country). Did you mean "persona"?',
    ],
    [
      "a segment that is not there",
      { any: [{ segment: "lage" }] },
      'segments.customer.when.any[0].segment: "lage" is not a segment of this library (customer, evaluating-cfo, large). Did you mean "large"?',
    ],
    [
      "a segment that rests on itself",
      { segment: "customer" },
      "segments.customer.when: customer → customer is not a chain of segments that ends. Take one of these references out.",
    ],
    [
      "bounds that leave nobody",
      { property: "employees", between: [500, 20] },
      "segments.customer.when.between[1]: 20 is not at least 500. Nobody could ever be this.",
    ],
    [
      "counts that leave nobody",
      { event: "page_view", atLeast: 3, atMost: 1 },
      "segments.customer.when.atMost: 1 is not at least 3. Nobody could ever be this.",
    ],
  ])("are told of %s", (_, when, expected) => {
    expect(ofSegment(when)).toEqual([expected]);
  });

  it.each<unknown>([
    { property: "employees", between: [20, 500] },
    { property: "since", before: "2025-01-01" },
    { property: "topics", contains: "close" },
    { property: "firstName", contains: "a" },
    { property: "country", in: ["DE", "US"] },
    { property: "openDeal", is: false },
    { property: "optOut", known: false },
    { event: "page_view", where: { path: { startsWith: "/" } }, atLeast: 0, atMost: 3 },
  ])("may say %j", (when) => {
    expect(ofSegment(when)).toEqual([]);
  });

  it("are read wherever they stand", () => {
    const found = mistaken({
      "suppressions.customers-no-acquisition.when": { segment: "x" },
      "offers.book-demo.eligible": { property: "y", known: true },
    });
    expect(found.map((one) => one.split(":")[0])).toEqual([
      "suppressions.customers-no-acquisition.when.segment",
      "offers.book-demo.eligible.property",
    ]);
  });

  it("name a cycle over several segments once", () => {
    const found = mistaken({
      "segments.customer.when": { not: { segment: "large" } },
      "segments.large.when": { all: [{ segment: "evaluating-cfo" }] },
      "segments.evaluating-cfo.when": { segment: "customer" },
    });
    expect(found).toEqual([
      "segments.customer.when: customer → large → evaluating-cfo → customer is not a chain of segments that ends. Take one of these references out.",
    ]);
  });

  it("may share a segment without making a cycle", () => {
    const found = mistaken({
      "segments.large.when": { all: [{ segment: "customer" }, { segment: "evaluating-cfo" }] },
      "segments.evaluating-cfo.when": { segment: "customer" },
    });
    expect(found).toEqual([]);
  });
});

describe("properties", () => {
  it.each<[string, Mistakes, string]>([
    [
      "an enum without values",
      { "properties.persona.values": undefined },
      'properties.persona.values: missing; expected the values that an enum may have. List them, or make it a "text".',
    ],
    [
      "values of something that has none",
      { "properties.employees.values": ["1"] },
      'properties.employees.values: a list of 1 is not a part of a property of type number. Take it out, or make the property an "enum".',
    ],
    [
      "words for a value that is not there",
      { "properties.persona.labels": { cfoo: "CFO" } },
      'properties.persona.labels.cfoo: "cfoo" is not a value of this property (cfo, it-lead, analyst). Did you mean "cfo"?',
    ],
    [
      "a number that a page should show",
      { "properties.country.type": "number" },
      'properties.country.type: "number" is not a type that a page can show (text, enum). Make it a "text".',
    ],
    [
      "a text that the log has as a number",
      { "properties.country": { input: "behavior", type: "text", from: "behavior", of: "sessions" } },
      'properties.country.type: "text" is not a type that the log has for sessions (number). Make it a "number".',
    ],
    [
      "a number that the log has as a text",
      { "properties.country": { input: "source", type: "number", from: "behavior", of: "lastTouch.medium" } },
      'properties.country.type: "number" is not a type that the log has for lastTouch.medium (text, enum). Make it a "text".',
    ],
    [
      "what is fresh for longer than it is usable",
      { "properties.persona.freshFor": "7d", "properties.persona.usableFor": "1d" },
      'properties.persona.usableFor: "1d" is not at least as long as "freshFor" (7d). What is fresh must be usable.',
    ],
  ])("are told of %s", (_, mistakes, expected) => {
    expect(mistaken(mistakes)).toContain(expected);
  });
});

describe("an objection", () => {
  it.each<[unknown, string]>([
    [
      { property: "optout", is: true },
      'consent.objection.property: "optout" is not a property of this library (lifecycleStage, firstName, persona, optOut, employees, since, topics, openDeal, country). Did you mean "optOut"?',
    ],
    [
      { property: "country", is: "DE" },
      'consent.objection.property: "country" is not a property from "crm". An objection must hold on every device: keep it with the contact.',
    ],
    [
      { property: "optOut", is: "true" },
      'consent.objection.is: "true" is not a value of property optOut, which is true or false.',
    ],
  ])("cannot be %j", (objection, expected) => {
    expect(mistaken({ "consent.objection": objection })).toEqual([expected]);
  });
});

describe("the visitors in a segment's tests", () => {
  it("have properties that exist, with values that these can have", () => {
    const found = mistaken({
      "segments.customer.tests.0.visitor": { properties: { persona: "CFO", employes: 3, topics: ["x"] } },
    });
    expect(found).toEqual([
      'segments.customer.tests[0].visitor.properties.persona: "CFO" is not a value of property persona (cfo, it-lead, analyst). Did you mean "cfo"?',
      'segments.customer.tests[0].visitor.properties.employes: "employes" is not a property of this library (lifecycleStage, firstName, persona, optOut, employees, since, topics, openDeal, country). Did you mean "employees"?',
      "segments.customer.tests[0].visitor.properties.topics: a list of 1 is not a value of property topics (close, spend). Use one of these, or add it to the property's values.",
    ]);
  });
});
