import { beforeEach, describe, expect, it, vi } from "vitest";
import { whyGate } from "../../../../extension/panel/frame/why-gate.ts";
import { resetBrowser, speak } from "../browser.ts";

vi.mock("webextension-polyfill", async () => ({ default: (await import("../browser.ts")).fakeBrowser }));

const standing = { source: "tcf", state: "answered", basis: "explicit", closedBy: [] } as const;

beforeEach(resetBrowser);

describe("a gate’s tooltip", () => {
  it.each([
    [standing, "tcf: the visitor chose."],
    [{ ...standing, state: "pending", basis: "default" } as const, "tcf has not answered."],
    [{ ...standing, basis: "default" } as const, "tcf: a default, which is no choice."],
    [{ ...standing, closedBy: ["gpc"] }, "tcf: the visitor chose. gpc says no."],
    [
      { ...standing, corrects: ["1", "6"] },
      "tcf: the visitor chose. Its cookie still granted 1, 6; its own interface took some of that back.",
    ],
  ])("says why it stands as it does", (given, sentence) => {
    expect(whyGate(given)).toBe(sentence);
  });

  it("says it in the language of the panel", () => {
    speak("de");
    expect(whyGate({ ...standing, closedBy: ["gpc"] })).toBe("tcf: selbst gewählt. gpc sagt Nein.");
  });
});
