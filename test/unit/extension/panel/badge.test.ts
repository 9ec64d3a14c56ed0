// @vitest-environment happy-dom
import { h, render } from "preact";
import { act } from "preact/test-utils";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { setBadge, takeBadge, useBadge } from "../../../../extension/panel/badge.ts";
import type { Examined, Found } from "../../../../extension/panel/examined.ts";
import type { Severity } from "../../../../shared/findings/finding.ts";
import { FINDINGS } from "../../../../shared/findings/list.ts";
import { badges, fakeBrowser, resetBrowser, speak } from "../browser.ts";

vi.mock("webextension-polyfill", async () => ({ default: (await import("../browser.ts")).fakeBrowser }));

beforeEach(() => {
  render(null, document.body);
  resetBrowser();
});

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

function Panel({ tab, examined }: { readonly tab?: number; readonly examined?: Examined }) {
  useBadge(tab, examined);
  return null;
}

describe("a panel that looks", () => {
  const look = (tab: number, ...severities: Severity[]) =>
    act(() => render(h(Panel, { tab, examined: found(...severities) as Examined }), document.body));
  const texts = () => [...badges].map(([tab, { text }]) => [tab, text]);

  it("has a badge on the tab it looks at, and on no other", () => {
    look(1, "serious");
    expect(texts()).toEqual([[1, "1"]]);
    look(2, "minor", "minor");
    expect(texts()).toEqual([
      [1, ""],
      [2, "2"],
    ]);
  });

  it("sets it anew at each look, since a browser takes it off when the page loads", () => {
    look(1, "serious");
    badges.clear();
    look(1, "serious");
    expect(texts()).toEqual([[1, "1"]]);
  });

  it("takes it off where it may not look any more, and when it closes", async () => {
    look(1, "serious");
    act(() => render(h(Panel, { tab: 1 }), document.body));
    expect(texts()).toEqual([[1, ""]]);
    look(1, "serious");
    window.dispatchEvent(new Event("pagehide"));
    await Promise.resolve();
    expect(texts()).toEqual([[1, ""]]);
  });
});
