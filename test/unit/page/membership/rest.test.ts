import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { resting, restMs } from "../../../../sdk/page/membership/rest.ts";

const NOW = Date.parse("2026-11-24T09:00:00Z");
const drawn = (failure: Parameters<typeof restMs>[0], failures: number, random: number) =>
  restMs(failure, failures, NOW, random);

describe("the rest after a question that failed", () => {
  it.each([
    [0, 1_000],
    [1, 2_000],
    [3, 8_000],
    [9, 30_000],
  ])("after %i failures before is drawn from nought to %i ms", (failures, longest) => {
    expect(drawn({ status: 500 }, failures, 0)).toBe(0);
    expect(drawn({ status: 500 }, failures, 0.5)).toBe(longest / 2);
    expect(drawn({ status: 0 }, failures, 1)).toBe(longest);
  });

  it.each([400, 401, 403, 404, 410])("has no end after %i: it would be answered the same", (status) => {
    expect(drawn({ status, retryAfter: "1" }, 0, 0)).toBe(Number.POSITIVE_INFINITY);
  });

  it.each([0, 200, 304, 408, 429, 500, 503])("has an end after %i", (status) => {
    expect(drawn({ status }, 0, 1)).toBe(1_000);
  });

  it.each([
    ["20", 20_000],
    ["Tue, 24 Nov 2026 09:00:30 GMT", 30_000],
    ["86400", 3_600_000],
    ["Tue, 24 Nov 2026 08:00:00 GMT", 0],
    ["soon", 0],
    ["-5", 0],
    [null, 0],
  ])("is at least what Retry-After says, an hour at most: %j", (retryAfter, least) => {
    expect(drawn({ status: 429, retryAfter }, 0, 0)).toBe(least);
    expect(drawn({ status: 429, retryAfter }, 0, 1)).toBe(least + 1_000);
  });
});

describe("asking again", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("ends after four tries, and begins anew once one worked", () => {
    const again = vi.fn(() => rest.failed({ status: 500 }));
    const rest = resting(again);
    rest.failed({ status: 500 });
    expect(rest.isResting()).toBe(true);
    vi.runAllTimers();
    expect(again).toHaveBeenCalledTimes(3);
    expect(rest.isResting()).toBe(false);
    rest.over();
    rest.failed({ status: 500 });
    vi.runAllTimers();
    expect(again).toHaveBeenCalledTimes(6);
  });

  it("does not happen for somebody who has gone", () => {
    const again = vi.fn();
    const rest = resting(again);
    rest.failed({ status: 500 });
    rest.over();
    expect(rest.isResting()).toBe(false);
    vi.runAllTimers();
    expect(again).not.toHaveBeenCalled();
  });
});
