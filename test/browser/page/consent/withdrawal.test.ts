import type { Browser, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createSite, type Site } from "../../../site/server.ts";
import { launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { launchFirefox } from "../../drive/firefox.ts";
import { until } from "../../drive/until.ts";
import { answerKept, hintOn } from "../membership/device.ts";
import { answerConsent, newVisitor, shownOn, shows, signIn, type Visit } from "../visit.ts";
import { ALL, type CookieConsent, choose, inStore } from "./manager.ts";

const BROWSERS = [
  { name: "chromium", launch: launchChromium },
  { name: "firefox", launch: launchFirefox },
] as const;

for (const { name, launch } of BROWSERS)
  describe.skipIf(!(await isBrowserThere(name)))(`in ${name}, a visitor who was recognised`, () => {
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
      await page.goto(site.url, { waitUntil: "load" });
      await answerConsent(page, "all");
      await signIn(page, "ines-cfo");
      await answerKept(page);
      await page.reload({ waitUntil: "load" });
      await shows(page, "hero", "hero-cfo");
      // The later part is there.
      await page.evaluate(() => window.forwhom?.inspect());
    });
    afterEach(async () => {
      site.faults.events = undefined;
      await visit.end();
    });

    const nothingKept = async () => {
      await until("nothing is kept of the visitor", async () => {
        const kept = [...(await inStore(page, "visitors")), ...(await inStore(page, "outbox"))];
        return kept.length === 0 && (await hintOn(page)) === null;
      });
    };

    it("sees the page as it was written by the next paint after withdrawing, with the copy for boot erased", async () => {
      const seen = await page.evaluate(
        () =>
          new Promise<Record<string, unknown>>((resolve) => {
            const { CookieConsent } = window as unknown as { CookieConsent: CookieConsent };
            CookieConsent.acceptCategory([]);
            const now = {
              hint: localStorage.getItem("forwhom"),
              shown: document.querySelectorAll("[data-fw-shown]").length,
              name: document.body.innerText.includes("Ines,"),
            };
            // The last thing that runs before the paint.
            requestAnimationFrame(() =>
              resolve({ ...now, then: document.querySelectorAll("[data-fw-shown]").length }),
            );
          }),
      );
      expect(seen).toEqual({ hint: null, shown: 0, name: false, then: 0 });
      // IndexedDB can only be erased after it.
      await nothingKept();
    });

    it("sees it so in every other tab too", async () => {
      const tab = await page.browserContext().newPage();
      await tab.goto(site.url, { waitUntil: "load" });
      await shows(tab, "hero", "hero-cfo");
      await tab.evaluate(() => window.forwhom?.inspect());
      await choose(tab, []);
      await until("the first tab shows nothing of hers", async () => {
        const shown = Object.values(await shownOn(page));
        return shown.every((one) => one === "default");
      });
      expect(await page.evaluate(() => window.forwhom?.consent().gates.crm)).toBe("closed");
      await nothingKept();
    });

    it("keeps what else was agreed to: only measuring was withdrawn", async () => {
      site.faults.events = "fail";
      await page.evaluate(() => window.forwhom?.track("topic_open", { topic: "close" }));
      await page.evaluate(() => window.forwhom?.convert("book-demo"));
      await until("something waits to be sent", async () => (await inStore(page, "outbox")).length > 0);
      await choose(page, ["functional", "personalization"]);
      await until("what waited is dropped", async () => (await inStore(page, "outbox")).length === 0);
      expect(await shownOn(page)).toMatchObject({ hero: "hero-cfo" });
      await until("the rest is kept under the new choice", async () => {
        const [kept] = await inStore(page, "visitors");
        return kept?.consent === "oooc" && kept.answer && JSON.stringify(kept.events).includes("topic_open");
      });
      const [kept] = await inStore(page, "visitors");
      expect(kept).not.toHaveProperty("lot");
      expect(JSON.parse((await hintOn(page)) ?? "{}")).toMatchObject({
        consent: "oooc",
        answer: { forwhom: 1 },
      });
    });

    it("keeps it too where another tab is open, and tells it no more than that", async () => {
      const tab = await page.browserContext().newPage();
      await tab.goto(site.url, { waitUntil: "load" });
      await tab.evaluate(() => window.forwhom?.inspect());
      await tab.evaluate(() => window.forwhom?.track("topic_open", { topic: "close" }));
      await until("what she did is kept", async () =>
        JSON.stringify(await inStore(tab, "visitors")).includes("topic_open"),
      );
      await choose(tab, ["functional", "personalization"]);
      await until("the first tab follows", () =>
        page.evaluate(() => window.forwhom?.consent().gates.measurement === "closed"),
      );
      await until("both have kept the rest", async () => {
        const known = [page, tab].map((one) =>
          one.evaluate(async () => (await window.forwhom?.inspect())?.visitor.asOf),
        );
        return (await Promise.all(known)).every((asOf) => asOf !== undefined);
      });
      const [kept] = await inStore(page, "visitors");
      expect(kept).toMatchObject({ consent: "oooc", answer: { forwhom: 1 } });
      expect(JSON.stringify(kept?.events)).toContain("topic_open");
      // What rested on more than what is left was gone for a moment.
      await shows(tab, "hero", "hero-cfo");
    });

    it("follows another tab whose word comes before its cookie does", async () => {
      await page.evaluate(() => {
        const told: unknown[] = [];
        const tell = BroadcastChannel.prototype.postMessage;
        BroadcastChannel.prototype.postMessage = function (message) {
          told.push(message);
          tell.call(this, message);
        };
        Object.assign(window, { told });
        const before = document.cookie;
        Object.defineProperty(document, "cookie", { configurable: true, get: () => before });
        // This tab's process hears of the cookie once the page script has looked.
        new BroadcastChannel("forwhom").onmessage = () =>
          setTimeout(() => Reflect.deleteProperty(document, "cookie"));
      });
      const tab = await page.browserContext().newPage();
      await tab.goto(site.url, { waitUntil: "load" });
      await tab.evaluate(() => window.forwhom?.inspect());
      await choose(tab, ["functional", "personalization"]);
      await until("the first tab follows", () =>
        page.evaluate(() => window.forwhom?.consent().gates.measurement === "closed"),
      );
      // Told on, it would end in the other tab what has begun there since.
      expect(await page.evaluate(() => (window as unknown as { told: unknown[] }).told)).toEqual([]);
      await shows(tab, "hero", "hero-cfo");
    });

    it("keeps what was counted on the way: only being recognised was withdrawn", async () => {
      site.faults.events = "fail";
      await page.evaluate(() => window.forwhom?.convert("book-demo"));
      await until("something waits to be sent", async () => (await inStore(page, "outbox")).length > 0);
      const before = site.events().length;
      await choose(page, ["functional", "analytics"]);
      expect(Object.values(await shownOn(page)).join()).not.toMatch(/cfo/);
      await until("what was known is erased", async () => {
        const [kept] = await inStore(page, "visitors");
        return kept && kept.consent === "occo" && !kept.answer && (kept.events as unknown[]).length === 0;
      });
      expect(await hintOn(page)).not.toMatch(/Ines|"answer"|page_view/);
      expect((await inStore(page, "outbox")).length).toBeGreaterThan(0);
      site.faults.events = undefined;
      await page.reload({ waitUntil: "load" });
      await until("it is sent", () => site.events().length > before);
    });

    it("is recognised again as soon as they agree again, without a reload and with nothing changed in view", async () => {
      await choose(page, []);
      await nothingKept();
      await choose(page, ALL);
      // Below the fold.
      await shows(page, "proof", "proof-cfo");
      expect(await shownOn(page)).toMatchObject({ hero: "default" });
      await answerKept(page);
    });
  });
