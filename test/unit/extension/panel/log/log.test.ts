import { describe, expect, it } from "vitest";
import { EMPTY, type Noted, noted, told } from "../../../../../extension/panel/log/log.ts";
import type { Happening } from "../../../../../shared/protocol/happening.ts";

const decided = (at: number, slot: string, variation?: string): Happening => ({
  is: "decision",
  at,
  slot,
  ...(variation === undefined ? { outcome: "default" } : { outcome: "variation", variation }),
});
const loaded = (at: number): Noted => ({ is: "page", at, path: "/" });
const times = (news: readonly Noted[]) => news.map(({ at }) => at);

describe("the log", () => {
  it("has the newest first, whatever order things are heard in", () => {
    const log = noted(noted(EMPTY, [decided(5, "hero"), decided(9, "cta")]), [loaded(3), decided(7, "tip")]);
    expect(times(log.entries)).toEqual([9, 7, 5, 3]);
    expect(new Set(log.entries.map(({ key }) => key)).size).toBe(4);
  });

  it("lets the oldest go, and never grows without end", () => {
    let log = EMPTY;
    for (let at = 0; at < 5_000; at += 50)
      log = noted(
        log,
        Array.from({ length: 50 }, (_, more) => decided(at + more, `s${at + more}`)),
      );
    expect(log.entries).toHaveLength(300);
    expect(log.entries[0]?.at).toBe(4_999);
    expect(log.entries.at(-1)?.at).toBe(4_700);
  });

  it("is the very same where nothing happened", () => {
    const log = noted(EMPTY, [loaded(1)]);
    expect(noted(log, [])).toBe(log);
  });
});

describe("what the page tells", () => {
  const heard = noted(EMPTY, [loaded(1), decided(2, "hero", "hero-cfo")]);

  it("is no news where a slot is decided just as it stood", () => {
    const again = { happenings: [decided(3, "hero", "hero-cfo")], missed: 0 };
    expect(told(heard, again)).toEqual([]);
  });

  it("is news where the slot shows something else, there and back", () => {
    const happenings = [decided(3, "hero"), decided(4, "hero"), decided(5, "hero", "hero-cfo")];
    expect(times(told(heard, { happenings, missed: 0 }))).toEqual([3, 5]);
  });

  it("is news again once the page was loaded again", () => {
    const reloaded = noted(heard, [loaded(3)]);
    expect(told(reloaded, { happenings: [decided(4, "hero", "hero-cfo")], missed: 0 })).toHaveLength(1);
  });

  it("says how much more there was", () => {
    expect(told(EMPTY, { happenings: [decided(3, "hero")], missed: 7 }).at(-1)).toEqual({
      is: "missed",
      at: 3,
      count: 7,
    });
  });
});
