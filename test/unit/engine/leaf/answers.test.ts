import { describe, expect, it } from "vitest";
import type { Condition } from "../../../../shared/engine/condition.ts";
import { evaluate } from "../../../../shared/engine/evaluate.ts";
import {
  ABSENT,
  type Fact,
  type Facts,
  known,
  unknown,
  type VisitorEvent,
} from "../../../../shared/engine/facts.ts";
import type { Traits } from "../../../../shared/engine/leaf/traits.ts";

const NOW = Date.parse("2026-11-24T12:00:00Z");
const DAY = 86_400_000;
const nobody: Facts = { properties: {}, memberships: {}, events: [], now: NOW };

const about = (asked: Condition, fact: Fact, traits: Traits = {}, now = NOW) =>
  evaluate(asked, { ...nobody, now, properties: { p: fact } }, { segments: {}, properties: { p: traits } });

describe("a list", () => {
  const topics = known(["forecasting", "close"]);
  it.each<[Condition, Fact, string]>([
    [{ property: "p", containsAny: ["close", "spend"] }, topics, "yes"],
    [{ property: "p", containsAny: ["spend"] }, topics, "no"],
    [{ property: "p", containsAll: ["close", "forecasting"] }, topics, "yes"],
    [{ property: "p", containsAll: ["close", "spend"] }, topics, "no"],
    [{ property: "p", containsNone: ["spend"] }, topics, "yes"],
    [{ property: "p", containsNone: ["close"] }, topics, "no"],
    [{ property: "p", containsAny: ["close"] }, known([]), "no"],
    [{ property: "p", containsAll: ["close"] }, known([]), "no"],
    [{ property: "p", containsNone: ["close"] }, known([]), "yes"],
    [{ property: "p", containsAny: ["close"] }, ABSENT, "no"],
    [{ property: "p", containsNone: ["close"] }, ABSENT, "yes"],
    [{ property: "p", containsNone: ["close"] }, unknown("stale"), "unknown"],
    [{ property: "p", containsAny: ["clo"] }, known("closing"), "yes"],
    [{ property: "p", containsAny: ["close"] }, known(7), "no"],
  ])("%j of %j is %s", (asked, fact, expected) => {
    expect(about(asked, fact).is).toBe(expected);
  });
});

describe("a date", () => {
  it.each<[Condition, string, string | undefined, string]>([
    [{ property: "p", before: "2026-11-24" }, "2026-11-23", undefined, "yes"],
    [{ property: "p", before: "2026-11-24" }, "2026-11-24", undefined, "no"],
    [{ property: "p", after: "2026-11-24" }, "2026-11-24", undefined, "no"],
    [{ property: "p", after: "2026-11-24" }, "2026-11-25", undefined, "yes"],
    // Half past eleven in the evening in London is the next day in Berlin.
    [{ property: "p", after: "2026-11-24" }, "2026-11-24T23:30:00Z", "Europe/London", "no"],
    [{ property: "p", after: "2026-11-24" }, "2026-11-24T23:30:00Z", "Europe/Berlin", "yes"],
    [{ property: "p", before: "today" }, "2026-11-23", undefined, "yes"],
    [{ property: "p", before: "today" }, "2026-11-24", undefined, "no"],
    [{ property: "p", after: "today-7d" }, "2026-11-18", undefined, "yes"],
    [{ property: "p", after: "today-7d" }, "2026-11-17", undefined, "no"],
    [{ property: "p", before: "today+30d" }, "2026-12-23", undefined, "yes"],
    [{ property: "p", after: "-30d" }, "2026-10-25T12:00:01Z", undefined, "yes"],
    [{ property: "p", after: "-30d" }, "2026-10-25T12:00:00Z", undefined, "no"],
    [{ property: "p", before: "+2h" }, "2026-11-24T13:59:59Z", undefined, "yes"],
    [{ property: "p", before: "2026-11-24T09:00:00Z" }, "2026-11-24T08:59:59Z", undefined, "yes"],
    [{ property: "p", before: "2026-11-24" }, "next week", undefined, "no"],
    [{ property: "p", after: "2026-11-24" }, "next week", undefined, "no"],
  ])("%j about %s in %s is %s", (asked, date, zone, expected) => {
    expect(about(asked, known(date), zone ? { zone } : {}).is).toBe(expected);
  });

  it("counts today in the property's own zone", () => {
    const justAfterMidnightInBerlin = Date.parse("2026-11-24T23:10:00Z");
    const asked: Condition = { property: "p", before: "today" };
    expect(about(asked, known("2026-11-24"), { zone: "Europe/Berlin" }, justAfterMidnightInBerlin).is).toBe(
      "yes",
    );
    expect(about(asked, known("2026-11-24"), { zone: "UTC" }, justAfterMidnightInBerlin).is).toBe("no");
  });
});

