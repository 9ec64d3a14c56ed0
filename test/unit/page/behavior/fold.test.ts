import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Bound, fold } from "../../../../sdk/page/behavior/fold.ts";
import type { Condition } from "../../../../shared/engine/condition.ts";
import { evaluate } from "../../../../shared/engine/evaluate.ts";
import type { VisitorEvent } from "../../../../shared/engine/facts.ts";
import { durationMs } from "../../../../shared/engine/leaf/duration.ts";
import { NOW, plainCondition } from "../../engine/arbitrary.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const events = fc.array(
  fc.record({
    event: fc.constantFrom("page_view", "download"),
    at: fc.integer({ min: NOW - 40 * DAY, max: NOW }),
    fields: fc.record({ path: fc.constantFrom("/", "/pricing", "/pricing/teams") }),
  }),
  { maxLength: 60 },
);
const bound = fc.record({ exact: fc.integer({ min: 1, max: 15 }), days: fc.constant(1_000) });
const world = fc.record({ events, bound });

const inOrder = (log: readonly VisitorEvent[]) => [...log].sort((one, other) => one.at - other.at);
const answer = (condition: Condition, log: readonly VisitorEvent[]) => {
  const { byDay: _, ...rest } = evaluate(
    condition,
    { properties: {}, memberships: {}, events: log, now: NOW },
    { segments: {} },
  );
  return rest;
};

/** The same log as somebody would count it who knows only days: whatever is alike on a day, at its last time. */
function asByDay(log: readonly VisitorEvent[], { exact }: Bound): readonly VisitorEvent[] {
  const sorted = inOrder(log);
  const older = sorted.slice(0, Math.max(0, sorted.length - exact));
  const isAlike = (one: VisitorEvent, other: VisitorEvent) =>
    one.event === other.event &&
    one.fields?.path === other.fields?.path &&
    Math.floor(one.at / DAY) === Math.floor(other.at / DAY);
  return [
    ...older.map((one) => ({ ...one, at: older.findLast((other) => isAlike(one, other))?.at ?? 0 })),
    ...sorted.slice(older.length),
  ];
}

const totals = (log: readonly VisitorEvent[]) =>
  log.reduce<Record<string, number>>(
    (sums, { event, times = 1 }) => Object.assign(sums, { [event]: (sums[event] ?? 0) + times }),
    {},
  );

