// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { followHappenings, happeningIn } from "../../../../../extension/content/follow/happenings.ts";
import { type Happenings, happeningsSchema } from "../../../../../shared/protocol/happening.ts";

const told: Happenings[] = [];
let stop: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  told.length = 0;
  stop = new AbortController();
  followHappenings((happenings) => told.push(happenings), stop.signal);
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

const dispatch = (type: string, detail: unknown) =>
  document.dispatchEvent(new CustomEvent(`forwhom:${type}`, { detail }));

describe("what a page script tells its page", () => {
  it.each([
    ["decision", { slot: "hero", outcome: "variation", variation: "hero-cfo" }],
    ["decision", { slot: "hero", outcome: "default" }],
    ["exposure", { slot: "hero", variation: "hero-cfo", arm: "holdout" }],
    ["segment", { segment: "cfo", change: "left" }],
  ] as const)("is read: %s %o", (is, detail) => {
    const read = happeningIn(is, detail, 7);
    expect(read).toEqual({ is, at: 7, ...detail });
    expect(happeningsSchema.safeParse({ happenings: [read], missed: 0 }).success).toBe(true);
  });

  it.each([
    ["nothing", "decision", undefined],
    ["a text", "decision", "hero"],
    ["a slot that is no text", "decision", { slot: 1, outcome: "default" }],
    ["an outcome of another age", "decision", { slot: "hero", outcome: "shown" }],
    ["a name without end", "segment", { segment: "s".repeat(101), change: "left" }],
    ["an arm that is none", "exposure", { slot: "hero", arm: "third" }],
  ] as const)("is left alone where it is %s", (_, is, detail) => {
    expect(happeningIn(is, detail, 7)).toBeUndefined();
  });

  it("carries nothing besides into the message", () => {
    const detail = { slot: "hero", outcome: "default", email: "ines@northwind.example" };
    expect(happeningIn("decision", detail, 7)).toEqual({
      is: "decision",
      at: 7,
      slot: "hero",
      outcome: "default",
    });
  });

  it("is told soon, but never so often that a page could keep everybody busy", () => {
    const tells = () => told.length;
    dispatch("decision", { slot: "hero", outcome: "default" });
    vi.advanceTimersByTime(25);
    expect(tells()).toBe(1);
    for (let ms = 0; ms < 1_000; ms += 10) {
      dispatch("decision", { slot: "hero", outcome: "default" });
      vi.advanceTimersByTime(10);
    }
    expect(tells()).toBeLessThanOrEqual(1 + 1_000 / 200);
  });

  it("is told together, a little later, and each once", () => {
    dispatch("decision", { slot: "hero", outcome: "default" });
    dispatch("segment", { segment: "cfo", change: "entered" });
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1_000);
    expect(told.map(({ happenings }) => happenings.map(({ is }) => is))).toEqual([["decision", "segment"]]);
  });

  it("is counted, not told, where there is no end of it", () => {
    for (let at = 0; at < 5_000; at++) dispatch("decision", { slot: `s${at}`, outcome: "default" });
    vi.advanceTimersByTime(1_000);
    expect(told.map(({ happenings, missed }) => [happenings.length, missed])).toEqual([[50, 4_950]]);
    expect(happeningsSchema.safeParse(told[0]).success).toBe(true);
  });

  it("is told before the page goes", () => {
    dispatch("exposure", { slot: "hero", arm: "shown" });
    window.dispatchEvent(new Event("pagehide"));
    expect(told).toHaveLength(1);
  });

  it("is followed until that is stopped", () => {
    stop.abort();
    dispatch("decision", { slot: "hero", outcome: "default" });
    vi.advanceTimersByTime(1_000);
    expect(told).toEqual([]);
  });
});
