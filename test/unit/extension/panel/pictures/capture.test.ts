import { describe, expect, it, vi } from "vitest";
import { boxIn } from "../../../../../extension/panel/pictures/capture.ts";

vi.mock("webextension-polyfill", async () => ({ default: (await import("../../browser.ts")).fakeBrowser }));

const window = { wide: 1_000, high: 600, scrollX: 0, scrollY: 0 };

describe("what of a slot is in its window", () => {
  it.each([
    [
      "all of it",
      { left: 10, top: 20, width: 300, height: 200 },
      { left: 10, top: 20, width: 300, height: 200 },
    ],
    [
      "its upper part, where it is higher than the window",
      { left: 0, top: 0, width: 1_000, height: 900 },
      { left: 0, top: 0, width: 1_000, height: 600 },
    ],
    [
      "what does not stick out",
      { left: -50, top: -20, width: 1_200, height: 100 },
      { left: 0, top: 0, width: 1_000, height: 80 },
    ],
    ["nothing, where it is below", { left: 0, top: 600, width: 100, height: 100 }, undefined],
    ["nothing, where it has no size", { left: 0, top: 0, width: 0, height: 0 }, undefined],
  ])("is %s", (_, element, box) => {
    expect(boxIn({ ...element, ...window })).toEqual(box);
  });
});
