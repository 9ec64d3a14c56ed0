import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { journey } from "../../../../sdk/page/measure/journey.ts";
import type { Truth } from "../../../../shared/engine/truth.ts";

const segment: fc.Arbitrary<string> = fc.constantFrom("a", "b", "c", "d");
const truths = fc.dictionary(segment, fc.constantFrom<Truth>("yes", "no", "unknown"));
const views = fc.array(truths, { maxLength: 8 });

describe("a visitor's way through the segments", () => {
  it("ends where somebody is who takes every step that is told", () => {
    fc.assert(
      fc.property(fc.uniqueArray(segment), views, (start, all) => {
        let held: readonly string[] = start;
        const followed = new Set(start);
        for (const now of all) {
          const step = journey(held, now);
          for (const { segment: id, change } of step.moves) {
            // Nobody enters where they are, or leaves where they are not.
            expect(followed.has(id)).toBe(change === "left");
            change === "entered" ? followed.add(id) : followed.delete(id);
          }
          held = step.in;
          // A segment that the library has no more is left in silence.
          for (const id of followed) if (!Object.hasOwn(now, id)) followed.delete(id);
          expect(new Set(held)).toEqual(followed);
          for (const [id, is] of Object.entries(now))
            if (is !== "unknown") expect(held.includes(id)).toBe(is === "yes");
        }
      }),
    );
  });

  it("takes no step while nothing new is known", () => {
    fc.assert(
      fc.property(fc.uniqueArray(segment), truths, (start, now) => {
        const { in: held } = journey(start, now);
        const unsure = Object.fromEntries(Object.keys(now).map((id) => [id, "unknown"] as const));
        expect(journey(held, now).moves).toEqual([]);
        expect(journey(held, unsure).moves).toEqual([]);
      }),
    );
  });
});
