import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { arrive } from "../../../extension/background/arrive.ts";
import { showDraftAgain } from "../../../extension/background/drafts.ts";
import { gatesAll } from "../../../shared/consent/gates.ts";
import { DRAFT_KEY } from "../../../shared/protocol/draft/draft-key.ts";
import { element, page, visitors } from "../findings/page.ts";
import { fakeBrowser, injected, kept, ORIGIN, reloaded, resetBrowser, sent } from "./browser.ts";

vi.mock("webextension-polyfill", async () => ({ default: (await import("./browser.ts")).fakeBrowser }));

type Page = { forwhom?: object; [handed: symbol]: unknown };
const world = globalThis as unknown as { window?: Page };
const DRAFT = Symbol.for(DRAFT_KEY);

beforeEach(() => {
  resetBrowser();
  world.window = {};
});
afterEach(() => {
  delete world.window;
  fakeBrowser.tabs.get.mockResolvedValue({});
});

const { id } = fakeBrowser.runtime;
const panel = { id, url: "chrome-extension://forwhom/panel.html" };
const inTab = { id, url: `${ORIGIN}/`, tab: { id: 1 } } as Parameters<typeof arrive>[1];

const { observation } = page({ slots: [element("hero", {})] });
const { claim } = structuredClone(observation);
const preview = {
  forwhom: 1,
  label: "CFOs",
  segment: "cfo",
  facts: structuredClone(visitors.cfo),
  gates: gatesAll("open"),
  tab: 1,
  until: Date.now() + 60_000,
};

const show = (of: object = preview) =>
  arrive({ type: "show draft", tab: 1, manifest: structuredClone(claim?.manifest), preview: of }, panel);
const report = (loaded: number) =>
  arrive(
    { type: "observed", observation: { ...structuredClone(observation), url: `${ORIGIN}/` }, loaded },
    inTab,
  );
const states = () => sent.flatMap((message) => (message as { state?: object }).state ?? []);

describe("what is written for a page without Forwhom", () => {
  it("is handed to the page as it would be published, with the visitor, and the page script after it", async () => {
    await show();
    expect(world.window?.[DRAFT]).toMatchObject({
      manifest: { name: claim?.manifest.name },
      preview: { label: "CFOs", consent: { basis: "explicit", gates: { crm: "open" } } },
    });
    expect(injected.filter((file) => file === "injected.js")).toHaveLength(1);
    expect(sent).toContainEqual({ type: "draft", label: "CFOs" });
    expect(reloaded).toEqual([]);
  });

  it("takes the place of what was shown before", async () => {
    const leave = vi.fn();
    world.window = { [DRAFT]: { leave } };
    await show();
    expect(leave).toHaveBeenCalledOnce();
  });

  it("is never shown in a page with Forwhom of its own, nor in another tab than it was made for", async () => {
    world.window = { forwhom: { decide: () => undefined } };
    await show();
    await show({ ...preview, tab: 2 });
    expect(injected).not.toContain("injected.js");
    expect(states()).toEqual([{ is: "failed", because: expect.stringContaining("Forwhom of its own") }]);
    expect(Object.keys(kept)).not.toContain("draft:1");
  });

  it("is reported as such: the page has no Forwhom, and nothing of ours is a slot to find fault with", async () => {
    await show();
    await report(Date.now() - 5_000);
    expect(states()).toMatchObject([
      { is: "without Forwhom", observation: { slots: [] }, draft: { label: "CFOs", segment: "cfo" } },
    ]);
    expect((states()[0] as { observation: object }).observation).not.toHaveProperty("claim");
  });

  it("is put into the page of the same site that is loaded next, of which nothing is said before", async () => {
    await show();
    await report(Date.now() + 5_000);
    expect(states()).toEqual([]);
    fakeBrowser.tabs.get.mockResolvedValue({ url: `${ORIGIN}/other` });
    await showDraftAgain(1);
    expect(injected.filter((file) => file === "injected.js")).toHaveLength(2);
  });

  it.each([
    ["on another site", "https://elsewhere.example/", Date.now() + 60_000],
    ["once its time is over", `${ORIGIN}/`, Date.now() - 1],
  ])("ends %s", async (_, url, until) => {
    await show({ ...preview, until });
    fakeBrowser.tabs.get.mockResolvedValue({ url });
    await showDraftAgain(1);
    expect(injected.filter((file) => file === "injected.js")).toHaveLength(1);
    expect(Object.keys(kept)).not.toContain("draft:1");
  });

  it("is done in the order in which it was asked for, and leaves nothing behind where it is left at once", async () => {
    await Promise.all([show(), arrive({ type: "leave draft", tab: 1 }, panel)]);
    expect(Object.keys(kept)).not.toContain("draft:1");
    expect(sent.at(-1)).toEqual({ type: "draft" });
  });

  it("goes by the banner’s button, without loading the page again", async () => {
    await show();
    const leave = vi.fn();
    world.window = { [DRAFT]: { leave } };
    await arrive({ type: "leave this preview" }, inTab);
    expect(leave).toHaveBeenCalledOnce();
    expect(Object.getOwnPropertySymbols(world.window)).toEqual([]);
    expect(reloaded).toEqual([]);
    expect(sent.at(-1)).toEqual({ type: "draft" });
    expect(Object.keys(kept)).not.toContain("draft:1");
  });
});
