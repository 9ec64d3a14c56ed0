import { describe, expect, it } from "vitest";
import { timelineOf } from "../../../../../extension/panel/visitor/timeline.ts";

const NOW = Date.parse("2026-11-24T12:00:00Z");
const DAY = 86_400_000;
const visit = (daysAgo: number, times?: number) => ({
  event: "page_view",
  at: NOW - daysAgo * DAY,
  ...(times !== undefined && { times }),
});

describe("a visitor’s behavior", () => {
  it("is drawn day by day, today last, and counts what is kept only as a number", () => {
    const { days } = timelineOf([visit(0), visit(0.5), visit(3, 7), visit(90)], NOW);
    expect(days).toHaveLength(30);
    expect(days.filter(({ count }) => count > 0)).toEqual([
      { daysAgo: 3, count: 7 },
      { daysAgo: 0, count: 2 },
    ]);
    expect(days.at(-1)).toEqual({ daysAgo: 0, count: 2 });
  });

  it("is read from the newest on, and says how much older there is", () => {
    const { events, more } = timelineOf(
      Array.from({ length: 55 }, (_, at) => visit(at)),
      NOW,
    );
    expect(events).toHaveLength(40);
    expect(events[0]?.at).toBe(NOW);
    expect(more).toBe(15);
  });

  it("is empty for somebody new", () => {
    expect(timelineOf([], NOW)).toMatchObject({ events: [], more: 0 });
  });
});
