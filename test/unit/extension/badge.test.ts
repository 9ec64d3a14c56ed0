import { beforeEach, describe, expect, it, vi } from "vitest";
import { setBadge, takeBadge } from "../../../extension/panel/badge.ts";
import type { Found } from "../../../extension/panel/examined.ts";
import type { Severity } from "../../../shared/findings/finding.ts";
import { FINDINGS } from "../../../shared/findings/list.ts";
import { badges, fakeBrowser, resetBrowser, speak } from "./browser.ts";

vi.mock("webextension-polyfill", async () => ({ default: (await import("./browser.ts")).fakeBrowser }));

beforeEach(resetBrowser);

const found = (...severities: Severity[]): { found: readonly Found[] } => {
  const [first] = FINDINGS;
  if (!first) throw new Error("There are no findings.");
  return {
    found: severities.map((severity) => ({
      rule: { ...first, severity },
      outcome: { is: "found", faults: [] },
    })),
  };
};

describe("the badge", () => {
  it("counts the findings of one tab, in the colour of the gravest, and says so in words", async () => {
    await setBadge(7, found("critical", "minor", "minor"));
    expect([...badges]).toEqual([
      [7, { color: "#a3211b", textColor: "#ffffff", text: "3", title: "Forwhom: 3 findings on this page" }],
    ]);
    speak("de");
    await setBadge(8, found("moderate"));
    expect(badges.get(8)).toMatchObject({ color: "#7c5300", title: "Forwhom: 1 Befund auf dieser Seite" });
    expect(badges.get(7)?.text).toBe("3");
  });

  it("has room for two figures", async () => {
    await setBadge(7, found(...Array.from({ length: 120 }, () => "minor" as const)));
    expect(badges.get(7)).toMatchObject({ color: "#56635e", text: "99+" });
  });

  it("goes where nothing is found, and when nobody looks any more", async () => {
    for (const take of [() => takeBadge(7), () => setBadge(7, found())]) {
      await setBadge(7, found("serious"));
      await take();
      expect(badges.get(7)).toMatchObject({ text: "", title: "Forwhom: see this page as somebody else" });
    }
  });

  it("minds no tab that is gone", async () => {
    vi.spyOn(fakeBrowser.action, "setBadgeText").mockRejectedValue(new Error("No tab with id: 9."));
    await expect(setBadge(9, found("serious"))).resolves.toBeUndefined();
    await expect(takeBadge(9)).resolves.toBeUndefined();
    vi.restoreAllMocks();
  });
});
