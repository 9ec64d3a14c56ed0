import type { Browser, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createSite, type Site } from "../../../site/server.ts";
import { launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { launchFirefox } from "../../drive/firefox.ts";
import { until } from "../../drive/until.ts";
import { answerKept } from "../membership/device.ts";
import { answerConsent, kept, newVisitor, shownOn, shows, signIn, type Visit } from "../visit.ts";
import { inStore } from "./manager.ts";

const BROWSERS = [
  { name: "chromium", launch: launchChromium },
  { name: "firefox", launch: launchFirefox },
] as const;

for (const { name, launch } of BROWSERS)
  describe.skipIf(!(await isBrowserThere(name)))(`in ${name}, forget()`, () => {
    let opened: { readonly browser: Browser; close(): Promise<void> };
    let site: Site;
    let visit: Visit;
    let page: Page;
    beforeAll(async () => {
      opened = await launch();
      site = await createSite({ port: 0 });
    });
    afterAll(async () => {
      await opened?.close();
      await site?.close();
    });
    beforeEach(async () => {
      visit = await newVisitor(opened.browser);
      page = visit.page;
    });
    afterEach(async () => {
      site.faults.events = undefined;
      await visit.end();
    });

    /** What lies in every place where a site can keep something on a device, but the consent manager's choice. */
    const everything = async () => {
      // With those that no script can read.
      const cookies = await page.browserContext().cookies();
      const stored = await page.evaluate(async () => ({
        localStorage: Object.keys(localStorage),
        sessionStorage: Object.keys(sessionStorage),
        databases: (await indexedDB.databases()).map((one) => one.name),
        caches: await window.caches.keys(),
        workers: (await navigator.serviceWorker.getRegistrations()).length,
      }));
      return {
        cookies: cookies
          .map((cookie) => cookie.name)
          .filter((one) => one !== "cc_cookie")
          .sort(),
        ...stored,
        visitors: (await inStore(page, "visitors")).length,
        outbox: (await inStore(page, "outbox")).length,
      };
    };

    const asked = () => site.requests().filter(({ path }) => path === "/forwhom/membership").length;

    /** Whether the browser has the endpoint's answer in its cache: a request that may be answered from there. */
    async function isInHttpCache(): Promise<boolean> {
      const before = asked();
      await page.evaluate(() =>
        fetch("/forwhom/membership", { credentials: "include", cache: "force-cache" }).then((one) =>
          one.text(),
        ),
      );
      return asked() === before;
    }

    it("leaves nothing of ours anywhere on the device, and the page as it was written", async () => {
      site.faults.events = "fail";
      await page.goto(site.url, { waitUntil: "load" });
      await answerConsent(page, "all");
      await signIn(page, "ines-cfo");
      await answerKept(page);
      await page.reload({ waitUntil: "load" });
      await shows(page, "hero", "hero-cfo");
      await page.evaluate(() => window.forwhom?.convert("book-demo"));
      await until("something waits to be sent", async () => (await inStore(page, "outbox")).length > 0);

      const before = await everything();
      expect(before).toEqual({
        cookies: ["forwhom_hash", "forwhom_key"],
        localStorage: ["forwhom"],
        sessionStorage: [],
        databases: ["forwhom"],
        caches: [],
        workers: 0,
        visitors: 1,
        outbox: expect.any(Number),
      });
      expect(before.outbox).toBeGreaterThan(0);
      expect(await isInHttpCache()).toBe(false);

      await page.evaluate(() => window.forwhom?.forget());
      // An empty database: its name says nothing of a visitor.
      expect(await everything()).toEqual({
        cookies: [],
        localStorage: [],
        sessionStorage: [],
        databases: ["forwhom"],
        caches: [],
        workers: 0,
        visitors: 0,
        outbox: 0,
      });
      expect(Object.values(await shownOn(page)).join()).not.toMatch(/cfo|recognised/);
      expect(await isInHttpCache()).toBe(false);
      const inspected = JSON.stringify(await page.evaluate(async () => await window.forwhom?.inspect()));
      expect(inspected).not.toMatch(/"Ines"/);

      await page.reload({ waitUntil: "load" });
      await kept(page);
      expect(await shownOn(page)).toMatchObject({ hero: "default" });
      expect(JSON.stringify(await inStore(page, "visitors"))).not.toMatch(/Ines|answer/);
    });

    it("lets nobody be identified even where the endpoint cannot be reached", async () => {
      await page.goto(site.url, { waitUntil: "load" });
      await answerConsent(page, "all");
      await signIn(page, "ines-cfo");
      await answerKept(page);
      await page.evaluate(() => {
        window.fetch = () => Promise.reject(new TypeError("offline"));
        return window.forwhom?.forget();
      });
      expect(await page.evaluate(() => document.cookie)).not.toContain("forwhom_hash");
      expect(await inStore(page, "visitors")).toEqual([]);
      const before = asked();
      await page.reload({ waitUntil: "load" });
      await kept(page);
      expect(asked()).toBe(before);
    });

    it("asks nothing of the endpoint where nobody is identified, and makes no database to erase it", async () => {
      const requests = () => site.requests().filter(({ path }) => path.startsWith("/forwhom/")).length;
      const before = requests();
      await page.goto(site.url, { waitUntil: "load" });
      await page.evaluate(() => window.forwhom?.forget());
      expect(requests()).toBe(before);
      expect((await everything()).databases).toEqual([]);
    });
  });
