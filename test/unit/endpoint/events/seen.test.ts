import { describe, expect, it } from "vitest";
import { seenIds } from "../../../../sdk/endpoint/events/seen.ts";

const DAY_MS = 86_400_000;
const NOW = Date.parse("2026-11-27T18:00:00Z");

describe("the ids that are known", () => {
  it("are known for so many days", () => {
    const seen = seenIds({ days: 3 });
    for (let day = 0; day <= 10; day++) seen.add(`id-${day}`, NOW + day * DAY_MS);
    for (const day of [8, 9, 10]) expect(seen.has(`id-${day}`)).toBe(true);
    for (const day of [0, 1, 2, 3, 4, 5]) expect(seen.has(`id-${day}`)).toBe(false);
  });

  it("are at most so many, the latest, even of one day", () => {
    const seen = seenIds({ most: 100 });
    const known = () => Array.from({ length: 1_000 }, (_, at) => at).filter((at) => seen.has(`id-${at}`));
    for (let at = 0; at < 1_000; at++) {
      seen.add(`id-${at}`, NOW + at);
      expect(known().length).toBeLessThanOrEqual(100);
    }
    expect(known()).toEqual(Array.from({ length: known().length }, (_, at) => 1_000 - known().length + at));
    expect(known().length).toBeGreaterThanOrEqual(90);
  });
});