describe("a log that is longer than its bound", () => {
  const where = { path: { startsWith: "/pricing" } } as const;
  const windowed = fc
    .record({
      leaf: fc.constantFrom<Condition & object>(
        { event: "page_view" },
        { event: "page_view", where },
        { event: "page_view", atLeast: 2 },
        { event: "download", atMost: 1 },
        { event: "page_view", then: { event: "download", within: "5d" } },
        { event: "page_view", first: { after: "-3d" } },
      ),
      hours: fc.integer({ min: 1, max: 40 * 24 }),
    })
    .map(({ leaf, hours }) => ({ ...leaf, within: `${hours}h` }));

  it("answers as before in every window that lies in its exact part", () => {
    let windows = 0;
    fc.assert(
      fc.property(world, windowed, ({ events: log, bound: within }, condition) => {
        const folded = fold(log, within, NOW);
        const newest = folded.findLast(({ times }) => times)?.at ?? 0;
        fc.pre(NOW - (durationMs(condition.within) ?? 0) > newest);
        windows++;
        const whole = evaluate(
          condition as Condition,
          { properties: {}, memberships: {}, events: folded, now: NOW },
          { segments: {} },
        );
        expect(whole.byDay).toBeUndefined();
        expect(answer(condition as Condition, folded)).toEqual(answer(condition as Condition, log));
      }),
      { numRuns: 2_000 },
    );
    expect(windows).toBe(2_000);
  });

  const withoutByDay = (key: string, value: unknown) => (key === "byDay" ? undefined : value);

  it("answers every condition as counted by day, the oldest part of it", () => {
    fc.assert(
      fc.property(world, plainCondition, ({ events: log, bound: within }, condition) => {
        const folded = JSON.stringify(answer(condition, fold(log, within, NOW)), withoutByDay);
        expect(folded).toBe(JSON.stringify(answer(condition, asByDay(log, within)), withoutByDay));
      }),
      { numRuns: 3_000 },
    );
  });

  it("still says exactly whether something happened in a window at all", () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 1, max: 40 * 24 }), ({ events: log, bound: within }, hours) => {
        for (const window of [{ within: `${hours}h` }, { notWithin: `${hours}h` }])
          expect(answer({ event: "page_view", where, ...window }, fold(log, within, NOW)).is).toBe(
            answer({ event: "page_view", where, ...window }, log).is,
          );
      }),
      { numRuns: 1_000 },
    );
  });

  it("says that it was counted by day where a record of a day was counted", () => {
    const log = [1, 2, 30, 31].map((days) => ({ event: "page_view", at: NOW - days * DAY }));
    const folded = fold(log, { exact: 2, days: 10 }, NOW);
    const asked = (condition: Condition) =>
      evaluate(condition, { properties: {}, memberships: {}, events: folded, now: NOW }, { segments: {} });
    expect(asked({ event: "page_view", atLeast: 3 })).toMatchObject({ is: "yes", found: 4, byDay: true });
    expect(asked({ event: "page_view", atLeast: 2, within: "7d" }).byDay).toBeUndefined();
    expect(asked({ score: [{ event: "page_view", weight: 2 }], gte: 8 })).toMatchObject({
      is: "yes",
      byDay: true,
    });
  });

  it("is the same whether folded once or event by event", () => {
    fc.assert(
      fc.property(world, ({ events: log, bound: within }) => {
        const sorted = inOrder(log);
        const stepwise = sorted.reduce<readonly VisitorEvent[]>(
          (folded, one) => fold(folded.concat(one), within, NOW),
          [],
        );
        expect(JSON.stringify(stepwise)).toBe(JSON.stringify(fold(sorted, within, NOW)));
      }),
      { numRuns: 500 },
    );
  });

  it("stays within its bound, however long it goes on, and forgets no number that fits", () => {
    const small = { exact: 5, days: 12 };
    fc.assert(
      fc.property(events, (log) => {
        const folded = fold(log, small, NOW);
        expect(folded.filter(({ times }) => !times).length).toBeLessThanOrEqual(small.exact);
        expect(folded.filter(({ times }) => times).length).toBeLessThanOrEqual(small.days);
        const days = new Set(inOrder(log).map(({ event, at }) => `${event} ${Math.floor(at / DAY)}`));
        if (days.size <= small.days / 2) expect(totals(folded)).toEqual(totals(log));
      }),
      { numRuns: 500 },
    );
  });

  it("gives up the fields of its older half first, then what is oldest", () => {
    const view = (days: number, path: string) => ({
      event: "page_view",
      at: NOW - days * DAY,
      fields: { path },
    });
    const log = [view(9, "/a"), view(9, "/b"), view(8, "/a"), view(8, "/b"), view(1, "/c"), view(0, "/d")];
    expect(fold(log, { exact: 1, days: 4 }, NOW)).toEqual([
      { event: "page_view", at: NOW - 9 * DAY, fields: undefined, times: 2 },
      { event: "page_view", at: NOW - 8 * DAY, fields: undefined, times: 1 },
      { ...view(8, "/b"), times: 1 },
      { ...view(1, "/c"), times: 1 },
      view(0, "/d"),
    ]);
    const many = Array.from({ length: 30 }, (_, days) => view(days, "/"));
    const folded = fold(many, { exact: 1, days: 4 }, NOW);
    expect(folded.map(({ at }) => (NOW - at) / DAY)).toEqual([4, 3, 2, 1, 0]);
  });

  it("keeps nothing for longer than thirteen months", () => {
    const log = [401, 399, 1].map((days) => ({ event: "page_view", at: NOW - days * DAY }));
    expect(fold(log, { exact: 10, days: 10 }, NOW)).toHaveLength(2);
  });
});
