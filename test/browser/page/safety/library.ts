import { check } from "../../../../shared/library/check/check.ts";
import { type Problem, sentence } from "../../../../shared/library/check/problem.ts";
import type { Library } from "../../../../shared/library/library.ts";
import { LONGEST_HOLD } from "../../../../shared/library/vocabulary.ts";
import { VALUES } from "./corpus/corpus.ts";
import type { Case } from "./ways.ts";

const segment = (when: object, visitor: object) => ({
  name: "Everybody",
  input: "source",
  purpose: "Show every case",
  owner: "safety@northwind.example",
  when,
  reportAs: "Everybody",
  review: { every: "12mo", last: "2026-11-01" },
  tests: [{ name: "somebody", visitor, expect: "yes" }],
});

/** A library that shows every case to everybody. */
export const libraryOf = (cases: readonly Case[]): unknown => ({
  forwhom: 1,
  name: "Safety",
  endpoint: "/forwhom",
  consent: {
    source: "vanilla-cookieconsent",
    gates: {
      storage: "functional",
      behavior: "personalization",
      crm: "personalization",
      measurement: "analytics",
    },
  },
  properties: {
    path: { input: "source", type: "text", from: "page", of: "path" },
    nobody: { input: "source", type: "text", from: "page", of: "query.nobody" },
    ...Object.fromEntries(
      VALUES.map((_, number) => [
        `p${number}`,
        { input: "preference", type: "text", from: "crm", of: "contact", expose: true },
      ]),
    ),
  },
  segments: {
    everybody: segment({ property: "path", known: true }, { properties: { path: "/" } }),
  },
  suppressions: {},
  offers: Object.fromEntries(
    cases.flatMap(({ id, label, href = "/demo" }) =>
      label === undefined ? [] : [[id, { goal: "acquisition", label, href }]],
    ),
  ),
  slots: Object.fromEntries(cases.map((one) => [one.id, slotOf(one)])),
  measurement: {},
});

const slotOf = (one: Case) => ({
  name: "Case",
  moment: "any visit",
  pages: [one.page],
  hold: LONGEST_HOLD,
  default: { goal: "acquisition" },
  neutral: { hide: true },
  variations: [{ id: one.id, for: "everybody", goal: "acquisition", content: one.content }],
});

export type Sorted = {
  readonly library: Library;
  readonly accepted: readonly Case[];
  readonly refused: readonly Case[];
};

/** What the check of a library lets through, and what it refuses. */
export function sorted(cases: readonly Case[]): Sorted {
  let accepted = cases;
  for (;;) {
    const { library, problems } = check(libraryOf(accepted), Date.now());
    if (library) return { library, accepted, refused: cases.filter((one) => !accepted.includes(one)) };
    const bad = new Set(problems.map(idIn));
    const left = accepted.filter(({ id }) => !bad.has(id));
    if (left.length === accepted.length) throw new Error(problems.map(sentence).slice(0, 5).join("\n"));
    accepted = left;
  }
}

const idIn = ({ path, severity }: Problem) =>
  severity === "error" ? /^(?:slots|offers)\.([\w-]+)/.exec(path)?.[1] : undefined;
