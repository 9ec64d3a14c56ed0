import { beforeEach, describe, expect, it, vi } from "vitest";
import { arrive } from "../../../../extension/background/arrive.ts";
import { blockedIn } from "../../../../extension/background/blocking.ts";
import { endPreview, endPreviewAt } from "../../../../extension/background/previews.ts";
import { gatesAll } from "../../../../shared/consent/gates.ts";
import type { Preview } from "../../../../shared/protocol/preview.ts";
import type { TrackerId } from "../../../../shared/protocol/trackers.ts";
import { element, page, visitors } from "../../findings/page.ts";
import { blocking, fakeBrowser, kept, ORIGIN, resetBrowser, sent } from "../browser.ts";

vi.mock("webextension-polyfill", async () => ({ default: (await import("../browser.ts")).fakeBrowser }));

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
const start = (tab: number) => arrive({ type: "preview", tab, preview: previewFor(tab) }, panel);
const block = (tab: number, trackers: readonly TrackerId[]) =>
  arrive({ type: "block", tab, trackers }, panel);
const { observation } = page({
  slots: [element("hero", {})],
  watched: { trackers: ["meta", "segment"] },
});
const observed = (preview?: Preview, loaded = Date.now() + 1) => ({
  type: "observed",
  observation: structuredClone({ ...observation, url: `${ORIGIN}/` }),
  loaded,
  ...(preview && { preview }),
});

describe("trackers that are blocked in a previewed tab", () => {
  it("are told to the panel and to the banner, beside those that still count", async () => {
    await start(1);
    await block(1, ["meta"]);
    await arrive(observed(previewFor(1)), inTab(1));
    expect(sent.slice(-2)).toMatchObject([
      { type: "page", state: { is: "seen", blocked: ["meta"] } },
      { type: "trackers", counting: ["segment"], blocked: ["meta"] },
    ]);
  });

  it("are blocked in that tab only, by rules of the browser's own", async () => {
    await start(1);
    await start(2);
    await block(1, ["meta"]);
    await block(2, ["meta", "segment"]);
    expect(await blockedIn(1)).toEqual(["meta"]);
    await block(1, ["segment"]);
    expect(await blockedIn(1)).toEqual(["segment"]);
    expect(await blockedIn(2)).toEqual(["meta", "segment"]);
    expect(Object.keys(kept).filter((key) => key.startsWith("block"))).toEqual([]);
  });

  it("are not blocked where nobody is previewed", async () => {
    await block(1, ["meta"]);
    expect(blocking).toEqual([]);
  });

  it("do not count as blocked once the browser's leave for their hosts is gone", async () => {
    await start(1);
    await block(1, ["meta"]);
    vi.spyOn(fakeBrowser.permissions, "contains").mockResolvedValueOnce(false);
    expect(await blockedIn(1)).toEqual([]);
  });

  it.each([
    ["it is left from the panel", () => arrive({ type: "leave preview", tab: 1 }, panel)],
    ["it is left from the banner", () => arrive({ type: "leave this preview" }, inTab(1))],
    ["the tab closes", () => endPreview(1)],
    ["the tab shows another site", () => endPreviewAt(1, "https://other.example/")],
    ["the page knows nothing of it any more", () => arrive(observed(), inTab(1))],
    [
      "its time is over",
      async () => {
        kept["preview:1"] = { preview: { ...previewFor(1), until: 1 }, origin: ORIGIN, since: 1 };
        await arrive(observed(), inTab(1));
      },
    ],
  ])("count again when the preview ends because %s, and the other tab's stay blocked", async (_, end) => {
    await start(1);
    await start(2);
    await block(1, ["meta"]);
    await block(2, ["segment"]);
    await end();
    expect(await blockedIn(1)).toEqual([]);
    expect(await blockedIn(2)).toEqual(["segment"]);
  });
});
