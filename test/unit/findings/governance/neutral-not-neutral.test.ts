import { describe, expect, it } from "vitest";
import { neutralNotNeutral } from "../../../../shared/findings/governance/neutral-not-neutral.ts";
import { governedBy, outcomeOf, slot } from "../governed.ts";
import { element, page, visitors } from "../page.ts";

const extra = { slots: [element("extra", {})] };
const check = (part: Parameters<typeof slot>[0]) =>
  outcomeOf(neutralNotNeutral, governedBy(slot(part), extra));

describe("nothing to show when the default may not be", () => {
  it("is found where one suppression forbids both", () => {
    const acquisition = { goal: "acquisition" };
    expect(check({ default: acquisition, neutral: { offer: "book-demo" } })).toBe("found");
    expect(check({ default: acquisition, neutral: { offer: "guide" } })).toBe("clean");
    expect(check({ default: acquisition, neutral: { hide: true } })).toBe("clean");
  });

  it("does not mind an offer that is forbidden only where the default is not", () => {
    expect(check({ default: { goal: "education" }, neutral: { offer: "book-demo" } })).toBe("clean");
  });

  it("is found where a text is to stand and nothing can be read", () => {
    const hero = (part: Parameters<typeof element>[1]) =>
      outcomeOf(
        neutralNotNeutral,
        page({ slots: [element("hero", { outcome: "neutral", ...part })], facts: visitors.customer }),
      );
    expect(hero({ text: " " })).toBe("found");
    expect(hero({ text: "Welcome back" })).toBe("clean");
    expect(hero({ text: "", visible: false })).toBe("clean");
    expect(hero({ text: "", outcome: "default" })).toBe("clean");
  });

  it("does not ask for words where a picture or nothing at all is meant", () => {
    const empty = { slots: [element("extra", { outcome: "neutral", text: "" })] };
    for (const neutral of [{ template: true }, { hide: true }] as const)
      expect(outcomeOf(neutralNotNeutral, governedBy(slot({ neutral }), empty))).toBe("clean");
  });

  it("does not apply on a page without slots of the library", () => {
    expect(outcomeOf(neutralNotNeutral, page({ slots: [element("other", {})] }))).toBe("does not apply");
  });
});
