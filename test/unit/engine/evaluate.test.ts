import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Condition } from "../../../shared/engine/condition.ts";
import { evaluate } from "../../../shared/engine/evaluate.ts";
import { ABSENT, type Fact, type Facts, known, unknown } from "../../../shared/engine/facts.ts";
import { condition, facts, NOW, properties, segments } from "./arbitrary.ts";

const nobody: Facts = { properties: {}, memberships: {}, events: [], now: NOW };
const answer = (asked: Condition, some: Partial<Facts> = {}) =>
  evaluate(asked, { ...nobody, ...some }, { segments: {} }).is;
const about = (asked: Condition, fact: Fact) => answer(asked, { properties: { p: fact } });

describe("a condition about a property", () => {
  it.each<[Condition, Fact, string]>([
    [{ property: "p", is: "cfo" }, known("cfo"), "yes"],
    [{ property: "p", is: "cfo" }, known("CFO"), "no"],
    [{ property: "p", is: 1 }, known("1"), "no"],
    [{ property: "p", isNot: "cfo" }, known("it-lead"), "yes"],
    [{ property: "p", in: ["a", "b"] }, known("b"), "yes"],
    [{ property: "p", notIn: ["a", "b"] }, known("b"), "no"],
    [{ property: "p", gt: 5 }, known(5), "no"],
    [{ property: "p", gte: 5 }, known(5), "yes"],
    [{ property: "p", lt: 5 }, known("4"), "no"],
    [{ property: "p", between: [1, 3] }, known(3), "yes"],
    [{ property: "p", contains: "vip" }, known(["vip", "new"]), "yes"],
    [{ property: "p", contains: "ric" }, known("/pricing"), "yes"],
    [{ property: "p", startsWith: "/pri" }, known("/pricing"), "yes"],
    [{ property: "p", endsWith: "ing" }, known("/pricing"), "yes"],
    [{ property: "p", matches: "^/p.*g$" }, known("/pricing"), "yes"],
    [{ property: "p", before: "2026-11-24" }, known("2026-11-23"), "yes"],
    [{ property: "p", after: "2026-11-24" }, known("2026-11-23"), "no"],
    [{ property: "p", known: true }, known("x"), "yes"],
    [{ property: "p", known: false }, ABSENT, "yes"],
  ])("%j about %j is %s", (asked, fact, expected) => {
    expect(about(asked, fact)).toBe(expected);
  });

  it("answers no about an absent fact, and yes to its negations", () => {
    expect(about({ property: "p", is: "cfo" }, ABSENT)).toBe("no");
    expect(about({ property: "p", lt: 5 }, ABSENT)).toBe("no");
    expect(about({ property: "p", isNot: "cfo" }, ABSENT)).toBe("yes");
    expect(about({ property: "p", notIn: ["cfo"] }, ABSENT)).toBe("yes");
    expect(about({ not: { property: "p", is: "cfo" } }, ABSENT)).toBe("yes");
  });

  it.each(["is", "isNot"] as const)("does not know about an unknown fact under %s", (operator) => {
    const asked = { property: "p", [operator]: "cfo" } as unknown as Condition;
    expect(about(asked, unknown("withheld"))).toBe("unknown");
    expect(evaluate(asked, nobody, { segments: {} })).toMatchObject({ is: "unknown", because: "missing" });
  });
});

describe("a condition about events", () => {
  const day = 86_400_000;
  const view = (path: string, ago: number) => ({ event: "page_view", at: NOW - ago * day, fields: { path } });
  const events = [view("/pricing", 1), view("/pricing/teams", 2), view("/", 3), view("/pricing", 9)];
  const pricing = { event: "page_view", where: { path: { startsWith: "/pricing" } } };

  it.each<[Condition, string]>([
    [{ ...pricing, atLeast: 2, within: "7d" }, "yes"],
    [{ ...pricing, atLeast: 3, within: "7d" }, "no"],
    [{ ...pricing, atLeast: 3 }, "yes"],
    [{ ...pricing, atMost: 2, within: "7d" }, "yes"],
    [{ ...pricing, atMost: 1, within: "7d" }, "no"],
    [{ event: "download" }, "no"],
    [{ event: "download", atMost: 0 }, "yes"],
  ])("%j is %s", (asked, expected) => {
    expect(answer(asked, { events })).toBe(expected);
  });

  it("does not know while the log may not be read", () => {
    expect(answer(pricing, { events: unknown("withheld") })).toBe("unknown");
  });

  it("does not count what the clock puts into the future", () => {
    expect(answer(pricing, { events: [view("/pricing", -1)] })).toBe("no");
  });
});

describe("every condition", () => {
  it("never lets a new fact turn a yes into a no, or a no into a yes", () => {
    const learnt = fc.tuple(
      fc.constantFrom("persona", "seats", "active", "city", "renewal", "topics"),
      facts,
    );
    fc.assert(
      fc.property(condition, segments, facts, learnt, (asked, rules, before, [property, other]) => {
        const had = before.properties[property];
        fc.pre(had?.is === "unknown");
        const after = {
          ...before,
          properties: { ...before.properties, [property]: other.properties[property] ?? had },
        };
        const [was, is] = [
          evaluate(asked, before, { segments: rules, properties }).is,
          evaluate(asked, after, { segments: rules, properties }).is,
        ];
        if (was !== "unknown") expect(is).toBe(was);
      }),
      { numRuns: 3_000 },
    );
  });

  it("answers the same in any order of its parts", () => {
    const turned = (one: Condition): Condition =>
      "all" in one
        ? { all: one.all.map(turned).reverse() }
        : "any" in one
          ? { any: one.any.map(turned).reverse() }
          : "not" in one
            ? { not: turned(one.not) }
            : one;
    fc.assert(
      fc.property(condition, segments, facts, (asked, rules, some) => {
        expect(evaluate(turned(asked), some, { segments: rules, properties }).is).toBe(
          evaluate(asked, some, { segments: rules, properties }).is,
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it("keeps De Morgan's laws", () => {
    fc.assert(
      fc.property(
        fc.array(condition, { minLength: 1, maxLength: 3 }),
        segments,
        facts,
        (parts, rules, some) => {
          const outer = evaluate({ not: { all: parts } }, some, { segments: rules, properties }).is;
          const inner = evaluate({ any: parts.map((not) => ({ not })) }, some, {
            segments: rules,
            properties,
          }).is;
          expect(outer).toBe(inner);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it("does not hang on segments that refer to each other, and does not guess", () => {
    const circle = { one: { when: { segment: "two" } }, two: { when: { not: { segment: "one" } } } };
    expect(evaluate({ segment: "one" }, nobody, { segments: circle }).is).toBe("unknown");
    expect(evaluate({ segment: "constructor" }, nobody, { segments: circle }).is).toBe("unknown");
  });
});
