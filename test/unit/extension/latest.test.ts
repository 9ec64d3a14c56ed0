import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { latest } from "../../../extension/latest.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("of many values", () => {
  it("the first is taken at once, and then only the newest, so often", () => {
    const taken: number[] = [];
    const take = latest((value: number) => taken.push(value), 50);
    for (let value = 0; value < 1_000; value++) take(value);
    expect(taken).toEqual([0]);
    vi.advanceTimersByTime(50);
    expect(taken).toEqual([0, 999]);
    take(1_000);
    vi.advanceTimersByTime(49);
    expect(taken).toEqual([0, 999]);
    vi.advanceTimersByTime(1);
    expect(taken).toEqual([0, 999, 1_000]);
  });

  it("one that comes after a rest is taken at once again", () => {
    const taken: string[] = [];
    const take = latest((value: string) => taken.push(value), 50);
    take("first");
    vi.advanceTimersByTime(60);
    take("later");
    expect(taken).toEqual(["first", "later"]);
  });
});
