import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { countries } from "../../../../extension/panel/make-up/countries.ts";
import { momentIn, momentText } from "../../../../extension/panel/make-up/moment-text.ts";
import { partsIn, takenBack } from "../../../../extension/panel/make-up/parts.ts";
import { withChanges } from "../../../../shared/protocol/choice.ts";
import { choices } from "../../protocol/choices.ts";

vi.mock("webextension-polyfill", async () => ({ default: (await import("../browser.ts")).fakeBrowser }));

describe("what is changed about a visitor", () => {
  it("can be taken back one by one, in any order, until nothing is changed", () => {
    fc.assert(
      fc.property(choices, fc.infiniteStream(fc.nat()), (choice, picks) => {
        let left = choice;
        for (let count = partsIn(choice.changes ?? {}).length; count > 0; count--) {
          const parts = partsIn(left.changes ?? {});
          expect(parts).toHaveLength(count);
          const part = parts[picks.next().value % count];
          if (part) left = withChanges(left, takenBack(left.changes ?? {}, part));
        }
        expect(left.changes).toBeUndefined();
      }),
    );
  });

  it("goes with its own name only", () => {
    const changes = { properties: { a: 1, "a.b": 2 }, gates: { crm: "open" } as const, now: 1 };
    expect(partsIn(changes)).toEqual(["now", "gate:crm", "property:a", "property:a.b"]);
    expect(takenBack(changes, "property:a.b")).toEqual({ ...changes, properties: { a: 1 } });
  });
});

describe("a moment in a field", () => {
  const zone = process.env.TZ;
  beforeEach(() => {
    process.env.TZ = "America/New_York";
  });
  afterEach(() => {
    process.env.TZ = zone;
  });

  it("is told in the time of this device", () => {
    expect(momentText(Date.parse("2026-12-01T14:30:00Z"))).toBe("2026-12-01T09:30");
    expect(momentIn("2026-12-01T09:30")).toBe(Date.parse("2026-12-01T14:30:00Z"));
  });

  it("is the same, to the minute, written and read back", () => {
    const minutes = fc.integer({ min: 0, max: Date.UTC(2099, 11, 30) / 60_000 });
    fc.assert(
      fc.property(minutes, (at) => {
        const back = momentIn(momentText(at * 60_000)) ?? Number.NaN;
        // Where clocks are set back, an hour has no name of its own.
        expect([0, 3_600_000]).toContain(Math.abs(back - at * 60_000));
      }),
    );
  });

  it("is none while nothing, or nothing sensible, stands there", () => {
    for (const text of ["", "2026", "2026-12-01", "1900-01-01T00:00", "9999-01-01T00:00", "2026-13-45T10:00"])
      expect(momentIn(text)).toBeUndefined();
  });
});

describe("the countries", () => {
  it("have a name each, once, in the order of the language; what is no country is not among them", () => {
    const all = countries();
    const names = all.map(({ label }) => label);
    expect(all.length).toBeGreaterThan(240);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other, "en")));
    expect(all).toContainEqual({ value: "DE", label: "Germany" });
    for (const none of ["EU", "UN", "ZZ", "UK", "DD"])
      expect(all.map(({ value }) => value)).not.toContain(none);
  });
});
