import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Period, type Report, startCount } from "../../../shared/report/count.ts";
import { readEvent } from "../../../shared/report/event.ts";
import { anyLines, eventOf } from "./events.ts";

function counted(lines: readonly unknown[], period?: Period): Report {
  const { add, report } = startCount(period);
  for (const line of lines) add(eventOf(line));
  return report();
}

const exposure = (id: string, more: object = {}) => ({
  id,
  type: "exposure",
  at: "2026-11-20T09:00:00Z",
  segment: "evaluating-cfo",
  reportAs: "CFO / evaluation",
  arm: "shown",
  ...more,
});
const conversion = (id: string, more: object = {}) => ({
  id,
  type: "conversion",
  at: "2026-11-20T09:05:00Z",
  ...more,
});

describe("counting", () => {
  it("counts an exposure that led to two conversions as one that converted", () => {
    const { fields } = counted([
      exposure("e1"),
      exposure("e2"),
      conversion("c1", { credits: "e1" }),
      conversion("c2", { credits: "e1" }),
    ]);
    expect(fields[0]?.shown).toMatchObject({ exposures: 2, converted: 1, conversions: 2, rate: { is: 0.5 } });
  });

  it("counts what no exposure led to, and what is credited elsewhere, apart", () => {
    const { fields, uncredited, creditedElsewhere } = counted([
      exposure("e1"),
      conversion("c1"),
      conversion("c2", { credits: "of last month" }),
    ]);
    expect(fields[0]?.shown.conversions).toBe(0);
    expect([uncredited, creditedElsewhere]).toEqual([1, 1]);
  });

  it("keeps the holdout apart, and compares it", () => {
    const [field] = counted([
      exposure("e1"),
      exposure("e2", { arm: "holdout" }),
      conversion("c1", { credits: "e2" }),
    ]).fields;
    expect(field?.shown).toMatchObject({ exposures: 1, conversions: 0 });
    expect(field?.heldOut).toMatchObject({ exposures: 1, conversions: 1 });
    expect(field?.lift?.difference.is).toBe(-1);
  });

  it("compares nothing where nobody was held out", () => {
    expect(counted([exposure("e1")]).fields[0]).not.toHaveProperty("lift");
  });

  it("puts segments that are reported as one under their field", () => {
    const { fields } = counted([exposure("e1"), exposure("e2"), exposure("e3", { segment: "large" })]);
    expect(fields.map(({ reportAs, shown }) => [reportAs, shown.exposures])).toEqual([
      ["CFO / evaluation", 3],
    ]);
    expect(fields[0]?.segments.map(({ segment }) => segment)).toEqual(["evaluating-cfo", "large"]);
  });

  it("counts from the first moment of a period to before its last", () => {
    const at = (id: string, at: string) => exposure(id, { at });
    const lines = [
      at("e1", "2026-10-31T23:59:59.999Z"),
      at("e2", "2026-11-01T00:00:00.000Z"),
      at("e3", "2026-11-30T23:59:59.999Z"),
      at("e4", "2026-12-01T00:00:00.000Z"),
    ];
    const { events, outside, first, last } = counted(lines, {
      since: Date.parse("2026-11-01"),
      until: Date.parse("2026-12-01"),
    });
    expect([events, outside, first, last]).toEqual([
      2,
      2,
      Date.parse("2026-11-01"),
      Date.parse("2026-12-01") - 1,
    ]);
  });

  it("reports by the segment where an event has no reporting field", () => {
    expect(counted([exposure("e1", { reportAs: undefined })]).fields[0]?.reportAs).toBe("evaluating-cfo");
  });
});

describe("for any events", () => {
  it("their order does not matter", () => {
    const shuffled = anyLines.chain((lines) =>
      fc.tuple(
        fc.constant(lines),
        fc.shuffledSubarray(lines, { minLength: lines.length, maxLength: lines.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([lines, others]) => {
        expect(counted(others)).toEqual(counted(lines));
      }),
    );
  });

  it("those that are there twice change nothing but how many were", () => {
    const doubled = anyLines.chain((lines) => fc.tuple(fc.constant(lines), fc.subarray(lines)));
    fc.assert(
      fc.property(doubled, ([lines, again]) => {
        expect(counted([...again, ...lines])).toEqual({ ...counted(lines), twice: again.length });
      }),
    );
  });

  it("the totals add up: every event is counted in one place", () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const report = counted(lines);
        const many = (type: string) => lines.filter((line) => line.type === type).length;
        const sum = (numbers: readonly number[]) => numbers.reduce((so, one) => so + one, 0);
        const arms = report.fields.flatMap(({ shown, heldOut }) => [shown, heldOut]);
        expect(sum(arms.map(({ exposures }) => exposures))).toBe(many("exposure"));
        expect(
          sum(arms.map(({ conversions }) => conversions)) + report.uncredited + report.creditedElsewhere,
        ).toBe(many("conversion"));
        expect(
          sum(report.fields.flatMap(({ suppressed }) => suppressed.map(({ times }) => times))) +
            sum(report.elsewhere.map(({ times }) => times)),
        ).toBe(many("suppressed"));
        expect(report.events).toBe(lines.length);
        for (const { segments, ...field } of report.fields)
          for (const key of ["exposures", "converted", "conversions"] as const)
            for (const arm of ["shown", "heldOut"] as const)
              expect(sum(segments.map((one) => one[arm][key]))).toBe(field[arm][key]);
      }),
    );
  });

  it("more exposures converted than there are never", () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        for (const { shown, heldOut } of counted(lines).fields)
          for (const { converted, exposures, conversions } of [shown, heldOut])
            expect(converted <= exposures && converted <= conversions).toBe(true);
      }),
    );
  });
});

describe("a line that is no event", () => {
  it.each([
    [[], "the line is [], expected an object with id, type and at"],
    [{ type: "exposure" }, "id is missing, expected the event's own id"],
    [{ id: "e1", type: 7 }, "type is 7, expected exposure, conversion, suppressed or segment"],
    [
      { id: "e1", type: "exposure", at: "yesterday" },
      'at is "yesterday", expected a time in UTC such as 2026-11-01T09:00:00Z',
    ],
    [
      exposure("e1", { segment: undefined }),
      "segment is missing, expected the segment that the variation is for",
    ],
    [exposure("e1", { arm: "b" }), 'arm is "b", expected "shown" or "holdout"'],
    [
      { id: "s1", type: "suppressed", at: "2026-11-20T09:00:00Z" },
      "by is missing, expected the suppression's id, or another reason",
    ],
    [
      { id: "d1", type: "dropped", at: "2026-11-20T09:00:00Z", count: 0 },
      "count is 0, expected how many events never came",
    ],
  ])("%j says what was found and what was expected", (line, sentence) => {
    expect(readEvent(line)).toEqual({ wrong: sentence });
  });

  it("is not one whose kind is of a later release: that is not counted", () => {
    expect(eventOf({ id: "d1", type: "dismissal", at: "2026-11-20T09:00:00Z" }).type).toBe("other");
  });
});
