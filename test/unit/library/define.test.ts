import { describe, expect, it } from "vitest";
import { check } from "../../../shared/library/check/check.ts";
import { defineLibrary } from "../../../shared/library/define.ts";
import { mistakes, refused } from "./define-mistakes.ts";
import { nobody, owned, properties, rest } from "./defined.ts";

const written = defineLibrary({
  ...rest,
  consent: { ...rest.consent, objection: { property: "optOut", is: true } },
  properties,
  segments: {
    cfo: { ...owned, name: "CFOs", when: { property: "persona", is: "cfo" }, tests: nobody },
    "large-cfo": {
      ...owned,
      name: "CFOs of large companies",
      when: {
        all: [
          { segment: "cfo" },
          { property: "employees", between: [100, 900] },
          { property: "topics", containsAny: ["close"] },
          { property: "customerSince", before: "-30d" },
          { not: { property: "firstName", startsWith: "Test", whenUnknown: "no" } },
          { event: "page_view", where: { path: { startsWith: "/pricing" } }, atLeast: 3, within: "7d" },
          { score: [{ event: "download", weight: 2, halfLife: "7d" }], gte: 3 },
        ],
      },
      tests: [
        { name: "not chosen", visitor: { properties: { persona: "Select", employees: 3 } }, expect: "no" },
      ],
    },
  },
  suppressions: {
    quiet: {
      name: "Is busy",
      class: "fatigue",
      reason: "Enough",
      when: { segment: "large-cfo" },
      blocks: { offers: ["demo"], slots: ["hero"] },
    },
  },
  offers: {
    demo: {
      goal: "acquisition",
      label: "Book a demo",
      href: "/demo",
      eligible: { property: "country", is: "DE" },
    },
    webinar: { goal: "nurture", label: "Watch", href: "/watch", excludes: ["demo"] },
  },
  slots: {
    hero: {
      name: "Hero",
      moment: "first visit",
      pages: ["/"],
      default: { offer: "demo" },
      neutral: { text: "Welcome" },
      variations: [{ id: "hero-cfo", for: "cfo", content: { offer: "webinar" } }],
    },
  },
});

describe("a library that is written in TypeScript", () => {
  it("is what it says", () => {
    expect(written.segments["large-cfo"]?.when).toMatchObject({
      all: [{ segment: "cfo" }, {}, {}, {}, {}, {}, {}],
    });
    expect(check(written, Date.parse("2026-11-24")).problems).toEqual([]);
  });

  it("is returned unchanged", () => {
    const library = { ...rest, properties: {}, segments: {}, suppressions: {}, offers: {}, slots: {} };
    expect(defineLibrary(library)).toBe(library);
  });

  it("is refused by the compiler where it names what is not there", () => {
    expect(mistakes).toBeTypeOf("function");
    expect(refused).toHaveLength(15);
  });
});
