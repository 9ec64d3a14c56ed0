import { describe, expect, it } from "vitest";
import { customersNotKeptOut } from "../../../../shared/findings/governance/customers-not-kept-out.ts";
import type { Library } from "../../../../shared/library/library.ts";
import { governedBy, outcomeOf, withLibrary } from "../governed.ts";
import { element, library, page, visitors } from "../page.ts";

const hero = { slots: [element("hero", {})] };
const own = library.suppressions["customers-no-acquisition"] as Library["suppressions"][string];
const suppressing = (part: Partial<typeof own>) => ({ suppressions: { own: { ...own, ...part } } });

const check = (changed: Partial<Library>) => outcomeOf(customersNotKeptOut, governedBy(changed, hero));

describe("customers whom nothing keeps from being prospected", () => {
  it.each<[string, Partial<typeof own>, string]>([
    ["by the stage", {}, "clean"],
    ["by a segment of customers", { when: { segment: "customer" } }, "clean"],
    ["by the offer alone, which the slot does not make", { blocks: { offers: ["book-demo"] } }, "found"],
    ["by the slot", { blocks: { slots: ["hero"] } }, "clean"],
    ["by the country", { when: { property: "country", is: "DE" } }, "found"],
    [
      "by a private property of another kind, which the page does not say",
      { when: { property: "employees", gte: 5 } },
      "cannot tell",
    ],
  ])("with a suppression %s", (_, part, is) => {
    expect(check(suppressing(part))).toBe(is);
  });

  it("are told by the library where the page does not say what a suppression asks for", () => {
    const byDeal = suppressing({ when: { property: "openDeal", is: true } });
    expect(check(byDeal)).toBe("cannot tell");
    expect(outcomeOf(customersNotKeptOut, withLibrary(byDeal, hero))).toBe("clean");
    const bySize = suppressing({ when: { property: "employees", gte: 5 } });
    expect(outcomeOf(customersNotKeptOut, withLibrary(bySize, hero))).toBe("found");
  });

  it("cannot be told where the relationship is kept as an eligibility", () => {
    const kept = {
      ...suppressing({ when: { property: "country", is: "DE" } }),
      properties: { ...library.properties, country: { ...library.properties.country, input: "eligibility" } },
    } as Partial<Library>;
    expect(check(kept)).toBe("cannot tell");
  });

  it("does not apply where no goal of the page is to win customers", () => {
    const education = outcomeOf(
      customersNotKeptOut,
      governedBy({ suppressions: {} }, { slots: [element("banner", {})] }),
    );
    expect(education).toBe("does not apply");
  });

  it("says it where this very visitor is one", () => {
    const told = (facts: typeof visitors.nobody) => {
      const found = customersNotKeptOut.check(governedBy({ suppressions: {} }, { ...hero, facts }));
      return found.is === "found" && found.faults[0]?.evidence.map(({ en }) => en);
    };
    expect(told(visitors.customer)).toContain("This visitor is a customer.");
    expect(told(visitors.nobody)).not.toContain("This visitor is a customer.");
  });

  it("looks at every variation too", () => {
    const given = { slots: [element("cta", {})] };
    expect(outcomeOf(customersNotKeptOut, page(given))).toBe("clean");
    const byHero = suppressing({ blocks: { slots: ["hero"] } });
    expect(outcomeOf(customersNotKeptOut, governedBy(byHero, given))).toBe("found");
  });
});
