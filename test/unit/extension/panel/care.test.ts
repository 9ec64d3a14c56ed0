import { describe, expect, it } from "vitest";
import { uncaredFor } from "../../../../extension/panel/rules/care.ts";
import type { Library } from "../../../../shared/library/library.ts";
import { tinyLibrary } from "../../library/tiny.ts";

const tiny = tinyLibrary();
const NOW = Date.parse("2026-11-28");

const caredFor = (changed: Partial<Library["segments"][string]>) => {
  const { large, ...others } = tiny.segments;
  return uncaredFor(
    tinyLibrary({ segments: { ...others, large: { ...large, ...changed } } as Library["segments"] }),
    NOW,
  );
};

describe("a segment that somebody should look at", () => {
  it("is none that was reviewed in time and whose tests pass", () => {
    expect(caredFor({})).toEqual(new Set());
  });

  it("is one whose review is overdue, from the day after it was due", () => {
    expect(caredFor({ review: { every: "2w", last: "2026-11-14" } })).toEqual(new Set());
    expect(caredFor({ review: { every: "2w", last: "2026-11-13" } })).toEqual(new Set(["large"]));
  });

  it("is one with a test that fails", () => {
    const test = { name: "nobody", visitor: { identified: false }, expect: "yes" as const };
    expect(caredFor({ tests: [test] })).toEqual(new Set(["large"]));
  });
});
