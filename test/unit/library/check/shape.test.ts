import { describe, expect, it } from "vitest";
import { AUTHORITIES } from "../../../../shared/library/vocabulary.ts";
import { tinyLibrary } from "../tiny.ts";
import { type Mistakes, mistaken, sentences } from "./sentences.ts";

const ofSegment = (when: unknown) => mistaken({ "segments.customer.when": when });

describe("a library whose shape is wrong", () => {
  it.each<[string, unknown, string[]]>([
    [
      "a mistyped key",
      { all: [{ propertty: "persona", is: "cfo" }] },
      [
        'segments.customer.when.all[0]: found { propertty, is }; expected a condition with one of all, any, not, segment, property, event, score. Did you mean "property"?',
      ],
    ],
    [
      "a mistyped operator, and not also that there is none",
      { property: "persona", iss: "cfo" },
      ['segments.customer.when.iss: "iss" is not a key that is known here. Did you mean "is"?'],
    ],
    [
      "two operators at once",
      { property: "persona", is: "cfo", isNot: "analyst" },
      [
        "segments.customer.when: found { property, is, isNot }; expected exactly one operator of is, isNot, in, notIn, gt, gte, lt, lte, between, contains, containsAny, containsAll, containsNone, startsWith, endsWith, matches, known, before, after.",
      ],
    ],
    [
      "only what is wrong in the branch that was meant, however deep",
      { any: [{ property: "employees", gt: "1000" }, { not: { property: "persona", in: [null] } }] },
      [
        'segments.customer.when.any[0].gt: "1000" is not a number.',
        "segments.customer.when.any[1].not.in[0]: null is not a text or a number or true or false.",
      ],
    ],
    [
      "two kinds of condition in one",
      { all: [{ property: "persona", is: "cfo" }], any: [] },
      [
        'segments.customer.when.any: "any" is not a key that goes with "all". Put them side by side into an "all" or an "any".',
      ],
    ],
    [
      "a condition that is none",
      { not: [] },
      [
        "segments.customer.when.not: an empty list is not a condition with one of all, any, not, segment, property, event, score.",
      ],
    ],
    [
      "a mistake in an event",
      { event: "page_view", where: { path: { startWith: "/pricing" } }, within: "7 days" },
      [
        'segments.customer.when.where.path.startWith: "startWith" is not a key that is known here. Did you mean "startsWith"?',
        'segments.customer.when.within: "7 days" is not a duration such as 30m, 7d or 1mo.',
      ],
    ],
    [
      "an expression that is none",
      { property: "firstName", matches: "(" },
      ['segments.customer.when.matches: "(" is not a regular expression.'],
    ],
  ])("is told of %s", (_, when, expected) => {
    expect(ofSegment(when)).toEqual(expected);
  });

  it.each<[string, Mistakes, string[]]>([
    [
      "what is missing",
      {
        "segments.customer.purpose": undefined,
        "segments.customer.owner": "marketing",
        "segments.customer.tests": [],
      },
      [
        "segments.customer.purpose: missing; expected a text. Add it.",
        'segments.customer.owner: "marketing" is not an owner\'s mail address.',
        "segments.customer.tests: an empty list is not at least one test.",
      ],
    ],
    [
      "a word that is not one of those that are meant",
      {
        "properties.persona.from": "crmm",
        "segments.customer.input": "Persona",
      },
      [
        'properties.persona.from: "crmm" is not one of crm, page, behavior. Did you mean "crm"?',
        'segments.customer.input: "Persona" is not one of lifecycle, persona, behavior, fit, consent, preference, region, source, interest, eligibility. Did you mean "persona"?',
      ],
    ],
    [
      "a part that is mistyped",
      {
        slot: {},
      },
      [
        'slot: "slot" is not a key that is known here ($schema, forwhom, name, endpoint, stop, consent, properties, segments, suppressions, offers, slots, measurement). Did you mean "slots"?',
      ],
    ],
    [
      "a consent gate in another spelling",
      {
        "consent.gates.behaviour": "personalization",
      },
      [
        'consent.gates.behaviour: "behaviour" is not a key that is known here (storage, behavior, crm, measurement). Did you mean "behavior"?',
      ],
    ],
    [
      "a consent gate with an authority that is none",
      {
        "consent.gates.measurement": { source: "tfc", needs: ["8"] },
      },
      [
        `consent.gates.measurement.source: "tfc" is not one of ${AUTHORITIES.join(", ")}. Did you mean "tcf"?`,
      ],
    ],
    [
      "a consent gate with an authority and no category",
      {
        "consent.gates.measurement": { source: "tcf" },
      },
      ["consent.gates.measurement.needs: missing; expected a text or a list."],
    ],
    [
      "content of no kind",
      {
        "slots.hero.neutral": { txt: "Welcome" },
        "slots.hero.default": {},
      },
      [
        "slots.hero.default: found {}; expected either a goal or an offer.",
        'slots.hero.neutral: found { txt }; expected content with one of template, text, offer, hide. Did you mean "text"?',
      ],
    ],
    [
      "an id that is none",
      {
        "offers.1st offer": tinyLibrary().offers["book-demo"],
      },
      ['offers.1st offer: "1st offer" is not an id: a letter, then letters, digits and - _ . ~. Rename it.'],
    ],
    [
      "a link that could run script",
      {
        "offers.book-demo.href": "javascript:alert(1)",
      },
      [
        'offers.book-demo.href: "javascript:alert(1)" is not a link such as /demo or https://example.com/demo.',
      ],
    ],
    [
      "content made by AI that nobody approved",
      {
        "slots.hero.variations.1.origin": "ai",
      },
      [
        "slots.hero.variations[1].approval: missing; expected an approval: content made by AI is shown only once approved.",
      ],
    ],
    [
      "a legal suppression that lets doubt pass",
      {
        "suppressions.customers-no-acquisition.class": "legal",
        "suppressions.customers-no-acquisition.doubt": "show",
      },
      [
        'suppressions.customers-no-acquisition.doubt: "show" is not "suppress": a legal suppression holds in doubt too.',
      ],
    ],
    [
      "a text with nothing in it, and a number out of bounds",
      {
        name: "",
        "measurement.holdout": 5,
      },
      [
        "name: an empty text is not a text with something in it.",
        "measurement.holdout: 5 is not a number of at most 0.5.",
      ],
    ],
  ])("is told of %s", (_, mistakes, expected) => {
    expect(mistaken(mistakes)).toEqual(expected);
  });

  it("is told where it is nested too deep, or asks too much", () => {
    const deep = Array.from({ length: 20_000 }).reduce<object>((not) => ({ not }), { event: "a" });
    expect(ofSegment(deep)).toEqual([
      "segments.customer.when.not.not.not.not.not: what stands here is not nested less than 60 levels deep. Give parts of it names of their own, as segments.",
    ]);
    const { large } = tinyLibrary().segments;
    const twice = (segment: string) => ({ ...large, when: { any: [{ segment }, { segment }] } });
    const many = Array.from({ length: 40 }, (_, index) => [
      `s${index + 1}`,
      twice(index ? `s${index}` : "large"),
    ]);
    const found = sentences({
      ...tinyLibrary(),
      segments: { ...tinyLibrary().segments, ...Object.fromEntries(many) },
    });
    expect(found[0]).toBe(
      "segments.s13.when: a rule that asks 8,192 questions, with those of the segments that it names, is not one of at most 5,000. Name each segment once, or keep the answer in a property.",
    );
  });

  it.each<[unknown, string]>([
    [null, "The library: null is not an object."],
    [[], "The library: an empty list is not an object."],
    ["library", 'The library: "library" is not an object.'],
  ])("is told that %j is no library", (value, expected) => {
    expect(sentences(value)).toEqual([expected]);
  });
});
