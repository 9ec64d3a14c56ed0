import { describe, expect, it } from "vitest";
import { unclearCriteria } from "../../../../shared/findings/governance/unclear-criteria.ts";
import type { Library } from "../../../../shared/library/library.ts";
import { governedBy, outcomeOf, segment, withLibrary } from "../governed.ts";
import { element, library, page } from "../page.ts";

const hero = { slots: [element("hero", {})] };
const reader = (part: Partial<Library["segments"][string]>, given = hero) =>
  outcomeOf(unclearCriteria, withLibrary(segment("reader", part), given));

describe("unclear whom a segment is for", () => {
  it("cannot be told by the page alone, or by the library of another", () => {
    expect(outcomeOf(unclearCriteria, page(hero))).toBe("cannot tell");
    expect(outcomeOf(unclearCriteria, page({ ...hero, library: { ...library, name: "Another" } }))).toBe(
      "cannot tell",
    );
    expect(outcomeOf(unclearCriteria, page({ ...hero, library }))).toBe("clean");
  });

  it("is found where the purpose says nothing, or only the name again", () => {
    expect(reader({ purpose: "TBD" })).toBe("found");
    expect(reader({ purpose: "Keen Readers " })).toBe("found");
    expect(reader({ purpose: "Offer help with a decision" })).toBe("clean");
  });

  it("is found where tests know one side only", () => {
    const tests = library.segments.reader?.tests ?? [];
    expect(reader({ tests: tests.filter(({ expect: is }) => is === "yes") })).toBe("found");
    expect(reader({ tests: tests.filter(({ expect: is }) => is !== "yes") })).toBe("found");
  });

  it("takes consent as the test gives it", () => {
    const tests = library.segments.reader?.tests ?? [];
    const closed = { name: "without consent", visitor: { consent: { behavior: "closed" as const } } };
    expect(reader({ tests: [...tests, { ...closed, expect: "unknown" }] })).toBe("clean");
    expect(reader({ tests: [...tests, { ...closed, expect: "no" }] })).toBe("found");
  });

  it("is no fault of a page that does not use the segment", () => {
    expect(reader({ purpose: "TBD" }, { slots: [element("cta", {})] })).toBe("clean");
    expect(outcomeOf(unclearCriteria, withLibrary({}, { slots: [] }))).toBe("does not apply");
    expect(outcomeOf(unclearCriteria, governedBy({}, { slots: [] }))).toBe("cannot tell");
  });
});
