import { beforeEach, describe, expect, it, vi } from "vitest";
import { arrive } from "../../../extension/background/arrive.ts";
import {
  endPreview,
  endPreviewElsewhere,
  removeCopiedPreview,
} from "../../../extension/background/previews.ts";
import { gatesAll } from "../../../shared/consent/gates.ts";
import type { Preview } from "../../../shared/protocol/preview.ts";
import { PREVIEW_KEY } from "../../../shared/protocol/preview-key.ts";
import { element, page, visitors } from "../findings/page.ts";
import {
  fakeBrowser,
  injected,
  kept,
  ORIGIN,
  pages,
  registered,
  reloaded,
  resetBrowser,
  sent,
} from "./browser.ts";

vi.mock("webextension-polyfill", async () => ({ default: (await import("./browser.ts")).fakeBrowser }));

beforeEach(resetBrowser);

const { id } = fakeBrowser.runtime;
const panel = { id, url: "chrome-extension://forwhom/panel.html" };
const inTab = (tab: number) => ({ id, url: `${ORIGIN}/`, tab: { id: tab } }) as Parameters<typeof arrive>[1];

const previewFor = (tab: number): Preview => ({
  forwhom: 1,
  label: "CFOs",
  facts: structuredClone(visitors.cfo) as unknown as Preview["facts"],
  gates: gatesAll("open"),
  tab,
  until: Date.now() + 60_000,
});

const { observation } = page({ slots: [element("hero", {})] });
const observedAt = (url: string) => structuredClone({ ...observation, url });
const observed = (preview?: Preview, url = `${ORIGIN}/`, loaded = Date.now() + 1) => ({
  type: "observed",
  observation: observedAt(url),
  loaded,
  ...(preview && { preview }),
});

const start = (tab: number) => arrive({ type: "preview", tab, preview: previewFor(tab) }, panel);
const statesSent = () => sent.flatMap((message) => (message as { state?: { is: string } }).state?.is ?? []);

describe("a preview", () => {
  it("is put into the tab’s own storage, handed over before scripts run, and the page loads again", async () => {
    await start(1);
    expect(pages.get(1)?.has(PREVIEW_KEY)).toBe(true);
    expect(pages.get(2)?.size).toBe(0);
    expect([...registered]).toEqual(["forwhom-preview"]);
    expect(reloaded).toEqual([1]);
  });

  it("is reported to the panel by the page that was loaded with it", async () => {
    await start(1);
    await arrive(observed(previewFor(1)), inTab(1));
    expect(statesSent()).toEqual(["seen"]);
    expect(reloaded).toEqual([1]);
  });

  it("is reported with what it was chosen by, which the page never hears of, however often the worker dies", async () => {
    const choice = { also: [], withoutConsent: false, changes: { properties: { persona: "cfo" } } };
    await arrive({ type: "preview", tab: 1, preview: previewFor(1), choice }, panel);
    expect([...(pages.get(1)?.values() ?? [])].join()).not.toContain("persona");
    await arrive(observed(previewFor(1)), inTab(1));
    expect(sent).toMatchObject([{ state: { is: "seen", choice } }, { type: "trackers" }]);
  });

  it("shows anyway what the marketer asked for, whatever the page says of it", async () => {
    const anyway = [{ slot: "hero", name: "Hero", variation: "demo", segment: "all", goal: "acquisition" }];
    const toldOf = () =>
      sent.flatMap((message) => (message as { state?: { preview?: Preview } }).state?.preview?.anyway ?? []);
    await start(1);
    await arrive(observed({ ...previewFor(1), anyway }), inTab(1));
    expect(toldOf()).toEqual([]);
    await arrive({ type: "preview", tab: 1, preview: { ...previewFor(1), anyway } }, panel);
    expect(pages.get(1)?.get(PREVIEW_KEY)).toContain('"demo"');
    await arrive(observed(previewFor(1)), inTab(1));
    expect(toldOf()).toEqual(anyway);
  });

  it("is taken out of a tab into which its storage was copied", async () => {
    await start(1);
    pages.get(2)?.set(PREVIEW_KEY, "copied");
    await arrive(observed(previewFor(1)), inTab(2));
    expect(pages.get(2)?.size).toBe(0);
    expect(reloaded).toEqual([1, 2]);
    expect(statesSent()).toEqual([]);
  });

  it("is taken out of a copy that nobody looks at", async () => {
    await start(1);
    pages.get(2)?.set(PREVIEW_KEY, "copied");
    await removeCopiedPreview(2);
    expect(pages.get(2)?.size).toBe(0);
    expect(reloaded).toEqual([1, 2]);
  });

  it("is taken out of a tab that the background never gave one", async () => {
    pages.get(1)?.set(PREVIEW_KEY, "restored");
    await arrive(observed(previewFor(1)), inTab(1));
    expect(pages.get(1)?.size).toBe(0);
    expect(reloaded).toEqual([1]);
  });

  it("ends when the tab shows another site", async () => {
    await start(1);
    await arrive(observed(undefined, "https://other.example/"), inTab(1));
    expect(Object.keys(kept)).not.toContain("preview:1");
    expect(registered.size).toBe(0);
  });

  it("goes on where the page from before it has its last word", async () => {
    await start(1);
    await arrive(observed(undefined, `${ORIGIN}/`, Date.now() - 1_000), inTab(1));
    expect(Object.keys(kept)).toContain("preview:1");
    await arrive(observed(previewFor(1)), inTab(1));
    expect(statesSent()).toEqual(["seen", "seen"]);
    expect(reloaded).toEqual([1]);
  });

  it.each([
    [true, "about to load another page of the same site", `${ORIGIN}/pricing`],
    [false, "on another site", "https://other.example/"],
    [false, "where its address may not be known", undefined],
  ])("goes on: %s, where the tab cannot be looked into because it is %s", async (goesOn, _, url) => {
    await start(1);
    fakeBrowser.tabs.get.mockResolvedValueOnce(url === undefined ? {} : { url });
    await endPreviewElsewhere(1);
    expect(Object.keys(kept).includes("preview:1")).toBe(goesOn);
  });

  it("ends with its tab, and the other tab’s goes on", async () => {
    await start(1);
    await start(2);
    await endPreview(1);
    expect([...registered]).toEqual(["forwhom-preview"]);
    await endPreview(2);
    expect(registered.size).toBe(0);
  });

  it.each([
    ["the panel", { type: "leave preview", tab: 1 }, panel],
    ["the banner", { type: "leave this preview" }, inTab(1)],
  ])("is left from %s: nothing stays, and the page loads again", async (_, message, from) => {
    await start(1);
    await arrive(message, from);
    expect(pages.get(1)?.size).toBe(0);
    expect(Object.keys(kept)).not.toContain("preview:1");
    expect(registered.size).toBe(0);
    expect(reloaded).toEqual([1, 1]);
  });

  it("says that it failed where the page may not be touched", async () => {
    await start(9);
    expect(statesSent()).toEqual(["failed"]);
    expect(reloaded).toEqual([]);
  });

  it("goes to the page that stays where the one before is just giving way", async () => {
    const gone = new Error("Frame with ID 0 was removed.");
    vi.spyOn(fakeBrowser.scripting, "executeScript").mockRejectedValueOnce(gone);
    await start(1);
    expect(pages.get(1)?.has(PREVIEW_KEY)).toBe(true);
    expect([reloaded, statesSent()]).toEqual([[1], []]);
  });

  it("is refused for a tab other than it was made for", async () => {
    await arrive({ type: "preview", tab: 1, preview: previewFor(2) }, panel);
    expect(reloaded).toEqual([]);
  });
});

