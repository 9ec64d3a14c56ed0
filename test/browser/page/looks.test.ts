import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createSite, type Site } from "../../site/server.ts";
import { type Chromium, launchChromium } from "../drive/chromium.ts";
import { isBrowserThere } from "../drive/find.ts";
import { faultsInLooks, type Look } from "../drive/looks.ts";
import { answerConsent, newVisitor, shows, signIn, type Visit } from "./visit.ts";

const LOOKS: readonly Look[] = [
  { name: "light", scheme: "light", width: 1280, height: 800 },
  { name: "dark", scheme: "dark", width: 1280, height: 800 },
  { name: "narrow", scheme: "light", width: 360, height: 740 },
  { name: "narrow-dark", scheme: "dark", width: 360, height: 740 },
];

const PAGES = ["/", "/pricing", "/product", "/customers", "/resources", "/broken"];

describe.skipIf(!(await isBrowserThere("chromium")))("the demonstration site, for every eye and ear", () => {
  let chromium: Chromium;
  let site: Site;
  let visit: Visit;
  beforeAll(async () => {
    chromium = await launchChromium();
    site = await createSite({ port: 0 });
  });
  afterAll(async () => {
    await chromium?.close();
    await site?.close();
  });
  beforeEach(async () => {
    visit = await newVisitor(chromium.browser);
  });
  afterEach(() => visit.end());

  const hasNoFaults = async (page: Page, name: string, whole: boolean) =>
    expect(await faultsInLooks(page, LOOKS, `looks-${name}`, { whole })).toEqual([]);

  it("is without faults in the consent dialog, and in its choices one by one", async () => {
    const { page } = visit;
    await page.goto(site.url);
    await page.waitForSelector(".cm__btn", { visible: true });
    await hasNoFaults(page, "consent", false);
    await page.click('.cm__btn[data-role="show"]');
    await page.waitForSelector(".pm", { visible: true });
    await hasNoFaults(page, "choices", false);
  });

  it.each(PAGES)("is without faults at %s for somebody unknown", async (path) => {
    const { page } = visit;
    await page.goto(site.url + path, { waitUntil: "load" });
    await answerConsent(page, "necessary");
    await page.waitForSelector(".cm", { hidden: true });
    await hasNoFaults(page, path === "/" ? "home" : path.slice(1), true);
  });

  it("is without faults in the menu of sample contacts", async () => {
    const { page } = visit;
    await page.goto(site.url, { waitUntil: "load" });
    await answerConsent(page, "necessary");
    await page.waitForSelector(".cm", { hidden: true });
    await page.click(".account summary");
    await page.waitForSelector(".contact", { visible: true });
    await hasNoFaults(page, "menu", false);
  });

  it.each([
    { contact: "ines-cfo", hero: "hero-cfo" },
    { contact: "tomasz-it", hero: "hero-it" },
    { contact: "maren-customer", hero: "hero-customer" },
    { contact: "yuki-analyst", hero: "hero-analyst" },
    { contact: "petra-competitor", hero: "neutral" },
  ])("is without faults in what $contact is shown", async ({ contact, hero }) => {
    const { page } = visit;
    await page.goto(site.url, { waitUntil: "load" });
    await answerConsent(page, "all");
    await signIn(page, contact);
    await page.waitForFunction(() => localStorage.getItem("forwhom")?.includes('"answer"'));
    await page.reload({ waitUntil: "load" });
    await shows(page, "hero", hero);
    await hasNoFaults(page, contact, true);
  });
});
