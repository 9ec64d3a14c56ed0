import { describe, expect, it } from "vitest";
import { genericContent } from "../../../../shared/findings/governance/generic-content.ts";
import { governedBy, outcomeOf, segment, slot, withLibrary } from "../governed.ts";
import { element, library, page } from "../page.ts";

const extra = { slots: [element("extra", {})] };
const forSegment = (id: string) => slot({ variations: [{ id: "extra-x", for: id, content: { text: "x" } }] });

describe("the same for everybody", () => {
  it("is one variation by role, stage or intent away from being clean", () => {
    expect(outcomeOf(genericContent, governedBy(forSegment("germany"), extra))).toBe("found");
    expect(outcomeOf(genericContent, governedBy(forSegment("reader"), extra))).toBe("clean");
    expect(outcomeOf(genericContent, governedBy(forSegment("german-or-cfo"), extra))).toBe("clean");
  });

  it("goes by what a segment asks for, whatever kind it says it is", () => {
    const turned = { ...forSegment("reader"), ...segment("reader", { input: "region" }) };
    expect(outcomeOf(genericContent, governedBy(turned, extra))).toBe("clean");
  });

  it("cannot be told where the criteria are not on the page, until the library is loaded", () => {
    const hidden = { ...forSegment("cfo"), ...segment("cfo", { input: "region" }) };
    expect(outcomeOf(genericContent, governedBy(hidden, extra))).toBe("cannot tell");
    expect(outcomeOf(genericContent, withLibrary(hidden, extra))).toBe("clean");
    const place = {
      ...forSegment("cfo"),
      ...segment("cfo", { input: "region" }),
      properties: {
        ...library.properties,
        persona: { ...library.properties.persona, input: "region" } as never,
      },
    };
    expect(outcomeOf(genericContent, withLibrary(place, extra))).toBe("found");
  });

  it("does not mind a slot that is paused, or one of another page", () => {
    expect(outcomeOf(genericContent, governedBy(slot({ variations: [], paused: true }), extra))).toBe(
      "does not apply",
    );
    const elsewhere = { slots: [element("hero", {})] };
    expect(outcomeOf(genericContent, governedBy(slot({ variations: [] }), elsewhere))).toBe("clean");
  });

  it("names a slot once, however often it stands on the page", () => {
    const twice = { slots: [element("extra", {}), element("extra", { selector: "p" })] };
    const found = genericContent.check(governedBy(slot({ variations: [] }), twice));
    expect(found.is === "found" && found.faults).toHaveLength(1);
  });

  it("is nothing that a page without slots could be", () => {
    expect(outcomeOf(genericContent, page({ slots: [] }))).toBe("does not apply");
  });
});