describe("what happens in a page", () => {
  const happened = {
    type: "happened",
    happenings: [{ is: "decision", at: 1, slot: "hero", outcome: "default" }],
    missed: 0,
  };

  it("is passed on to the panel, with the tab that it is of", async () => {
    await arrive(happened, inTab(1));
    await arrive({ type: "pointed at", selector: "#hero" }, inTab(2));
    await arrive({ type: "pointed at" }, inTab(2));
    expect(sent).toEqual([
      { ...happened, type: "happened in", tab: 1 },
      { type: "pointed at in", tab: 2, selector: "#hero" },
      { type: "pointed at in", tab: 2 },
    ]);
  });

  it.each([
    ["more at a time than is told", { ...happened, happenings: Array(51).fill(happened.happenings[0]) }],
    ["of a kind that nobody knows", { ...happened, happenings: [{ is: "verdict", at: 1, text: "fine" }] }],
    [
      "with more than belongs to it",
      { ...happened, happenings: [{ ...happened.happenings[0], name: "Ines" }] },
    ],
    ["a selector without end", { type: "pointed at", selector: "x".repeat(501) }],
    ["as the panel is told it, for another tab", { ...happened, type: "happened in", tab: 2 }],
  ])("is dropped where it is %s", async (_, message) => {
    await arrive(message, inTab(1));
    expect(sent).toEqual([]);
  });
});

describe("a look", () => {
  const refuse = (because: string) =>
    vi.spyOn(fakeBrowser.scripting, "executeScript").mockRejectedValueOnce(new Error(because));

  it("says nothing of a page that gives way to the next meanwhile: that one is looked at when it is there", async () => {
    for (const because of ["Frame with ID 0 was removed.", "No frame with id 0 in tab with id 1."]) {
      refuse(because);
      await arrive({ type: "look", tab: 1 }, panel);
    }
    expect(sent).toEqual([]);
  });

  it("says why where a page may not be looked at", async () => {
    fakeBrowser.tabs.get.mockResolvedValueOnce({ url: `${ORIGIN}/` });
    refuse("Cannot access contents of the page.");
    await arrive({ type: "look", tab: 1 }, panel);
    expect(statesSent()).toEqual(["not allowed"]);
  });
});

describe("a message", () => {
  it.each([
    ["is no message of ours", { type: "anything" }, panel],
    [
      "asks from a page for what only the panel may",
      { type: "preview", tab: 2, preview: previewFor(2) },
      inTab(1),
    ],
    ["asks from a page to look into another tab", { type: "look", tab: 2 }, inTab(1)],
    ["comes from another extension", { type: "leave preview", tab: 1 }, { ...panel, id: "other" }],
    ["claims from the panel to be a page", observed(), panel],
  ])("is dropped where it %s", async (_, message, from) => {
    await arrive(message, from);
    expect({ sent, reloaded, injected }).toEqual({ sent: [], reloaded: [], injected: [] });
  });

  it("that carries more than the protocol knows says so, and its words do not get through", async () => {
    const forged = { ...observed(), observation: { ...observedAt(ORIGIN), verdict: "all is well" } };
    await arrive(forged, inTab(1));
    expect(statesSent()).toEqual(["failed"]);
    expect(JSON.stringify(sent)).not.toContain("all is well");
  });
});
