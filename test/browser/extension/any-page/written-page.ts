import type { Page } from "puppeteer-core";
import { afterEach, beforeEach, expect } from "vitest";
import { until } from "../../drive/until.ts";
import { choose, fillInLibrary, type Name, says, type Watched, watch } from "../panel.ts";
import { type Kept, type StrictSite, strictSite } from "./strict-site.ts";

export type At = { readonly x: number; readonly y: number };

/** The strictest site in a browser of its own for each test, with the panel open to write for its page. */
export type WrittenPage = {
  readonly site: StrictSite;
  readonly page: Page;
  readonly panel: Page;
  /** Points as a hand would: into the page, at the middle of an element. */
  readonly pointAt: (selector: string) => Promise<At>;
  readonly choosePointed: (at: At) => Promise<void>;
  /** Nothing was done that the page's policy refuses. */
  readonly isUntouched: () => Promise<void>;
};

export const kept = (page: Page) => page.evaluate(() => (window as unknown as { kept: Kept }).kept);

const headingOf = (page: Page) => page.evaluate(() => document.querySelector("h1")?.innerText);

export const isHeading = (page: Page, words: string) =>
  until(`the heading is “${words}”`, async () => (await headingOf(page)) === words);

export function writtenPageAnew(name: Name): WrittenPage {
  let site: StrictSite;
  let watched: Watched;
  beforeEach(async () => {
    site = await strictSite();
    watched = await watch(name, `${site.url}/`);
    const { panel } = watched;
    await says(panel, "No Forwhom on this page");
    await choose(panel, "Write for this page");
    await choose(panel, "Load a library");
    await fillInLibrary(panel, `${site.url}/library.json`);
    await panel.keyboard.press("Escape");
    await panel.waitForFunction(() => !document.querySelector("dialog"));
  });
  afterEach(async () => {
    await watched?.close();
    await site?.close();
  });
  return {
    get site() {
      return site;
    },
    get page() {
      return watched.page;
    },
    get panel() {
      return watched.panel;
    },
    async pointAt(selector) {
      const { page, panel } = watched;
      await choose(panel, /^Point at an/);
      await panel.waitForSelector(".is-pointing");
      await page.bringToFront();
      const box = await (await page.$(selector))?.boundingBox();
      if (!box) throw new Error(`${selector} is not there.`);
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2] as const;
      await page.mouse.move(x - 3, y);
      await page.mouse.move(x, y);
      return { x, y };
    },
    async choosePointed({ x, y }) {
      const { page, panel } = watched;
      await page.mouse.click(x, y);
      await panel.bringToFront();
      await until("a place was chosen", () => panel.$(".written"));
    },
    async isUntouched() {
      expect((await kept(watched.page)).violations).toEqual([]);
      expect(site.violations()).toEqual([]);
    },
  };
}
