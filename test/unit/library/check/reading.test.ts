import { describe, expect, it } from "vitest";
import { isQuick } from "../../../../shared/library/check/backtracking.ts";
import { type Mistakes, mistaken } from "./sentences.ts";

const ofSegment = (when: unknown) => mistaken({ "segments.customer.when": when });

describe("how a property is read", () => {
  it.each<[string, Mistakes, string]>([
    [
      "a time zone that is no date's",
      { "properties.persona.zone": "Europe/Berlin" },
      'properties.persona.zone: "Europe/Berlin" is not a part of a property of type enum: only a date has calendar days. Take it out, or make the property a "date".',
    ],
    [
      "a time zone that is nowhere",
      { "properties.since.zone": "Berlin" },
      'properties.since.zone: "Berlin" is not a time zone such as Europe/Berlin.',
    ],
    [
      "numbers that are compared as texts are",
      { "properties.employees.compare": "case" },
      'properties.employees.compare: "case" is not a part of a property of type number: only texts are written in several ways (text, enum, list). Take it out.',
    ],
    [
      "a way to compare that there is not",
      { "properties.firstName.compare": "cases" },
      'properties.firstName.compare: "cases" is not one of exact, case, accents. Did you mean "case"?',
    ],
    [
      "a placeholder that is a value as well",
      { "properties.persona.missing": ["Select", "analyst"] },
      'properties.persona.missing[1]: "analyst" is not a placeholder: it is one of the property\'s values, and would never be seen. Take it out here, or out of the values.',
    ],
    [
      "placeholders of something that is no text",
      { "properties.openDeal.missing": ["n/a"] },
      "properties.openDeal.missing: a list of 1 is not a part of a property of type boolean, whose values are no texts. Take it out.",
    ],
  ])("is told of %s", (_, mistakes, expected) => {
    expect(mistaken(mistakes)).toEqual([expected]);
  });

  it("may be said where it has a meaning", () => {
    const found = mistaken({
      "properties.since.zone": "Europe/Berlin",
      "properties.firstName.compare": "accents",
      "properties.firstName.missing": ["n/a"],
      "properties.topics.compare": "case",
      "properties.persona.missing": ["Select"],
      "segments.large.tests.0.visitor": { properties: { persona: "Select" } },
    });
    expect(found).toEqual([]);
  });

  it("keeps a rule from asking for a placeholder", () => {
    const found = mistaken({
      "properties.firstName.missing": ["n/a"],
      "segments.customer.when": { property: "firstName", in: ["Ada", "n/a"] },
    });
    expect(found).toEqual([
      'segments.customer.when.in[1]: "n/a" is not a value of property firstName, where it stands for a missing one. Take it out here, or out of the property\'s "missing".',
    ]);
  });
});

describe("lists and parts of texts", () => {
  it.each<[string, unknown, string]>([
    [
      "of a number",
      { property: "employees", containsAny: ["1"] },
      'segments.customer.when.containsAny: "containsAny" is not an operator for property employees, which is of type number (is, isNot, in, notIn, gt, gte, lt, lte, between, known). Use one of these.',
    ],
    [
      "of an enum",
      { property: "persona", containsNone: ["cfo"] },
      'segments.customer.when.containsNone: "containsNone" is not an operator for property persona, which is of type enum (is, isNot, in, notIn, known). Use one of these.',
    ],
    [
      "for what a list never holds",
      { property: "topics", containsAll: ["close", "spnd"] },
      'segments.customer.when.containsAll[1]: "spnd" is not a value of property topics (close, spend). Did you mean "spend"?',
    ],
    [
      "for nothing",
      { property: "topics", containsAny: [] },
      "segments.customer.when.containsAny: an empty list is not a list with at least 1.",
    ],
    [
      "by date",
      { property: "topics", before: "-30d" },
      'segments.customer.when.before: "before" is not an operator for property topics, which is of type list (contains, containsAny, containsAll, containsNone, known). Ask "contains", or "containsAny" of several.',
    ],
    [
      "by a date that is none",
      { property: "since", after: "30 days ago" },
      'segments.customer.when.after: "30 days ago" is not a day such as 2026-11-01, a time in UTC, today-7d, or so long ago such as -30d.',
    ],
  ])("are not asked %s", (_, when, expected) => {
    expect(ofSegment(when)).toEqual([expected]);
  });

  it.each<unknown>([
    { property: "topics", containsAny: ["close", "spend"] },
    { property: "topics", containsAll: ["close"] },
    { property: "topics", containsNone: ["close"], whenUnknown: "yes" },
    { property: "firstName", containsAll: ["a", "d"] },
    { property: "since", after: "today-7d" },
    { property: "since", before: "-30d" },
  ])("may be asked %j", (when) => {
    expect(ofSegment(when)).toEqual([]);
  });
});

describe("expressions", () => {
  const asked = (matches: string) => ofSegment({ property: "firstName", matches });

  it("that may try one text in very many ways are refused", () => {
    expect(asked("(a+)+$")).toEqual([
      'segments.customer.when.matches: "(a+)+$" is not an expression that is sure to be quick: it can try one text in very many ways. Begin it with "^", let nothing be repeated twice over, or ask startsWith, endsWith or containsAll.',
    ]);
  });

  it("that are too long to be judged are refused", () => {
    const [sentence] = asked("a".repeat(201));
    expect(sentence).toMatch(
      /^segments\.customer\.when\.matches: "a{79}… is not an expression of at most 200 letters\. Split it up/,
    );
  });

  it("are read in the fields of events, in what follows them, and in scores", () => {
    const where = { path: { matches: "(a|a)*$" } };
    const found = mistaken({
      "segments.customer.when": { event: "page_view", where, then: { event: "download", where } },
      "segments.large.when": { score: [{ event: "page_view", where, weight: 1 }], gte: 3 },
    });
    expect(found.map((one) => one.split(":")[0])).toEqual([
      "segments.customer.when.where.path.matches",
      "segments.customer.when.then.where.path.matches",
      "segments.large.when.score[0].where.path.matches",
    ]);
  });

  it.each([
    "^/docs",
    "^/pricing(/|$)",
    "finance|accounting",
    "\\bCF?O\\b",
    "^(chief|vp|head).*(finance|financial)",
    "^.+@northwind\\.example$",
    "^\\p{L}+$",
    "^\\d{4}-\\d{2}$",
  ])("such as %s are quick", (expression) => {
    expect(isQuick(expression)).toBe(true);
  });

  it.each([
    "(a+)+$",
    "(a|a)*$",
    "(a|b|ab)*c",
    "a*a*b",
    "(x+x+)+y",
    "^(\\w+\\s?)*$",
    "(.*a){20}",
    "^(?:a?){30}a{30}$",
    "^(([a-z])+.)+[A-Z]([a-z])+$",
    "(",
  ])("such as %s are not", (expression) => {
    expect(isQuick(expression)).toBe(false);
  });
});
