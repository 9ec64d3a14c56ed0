import type { Browser, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createSite, type Site } from "../../../site/server.ts";
import { launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { launchFirefox } from "../../drive/firefox.ts";
import { until } from "../../drive/until.ts";
import { type Device, watchDevice } from "../device.ts";
import { answerKept, hintOn } from "../membership/device.ts";
import { answerConsent, newVisitor, readKept, shownOn, shows, signIn, type Visit } from "../visit.ts";

const BROWSERS = [
  { name: "chromium", launch: launchChromium },
  { name: "firefox", launch: launchFirefox },
] as const;

/** DESIGN §6.2: before consent covers it nothing is stored or read, nothing asked, no event kept. */
for (const { name, launch } of BROWSERS)
  describe.skipIf(!(await isBrowserThere(name)))(`in ${name}, the device of a visitor`, () => {
    let opened: { readonly browser: Browser; close(): Promise<void> };
    let site: Site;
    let visit: Visit;
    let page: Page;
    let device: Device;
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
      device = await watchDevice(page);
    });
    afterEach(() => visit.end());

    const asked = () => site.requests().filter(({ path }) => path.startsWith("/forwhom/")).length;

    /** All that a page can bring about: its scripts ask for everything, and the visitor does something. */
    const everythingHappens = async () => {
      await page.evaluate(async () => {
        const { forwhom } = window;
        if (!forwhom) throw new Error("Forwhom is not there.");
        await forwhom.track("topic_open", { topic: "close" });
        await forwhom.convert("book-demo");
        await forwhom.dismiss("book-demo");
        await forwhom.refresh();
        await forwhom.identify("a token");
        await forwhom.inspect();
        for (const event of ["visibilitychange", "forwhom:decision"])
          document.dispatchEvent(new Event(event));
        for (const event of ["online", "pagehide", "focus"]) dispatchEvent(new Event(event));
        dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
        history.pushState({}, "", "/?campaign=spring");
        document.body.append(document.createElement("p"));
        document.body.click();
      });
      // An exposure counts after a second in view.
      await page.evaluate(() => new Promise((done) => setTimeout(done, 1_200)));
      await nothingIsAsked();
    };

    /** No request of the page has come for half a second; the driver loses sight of those that outlive a document. */
    const nothingIsAsked = () => {
      let last = { count: -1, at: 0 };
      return until("the page asks for nothing more", () => {
        const count = site.requests().length;
        if (count !== last.count) last = { count, at: performance.now() };
        return performance.now() - last.at > 500;
      });
    };

    /** Only the consent manager's own signal was read, and nothing at all was touched. */
    async function isUntouched(before: number): Promise<void> {
      expect(await device.touches()).toEqual([]);
      expect(await device.cookies()).toEqual(["cc_cookie"]);
      expect(asked()).toBe(before);
      expect(
        await page.evaluate(() => Object.keys(localStorage).concat(Object.keys(sessionStorage))),
      ).toEqual([]);
      expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
    }

    it("is not touched while nobody has answered", async () => {
      const before = asked();
      await page.goto(site.url, { waitUntil: "load" });
      await page.waitForSelector(".cm__btn", { visible: true });
      await everythingHappens();
      await isUntouched(before);
    });

    it("is not touched after a no, nor is whoever is signed in recognised", async () => {
      const before = asked();
      await page.goto(site.url, { waitUntil: "load" });
      await answerConsent(page, "necessary");
      await everythingHappens();
      await isUntouched(before);
      await signIn(page, "ines-cfo");
      await everythingHappens();
      await isUntouched(before);
      expect(Object.values(await shownOn(page)).join()).not.toMatch(/cfo/);
    });

    it("is only erased once a yes is taken back, and then not touched again", async () => {
      await page.goto(site.url, { waitUntil: "load" });
      await answerConsent(page, "all");
      await signIn(page, "ines-cfo");
      await answerKept(page);
      await page.reload({ waitUntil: "load" });
      await shows(page, "hero", "hero-cfo");
      await page.evaluate(() => window.forwhom?.inspect());
      // The watcher sees what is done with consent: it could not say that nothing is done without.
      expect(await device.touches()).toContain("storage.getItem(forwhom)");
      expect(await device.cookies()).toContain("forwhom_hash");
      await nothingIsAsked();
      const before = asked();
      await page.evaluate(() => {
        const { CookieConsent, touches } = window as unknown as {
          CookieConsent: { acceptCategory(some: string[]): void };
          touches: string[];
        };
        touches.length = 0;
        CookieConsent.acceptCategory([]);
      });
      await until("what was kept is erased", async () => {
        const kept = await page.evaluate(readKept);
        return kept.length === 0 && (await hintOn(page)) === null;
      });
      await everythingHappens();
      const erasing =
        /^((localStorage|indexedDB)\(\)|storage\.removeItem\(forwhom\)|indexedDB\.(databases\(\)|open\(forwhom\)))$/;
      const since = await device.touches();
      expect(since).toContain("storage.removeItem(forwhom)");
      expect(since.filter((touch) => !erasing.test(touch))).toEqual([]);
      expect(await page.evaluate(readKept)).toEqual([]);
      expect(asked()).toBe(before);
      await page.reload({ waitUntil: "load" });
      await everythingHappens();
      expect(await device.touches()).toEqual([]);
      expect(await device.cookies()).toEqual(["cc_cookie"]);
      expect(asked()).toBe(before);
    });
  });
