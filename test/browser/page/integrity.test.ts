import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtPageScript, demoLibrary, publishedInMemory } from "../../site/published.ts";
import { createSite, type Site } from "../../site/server.ts";
import { type Chromium, launchChromium } from "../drive/chromium.ts";
import { isBrowserThere } from "../drive/find.ts";
import { newVisitor, shownOn, wordsOn } from "./visit.ts";

describe.skipIf(!(await isBrowserThere("chromium")))("the tag that forwhom publish prints", () => {
  let chromium: Chromium;
  let site: Site;
  beforeAll(async () => {
    chromium = await launchChromium();
    site = await createSite({ port: 0 });
  });
  afterAll(async () => {
    await chromium?.close();
    await site?.close();
  });

  /** The site's page with the printed tag in it, and its script with this behind its text. */
  async function open(page: Page, added: string): Promise<void> {
    const { tag, script } = publishedInMemory(await demoLibrary(), await builtPageScript()).bundle;
    const html = await (await fetch(site.url)).text();
    const body = html.replace(/<script src="\/forwhom[^>]*><\/script>/, tag);
    expect(body).toContain("integrity=");
    await page.setRequestInterception(true);
    page.on("request", (request) => {
      const { pathname } = new URL(request.url());
      if (pathname === "/") request.respond({ contentType: "text/html", body });
      else if (pathname === `/${script.name}`)
        request.respond({ contentType: "text/javascript", body: script.text + added });
      else request.continue();
    });
    await page.goto(`${site.url}/?utm_source=partner`, { waitUntil: "load" });
  }

  it("runs the script that was published", async () => {
    const { page, errors, end } = await newVisitor(chromium.browser);
    await open(page, "");
    expect(await shownOn(page)).toMatchObject({ strip: "strip-partner" });
    expect(errors).toEqual([]);
    await end();
  });

  it("refuses a script that was changed: the page shows its own content and works", async () => {
    const { page, errors, end } = await newVisitor(chromium.browser);
    await open(page, "document.title = 'changed';");
    expect(errors).toEqual([expect.stringMatching(/integrity/)]);
    const ran = await page.evaluate(() => "forwhom" in window || document.title === "changed");
    expect(ran).toBe(false);
    expect(await wordsOn(page)).toContain("See the shallow weeks");
    expect(
      await page.$eval("[data-fw-slot=strip]", (one) => one.checkVisibility({ visibilityProperty: true })),
    ).toBe(true);
    await page.waitForSelector(".cm__btn", { visible: true });
    await end();
  });
});
