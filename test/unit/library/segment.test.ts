import { describe, expect, it } from "vitest";
import { reviewDue } from "../../../shared/library/segment.ts";

const dueOn = (every: string, last: string) => new Date(reviewDue({ every, last })).toISOString();

describe("a review", () => {
  it.each([
    ["1mo", "2026-11-01", "2026-12-01T00:00:00.000Z"],
    ["2w", "2026-11-01T09:30:00Z", "2026-11-15T09:30:00.000Z"],
    ["1y", "2026-01-01", "2027-01-01T00:00:00.000Z"],
  ])("is due %s after %s", (every, last, due) => {
    expect(dueOn(every, last)).toBe(due);
  });
});
