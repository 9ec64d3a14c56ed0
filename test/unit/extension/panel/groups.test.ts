import { describe, expect, it, vi } from "vitest";
import { groupsOf } from "../../../../extension/panel/audiences/groups.ts";
import { element, manifest, page } from "../../findings/page.ts";

vi.mock("webextension-polyfill", async () => ({ default: (await import("../browser.ts")).fakeBrowser }));

const { observation } = page({ slots: [element("hero", {}), element("hero", {}), element("cta", {})] });
const segments = {
  ...manifest.segments,
  germany: { ...manifest.segments.germany, input: "region" as const },
} as typeof manifest.segments;
const seen = { observation, rules: { manifest: { ...manifest, segments } } };

const found = (text: string) =>
  groupsOf(seen, text).flatMap((group) => group.segments.map(({ name }) => name));

describe("the audiences", () => {
  it("stand in groups by input, in the order of the library’s inputs", () => {
    expect(groupsOf(seen, "").map(({ input }) => input)).toEqual(["lifecycle", "persona", "region"]);
  });

  it("say in how many slots of this page there is something for them", () => {
    const counts = groupsOf(seen, "").flatMap((group) => group.segments.map(({ slotsHere }) => slotsHere));
    expect(counts).toEqual([1, 1, 2, 1, 1, 1, 1]);
  });

  it.each([
    ["cfo", ["CFOs", "Germany or CFO"]],
    ["GERMANY cfo", ["Germany or CFO"]],
    ["region", ["Germany"]],
    ["nothing like it", []],
  ])("are found by any words of name, id and input: %s", (text, names) => {
    expect(found(text)).toEqual(names);
  });
});
