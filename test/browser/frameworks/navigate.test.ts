import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Chromium, launchChromium } from "../drive/chromium.ts";
import { isBrowserThere } from "../drive/find.ts";
import { type Firefox, launchFirefox } from "../drive/firefox.ts";
import { until } from "../drive/until.ts";
import { readKept, type Visit } from "../page/visit.ts";
import { variationOf } from "./library.ts";
import { type Apps, serveApps } from "./server.ts";
import { knownVisitor, says } from "./visitor.ts";

const BROWSERS = [
  { name: "Chromium", launch: launchChromium, hasApi: true },
  { name: "Chromium without the Navigation API", launch: launchChromium, hasApi: false },
  { name: "Firefox", launch: launchFirefox, hasApi: true },
  { name: "Firefox without the Navigation API", launch: launchFirefox, hasApi: false },
];

const ARE_THERE = { chromium: await isBrowserThere("chromium"), firefox: await isBrowserThere("firefox") };

describe.each(BROWSERS)("a site that navigates in the page, in $name", ({ name, launch, hasApi }) => {
  const isThere = name.startsWith("Firefox") ? ARE_THERE.firefox : ARE_THERE.chromium;
  describe.skipIf(!isThere)("where its router changes", () => {
    let browser: Chromium | Firefox;
    let apps: Apps;
    let visit: Visit;
    beforeAll(async () => {
      browser = await launch();
      apps = await serveApps();
    });
    afterAll(async () => {
      await browser?.close();
      await apps?.close();
    });
    beforeEach(async () => {
      visit = await knownVisitor(browser.browser, apps.url);
      const { page } = visit;
      if (!hasApi) await page.evaluateOnNewDocument(() => Reflect.deleteProperty(window, "navigation"));
      await page.goto(`${apps.url}/pages/north`, { waitUntil: "load" });
      if (!hasApi) expect(await page.evaluate(() => "navigation" in window)).toBe(false);
      await showsNorth(page);
    });
    afterEach(async () => {
      expect(visit.errors).toEqual([]);
      await visit.end();
    });

    it.each(["the address", "the content"] as const)(
      "%s first, each page has its own slots, there and back and there again",
      async (first) => {
        const { page } = visit;
        await page.evaluate((order) => window.go("/pages/south", order), first);
        await showsSouth(page);
        await page.evaluate(() => history.back());
        await showsNorth(page);
        await page.evaluate(() => history.forward());
        await showsSouth(page);
      },
    );

    it("the address at once, before anything else has come, the page is the one it went to", async () => {
      const { page } = visit;
      await page.goto(`${apps.url}/pages/north?redirect`, { waitUntil: "load" });
      await showsSouth(page);
    });

    it("the address first, a page that has no such slot shows nothing of it", async () => {
      const { page } = visit;
      await page.evaluate(() => window.go("/pages/elsewhere", "the address"));
      await says(page, "everywhere", variationOf("everywhere"));
      await says(page, "strip", "Own strip");
      await page.evaluate(() => window.go("/pages/north", "the address"));
      await showsNorth(page);
    });

    it("the address first, every page is a page view, and none is kept twice", async () => {
      const { page } = visit;
      const views = ["/plain", "/pages/north", "/pages/south", "/pages/north"];
      const kept = (count: number) =>
        until("the page view is kept", async () => (await viewsOf(page)).length >= count);
      await kept(2);
      await page.evaluate(() => window.go("/pages/south", "the address"));
      await kept(3);
      await page.evaluate(() => history.back());
      await kept(4);
      expect(await viewsOf(page)).toEqual(views);
      // What a page changes in its own address is no other page.
      await page.evaluate(() => {
        history.replaceState(null, "", "/pages/north#part");
        history.pushState(null, "", "/pages/north#other");
        window.go("/pages/south", "the address");
      });
      await kept(5);
      expect(await viewsOf(page)).toEqual([...views, "/pages/south"]);
    });

    it("the address first, what is seen is counted once in every page view", async () => {
      const { page } = visit;
      await seen(page, "everywhere", 1);
      await page.evaluate(() => window.go("/pages/south", "the address"));
      await seen(page, "south", 1);
      await seen(page, "everywhere", 2);
      // The same slot comes anew in the same page view.
      await page.evaluate(() => window.go("/pages/south", "the content"));
      await showsSouth(page);
      await page.evaluate(() => window.go("/pages/north", "the address"));
      await seen(page, "north", 2);
      expect(await exposures(page)).toMatchObject({ everywhere: 3, north: 2, south: 1 });
    });
  });
});

async function showsNorth(page: Page): Promise<void> {
  for (const slot of ["strip", "everywhere", "north"]) await says(page, slot, variationOf(slot));
}

async function showsSouth(page: Page): Promise<void> {
  for (const slot of ["everywhere", "south"]) await says(page, slot, variationOf(slot));
  // It stays in the document, on a page that is none of its pages.
  await says(page, "strip", "Own strip");
}

/** The paths of the page views that are kept, in order. */
async function viewsOf(page: Page): Promise<readonly unknown[]> {
  const [kept] = (await page.evaluate(readKept)) as readonly KeptViews[];
  const views = kept?.events.filter(({ event }) => event === "page_view") ?? [];
  return views.map(({ fields }) => fields?.path);
}

type KeptViews = {
  readonly events: readonly { readonly event: string; readonly fields?: { readonly path?: string } }[];
};

/** How often each slot was counted as seen. */
const exposures = (page: Page): Promise<Readonly<Record<string, number>>> =>
  page.evaluate(() => {
    const { dataLayer = [] } = window as { dataLayer?: { event: string; forwhom_slot: string }[] };
    const counts: Record<string, number> = {};
    for (const { event, forwhom_slot: slot } of dataLayer)
      if (event === "forwhom_exposure") counts[slot] = (counts[slot] ?? 0) + 1;
    return counts;
  });

const seen = (page: Page, slot: string, times: number) =>
  until(`${slot} was seen ${times} times`, async () => (await exposures(page))[slot] === times);
