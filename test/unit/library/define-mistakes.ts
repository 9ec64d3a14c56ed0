import { type ConditionOf, defineLibrary } from "../../../shared/library/define.ts";
import { nobody, owned, properties, rest } from "./defined.ts";

type Asked = ConditionOf<typeof properties, "cfo" | "large-cfo">;

/** Each of these has to be a mistake to the compiler. */
export const refused: readonly Asked[] = [
  // @ts-expect-error A property that does not exist.
  { property: "personna", is: "cfo" },
  // @ts-expect-error A value that an enum does not have.
  { property: "persona", is: "CFO" },
  // @ts-expect-error The same among several, deep inside.
  { all: [{ not: { property: "persona", in: ["cfo", "ceo"] } }] },
  // @ts-expect-error A number's operator on a text.
  { property: "firstName", gt: 3 },
  // @ts-expect-error A text's operator on a number.
  { property: "employees", startsWith: "1" },
  // @ts-expect-error A part of an enum.
  { property: "persona", contains: "cf" },
  // @ts-expect-error A date's operator on a list.
  { property: "topics", before: "-7d" },
  // @ts-expect-error A text that a list never holds.
  { property: "topics", containsAll: ["clsoe"] },
  // @ts-expect-error A number compared with a text.
  { property: "employees", is: "100" },
  // @ts-expect-error A boolean compared with a text.
  { property: "optOut", is: "true" },
  // @ts-expect-error No operator at all.
  { property: "employees" },
  // @ts-expect-error A segment that does not exist.
  { any: [{ segment: "two" }] },
  // @ts-expect-error What an unknown may not mean.
  { property: "persona", is: "cfo", whenUnknown: "maybe" },
  // @ts-expect-error An event counted in words.
  { event: "page_view", atLeast: "three" },
  // @ts-expect-error A membership, which only a published library has.
  { membership: "cfo" },
];

const empty = { suppressions: {}, offers: {}, slots: {} };

/** Never run: the compiler reads it, and each mistake has to be one to it. */
export const mistakes = () => [
  defineLibrary({
    ...rest,
    ...empty,
    // @ts-expect-error A type that there is not.
    properties: { size: { input: "fit", type: "numbr", from: "crm", of: "company" } },
    segments: {},
  }),
  defineLibrary({
    ...rest,
    ...empty,
    properties: {
      tier: { input: "fit", type: "enum", values: ["a", "b"], from: "crm", of: "company" },
    },
    segments: {
      // Where properties stand in the same place, their values are just as well known.
      one: { ...owned, name: "One", when: { property: "tier", is: "a" }, tests: nobody },
      // @ts-expect-error A value that an enum does not have.
      two: { ...owned, name: "Two", when: { property: "tier", is: "c" }, tests: nobody },
    },
  }),
  defineLibrary({
    ...rest,
    ...empty,
    properties,
    segments: {
      // @ts-expect-error A property that does not exist.
      one: { ...owned, name: "One", when: { property: "personna", is: "cfo" }, tests: nobody },
      // @ts-expect-error A value that an enum does not have.
      two: { ...owned, name: "Two", when: { all: [{ property: "persona", is: "ceo" }] }, tests: nobody },
      // @ts-expect-error A segment that does not exist.
      three: { ...owned, name: "Three", when: { segment: "four" }, tests: nobody },
      five: { ...owned, name: "Five", when: { not: { segment: "one" } }, tests: nobody },
    },
  }),
  defineLibrary({
    ...rest,
    ...empty,
    properties,
    segments: {
      one: {
        ...owned,
        name: "One",
        when: { property: "persona", is: "cfo" },
        // @ts-expect-error A value that the visitor in a test cannot have.
        tests: [{ name: "a CEO", visitor: { properties: { persona: "ceo" } }, expect: "no" }],
      },
    },
  }),
  defineLibrary({
    ...rest,
    properties,
    segments: { one: { ...owned, name: "One", when: { property: "persona", is: "cfo" }, tests: nobody } },
    suppressions: {
      quiet: {
        name: "Is busy",
        class: "fatigue",
        reason: "Enough",
        when: { segment: "one" },
        // @ts-expect-error An offer that does not exist is blocked.
        blocks: { offers: ["demos"] },
      },
    },
    offers: { demo: { goal: "acquisition", label: "Book a demo", href: "/demo" } },
    slots: {
      hero: {
        name: "Hero",
        moment: "first visit",
        pages: ["/"],
        default: { goal: "acquisition" },
        neutral: { text: "Welcome" },
        variations: [
          // @ts-expect-error An offer that does not exist.
          { id: "a", for: "one", content: { offer: "webinar" } },
          // @ts-expect-error A segment that does not exist.
          { id: "b", for: "two", content: { offer: "demo" } },
          { id: "c", for: "one", content: { offer: "demo" } },
        ],
      },
    },
  }),
  defineLibrary({
    ...rest,
    ...empty,
    // @ts-expect-error An objection to a property that the page shows.
    consent: { ...rest.consent, objection: { property: "country", is: "DE" } },
    properties,
    segments: {},
  }),
];
