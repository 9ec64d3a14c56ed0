import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Chromium, launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { until } from "../../drive/until.ts";
import { newVisitor, readKept, type Visit } from "../visit.ts";
import { type Stand, serveStand, slotOf, visitBefore } from "./stand.ts";

/** The site's own script: says that a page is prepared, and what stood in its slot when it was gone to. */
const SITE = `if (document.prerendering) {
  document.addEventListener("prerenderingchange", () =>
    localStorage.setItem("arrived", document.querySelector("[data-fw-slot]").innerText));
  fetch("/prepared");
}`;
const RULES = JSON.stringify({ prerender: [{ urls: ["/page-two"], eagerness: "immediate" }] });

describe.skipIf(!(await isBrowserThere("chromium")))("a page that nobody sees yet", () => {
  let chromium: Chromium;
  let stand: Stand;
  let visit: Visit;
  beforeAll(async () => {
    chromium = await launchChromium();
    const slot = '<section data-fw-slot="top">Own</section><script src="/site.js"></script>';
    stand = await serveStand({ top: slotOf({ text: "Changed" }) }, slot);
    stand.files["/site.js"] = SITE;
    stand.files["/beside.html"] = "<!doctype html><title>Beside</title>";
    stand.files["/start.html"] =
      `<!doctype html><script type="speculationrules">${RULES}</script><a href="/page-two">Two</a>`;
  });
  afterAll(async () => {
    await chromium?.close();
    await stand?.close();
  });
  beforeEach(async () => {
    visit = await newVisitor(chromium.browser);
    stand.posted.length = 0;
    stand.asked.length = 0;
    await visitBefore(visit.page, stand.url);
  });
  afterEach(() => visit.end());

  /** How often each page was viewed, as it is kept. */
  async function viewsOf(page: Page, path: string): Promise<number> {
    const kept = (await page.evaluate(readKept)) as {
      events: { event: string; fields?: { path?: string } }[];
    }[];
    return kept
      .flatMap(({ events }) => events)
      .filter(({ event, fields }) => event === "page_view" && fields?.path === path).length;
  }
  const exposures = (path: string) => stand.posted.filter((one) => JSON.stringify(one).includes(path)).length;

  it("is shown as it should be, and no visit before its tab is in front", async () => {
    const { page } = visit;
    const front = await page.browserContext().newPage();
    await front.goto(`${stand.url}/start.html`);
    await front.bringToFront();
    await until("the tab is behind", () => page.evaluate(() => document.visibilityState === "hidden"));
    stand.posted.length = 0;
    await page.goto(`${stand.url}/page-one`, { waitUntil: "load" });
    await page.waitForSelector('[data-fw-shown^="for-tier-a"]');
    await page.evaluate(() => window.forwhom?.inspect());
    // Whatever is kept once something is: the view is not.
    await page.evaluate(() => window.forwhom?.track("looked_up"));
    expect(await viewsOf(page, "/page-one")).toBe(0);
    await page.bringToFront();
    await until("it counts", async () => (await viewsOf(page, "/page-one")) === 1);
    await until("it was seen", () => stand.posted.length > 0);
    expect(stand.posted).toHaveLength(1);
  });

  it("is decided while it is prepared, and counts once somebody goes to it", async () => {
    const { page } = visit;
    stand.posted.length = 0;
    // A driver may lose a tab whose page was exchanged for a prepared one: a second tab looks on.
    const beside = await page.browserContext().newPage();
    await beside.goto(`${stand.url}/beside.html`);
    await page.bringToFront();
    await page.goto(`${stand.url}/start.html`);
    await until("it is prepared", () => stand.asked.includes("/prepared"));
    expect(await viewsOf(beside, "/page-two")).toBe(0);
    expect(exposures("top")).toBe(0);
    await page.evaluate(() => document.querySelector("a")?.click()).catch(() => {});
    const arrived = () => beside.evaluate(() => localStorage.getItem("arrived"));
    await until("it is there, as it was prepared", async () => (await arrived()) === "Changed");
    await until("it counts", async () => (await viewsOf(beside, "/page-two")) === 1);
    await until("it was seen", () => exposures("top") === 1);
  });
});