describe("a text", () => {
  it.each<[Condition, string, Traits["compare"], string]>([
    [{ property: "p", is: "Köln" }, "KÖLN", undefined, "no"],
    [{ property: "p", is: "Köln" }, "KÖLN", "case", "yes"],
    [{ property: "p", is: "Köln" }, "koln", "case", "no"],
    [{ property: "p", is: "Köln" }, "koln", "accents", "yes"],
    // The same letter, written as one sign and as two.
    [{ property: "p", is: "caf\u00e9" }, "cafe\u0301", "case", "yes"],
    [{ property: "p", in: ["ACME", "Globex"] }, "acme", "case", "yes"],
    [{ property: "p", notIn: ["ACME"] }, "acme", "case", "no"],
    [{ property: "p", contains: "ÖL" }, "Köln", "case", "yes"],
    [{ property: "p", startsWith: "KO" }, "Köln", "accents", "yes"],
    [{ property: "p", endsWith: "LN" }, "Köln", "case", "yes"],
  ])("%j about %s, compared by %s, is %s", (asked, text, compare, expected) => {
    expect(about(asked, known(text), { compare }).is).toBe(expected);
  });

  it("that stands for nothing chosen is missing", () => {
    const traits = { missing: ["Select", "n/a"] };
    expect(about({ property: "p", isNot: "cfo" }, known("n/a"), traits)).toMatchObject({
      is: "unknown",
      because: "missing",
    });
    expect(about({ property: "p", known: true }, known("Select"), traits).is).toBe("unknown");
    expect(about({ property: "p", isNot: "cfo" }, known("it-lead"), traits).is).toBe("yes");
  });
});

describe("a hedge", () => {
  it("answers for what is unknown, and for nothing else", () => {
    const asked = { property: "p", is: "cfo", whenUnknown: "yes" } as const;
    expect(about(asked, unknown("missing"))).toMatchObject({ is: "yes", because: "missing" });
    expect(about(asked, known("it-lead")).is).toBe("no");
    expect(about({ not: { property: "p", is: "cfo", whenUnknown: "no" } }, unknown("stale")).is).toBe("yes");
    const events = { ...nobody, events: unknown("withheld") };
    expect(evaluate({ event: "x", whenUnknown: "no" }, events, { segments: {} }).is).toBe("no");
  });
});

describe("what happened", () => {
  const at = (event: string, days: number, path?: string): VisitorEvent => ({
    event,
    at: NOW - days * DAY,
    ...(path !== undefined && { fields: { path } }),
  });
  // Not in order, as two tabs would write it.
  const events = [
    at("view", 1),
    at("view", 20),
    at("view", 21),
    at("view", 22),
    at("download", 19.9),
    at("trial", 19),
  ];
  const answer = (asked: Condition, some = events) =>
    evaluate(asked, { ...nobody, events: some }, { segments: {} });

  it.each<[Condition, string, number?]>([
    [{ event: "view", atLeast: 3, everWithin: "2d" }, "yes", 3],
    [{ event: "view", atLeast: 4, everWithin: "2d" }, "no", 3],
    [{ event: "view", atLeast: 3, everWithin: "1d" }, "no", 2],
    [{ event: "view", notWithin: "12h" }, "yes"],
    [{ event: "view", notWithin: "2d" }, "no"],
    [{ event: "nothing", notWithin: "2d" }, "yes"],
    [{ event: "view", first: { before: "-21d" } }, "yes"],
    [{ event: "view", first: { after: "-21d" } }, "no"],
    [{ event: "view", last: { after: "-2d" } }, "yes"],
    [{ event: "view", last: { before: "2026-11-01" } }, "no"],
    [{ event: "nothing", first: { before: "-1d" } }, "no"],
    [{ event: "view", then: { event: "download", within: "1d" } }, "yes", 1],
    [{ event: "view", then: { event: "download", within: "1h" } }, "no"],
    [{ event: "view", atLeast: 3, then: { event: "download", within: "3d" } }, "yes", 3],
    [
      { event: "view", then: { event: "download", within: "1d", then: { event: "trial", within: "1d" } } },
      "yes",
    ],
    [
      { event: "view", then: { event: "download", within: "1d", then: { event: "trial", within: "12h" } } },
      "no",
    ],
    [{ event: "download", then: { event: "view", within: "1h" } }, "no"],
    [
      {
        score: [
          { event: "view", weight: 2 },
          { event: "download", weight: 5 },
        ],
        gte: 13,
      },
      "yes",
      13,
    ],
    [
      {
        score: [
          { event: "view", weight: 2 },
          { event: "download", weight: 5 },
        ],
        gt: 13,
      },
      "no",
      13,
    ],
    [{ score: [{ event: "trial", weight: 8, halfLife: "19d" }], between: [3.99, 4.01] }, "yes", 4],
    [{ score: [{ event: "nothing", weight: 8 }], lte: 0 }, "yes", 0],
  ])("%j is %s", (asked, expected, found) => {
    expect(answer(asked)).toMatchObject({ is: expected, ...(found !== undefined && { found }) });
  });

  it("is the same in whatever order it was written down", () => {
    const asked: Condition = { event: "view", atLeast: 3, everWithin: "2d" };
    expect(answer(asked, [...events].reverse())).toEqual(answer(asked));
  });
});
