import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Linked,
  LONGEST_MS,
  previewLink,
  readPreviewLink,
} from "../../../shared/protocol/preview-link.ts";

const NOW = Date.parse("2026-11-28T09:00:00Z");
const PAGE = "https://northwind.example/pricing?campaign=spring#plans";
const linked: Linked = {
  segment: "evaluating-cfo",
  also: ["open-deal"],
  properties: { persona: "cfo", seats: 80, topics: ["close", "spend"], city: "Zürich 🏔" },
  gates: { crm: "closed" },
  now: Date.parse("2026-12-01T00:00:00Z"),
};
const link = previewLink(PAGE, linked, NOW + 3_600_000);

describe("a preview link", () => {
  it("leads to the page itself, and says there whom to see it as", () => {
    expect(link.startsWith("https://northwind.example/pricing?campaign=spring#forwhom-preview=")).toBe(true);
    expect(readPreviewLink(link, NOW)).toEqual({ is: "preview", linked, until: NOW + 3_600_000 });
  });

  it("says nothing where there is none", () => {
    for (const url of [PAGE, "about:blank", "no address", "https://northwind.example/#forwhom"])
      expect(readPreviewLink(url, NOW)).toBeUndefined();
  });

  it("ends within hours, and cannot be made to last longer", () => {
    expect(readPreviewLink(link, NOW + 3_600_000)).toEqual({ is: "expired" });
    expect(readPreviewLink(previewLink(PAGE, linked, NOW + LONGEST_MS + 1), NOW)).toEqual({
      is: "unreadable",
    });
  });

  it("is refused by another site", () => {
    const elsewhere = `https://evil.example/${new URL(link).hash}`;
    expect(readPreviewLink(elsewhere, NOW)).toEqual({
      is: "for another site",
      origin: "https://northwind.example",
    });
  });

  it("carries no content, and not where a library lies", () => {
    const text = (more: object) =>
      `https://northwind.example/#forwhom-preview=${Buffer.from(
        JSON.stringify({ forwhom: 1, origin: "https://northwind.example", until: NOW + 1, ...more }),
      ).toString("base64url")}`;
    expect(readPreviewLink(text({}), NOW)).toMatchObject({ is: "preview" });
    for (const more of [
      { html: "<b>" },
      { library: "https://evil.example/library.json" },
      { segment: "__proto__" },
      { properties: { persona: { is: "cfo" } } },
      { properties: { persona: "x".repeat(201) } },
      { gates: { all: "open" } },
    ])
      expect(readPreviewLink(text(more), NOW)).toEqual({ is: "unreadable" });
  });

  it("is unreadable when cut off or changed, whatever stands there, and never throws", () => {
    expect(readPreviewLink(link.slice(0, -7), NOW)).toEqual({ is: "unreadable" });
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String(), fc.json()), (text) => {
        const read = readPreviewLink(
          `https://northwind.example/#forwhom-preview=${encodeURIComponent(text)}`,
          NOW,
        );
        expect(read).toEqual({ is: "unreadable" });
      }),
    );
  });
});
