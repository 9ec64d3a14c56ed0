import type { Browser, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { launchFirefox } from "../../drive/firefox.ts";
import { until } from "../../drive/until.ts";
import { type Stand, seenOn, serveStand, slotOf, visitBefore } from "../slots/stand.ts";
import { newVisitor, type Visit } from "../visit.ts";
import { lookAt } from "./look.ts";
import { eventsOf, nothingWaits } from "./received.ts";

const BROWSERS = [
  { name: "chromium", launch: launchChromium },
  { name: "firefox", launch: launchFirefox },
] as const;

const CAP = 3;
const FOR_MS = 150;

/** The site's own script: on some pages it takes the slot away as soon as it is there. */
const SITE = `if (location.search === "?taken-away") document.querySelector("[data-fw-slot]").remove();`;

for (const { name, launch } of BROWSERS)
  describe.skipIf(!(await isBrowserThere(name)))(`in ${name}, an offer`, () => {
    let opened: { readonly browser: Browser; close(): Promise<void> };
    let stand: Stand;
    let visit: Visit;
    let page: Page;
    beforeAll(async () => {
      opened = await launch();
      stand = await serveStand(
        { hero: slotOf({ offer: "demo" }, { pages: ["/page*"] }) },
        '<section data-fw-slot="hero"><a href="/own">Own</a></section><script src="/site.js"></script>',
        {
          offers: {
            demo: {
              goal: "acquisition",
              label: "Book a demo",
              href: "/demo",
              cap: { times: CAP, within: "1d" },
              coolDown: "7d",
              once: true,
            },
          },
          measurement: { seen: { forMs: FOR_MS } },
        },
      );
      stand.files["/site.js"] = SITE;
    });
    afterAll(async () => {
      await opened?.close();
      await stand?.close();
    });
    beforeEach(async () => {
      stand.asked.length = 0;
      stand.posted.length = 0;
      visit = await newVisitor(opened.browser);
      page = visit.page;
      await visitBefore(page, stand.url);
    });
    afterEach(() => visit.end());

    const open = (path: string) => page.goto(stand.url + path, { waitUntil: "load" });
    const counted = (type = "exposure") => eventsOf(stand).filter((one) => one.type === type);
    const isReceived = (times: number) =>
      until(`${times} exposures have arrived`, () => counted().length === times);
    const words = async () => (await seenOn(page)).hero;
    const stop = () => page.evaluate(() => window.forwhom?.decide("hero").candidates[0]?.stoppedBy);

    /** It is not shown, and so it is not counted, however long somebody looks. */
    async function isGone(path: string, by: object): Promise<void> {
      const before = counted().length;
      await page.bringToFront();
      await open(path);
      expect(await words()).toBe("Own");
      expect(await stop()).toMatchObject(by);
      await page.evaluate(() => window.forwhom?.track("arrived"));
      await lookAt(page, "hero", FOR_MS * 3);
      await page.evaluate(() => window.forwhom?.convert("demo"));
      await until("something later has arrived", () => counted("conversion").length > 0);
      await nothingWaits(page);
      expect(counted()).toHaveLength(before);
    }

    it("is shown as often as its cap says, each time counted, and then no more", async () => {
      for (let times = 1; times <= CAP; times++) {
        await open(`/page-${times}`);
        expect(await words()).toBe("Book a demo");
        await isReceived(times);
      }
      await isGone("/page-last", { by: "cap", shown: CAP });
      expect(counted()).toHaveLength(CAP);
    });

    it("is so too where a page becomes another without being loaded", async () => {
      await open("/page-1");
      for (let times = 1; times <= CAP; times++) {
        await until("it is shown", async () => (await words()) === "Book a demo");
        await isReceived(times);
        await page.evaluate((next) => {
          history.pushState({}, "", `/page-${next}`);
          document.body.append(document.createElement("p"));
        }, times + 1);
      }
      await until("it is not shown any more", async () => (await words()) === "Own");
      expect(await stop()).toMatchObject({ by: "cap", shown: CAP });
      await isGone("/page-last", { by: "cap", shown: CAP });
      expect(counted()).toHaveLength(CAP);
    });

    it("is so too where two tabs show it in turn", async () => {
      const other = await page.browserContext().newPage();
      const tabs = [page, other];
      const goOn = (tab: Page, path: string) =>
        tab.evaluate((next) => {
          history.pushState({}, "", next);
          document.body.append(document.createElement("p"));
        }, path);
      for (const [at, tab] of tabs.entries()) {
        await tab.bringToFront();
        await tab.goto(`${stand.url}/page-1`, { waitUntil: "load" });
        await isReceived(at + 1);
      }
      await page.bringToFront();
      await goOn(page, "/page-2");
      await isReceived(CAP);
      await until("the other tab has heard of it", () =>
        other.evaluate(async (cap) => {
          const { events = [] } = (await window.forwhom?.inspect())?.facts ?? {};
          return "is" in events
            ? false
            : events.filter(({ event }) => event === "offer_shown").length === cap;
        }, CAP),
      );
      await other.bringToFront();
      await goOn(other, "/page-2");
      await until("it is not shown any more", async () => (await seenOn(other)).hero === "Own");
      await isGone("/page-last", { by: "cap", shown: CAP });
      expect(counted()).toHaveLength(CAP);
    });

    it("is not used up by a page on which nobody saw it long enough", async () => {
      await open("/page-1");
      await isReceived(1);
      for (let times = 0; times < CAP; times++) {
        await open("/page-2?taken-away");
        expect(await page.evaluate(() => window.forwhom?.decide("hero").shown)).toBeDefined();
        await page.evaluate(() => window.forwhom?.track("arrived"));
      }
      await open("/page-3");
      expect(await words()).toBe("Book a demo");
      await isReceived(2);
    });

    it("is gone once it was taken, which is counted once", async () => {
      await open("/page-1");
      await isReceived(1);
      await page.evaluate(() => window.forwhom?.convert("demo"));
      await until("it has arrived", () => counted("conversion").length === 1);
      await nothingWaits(page);
      await open("/page-2");
      expect(await words()).toBe("Own");
      expect(await stop()).toMatchObject({ by: "converted" });
      expect(counted("conversion")).toMatchObject([{ offer: "demo", credits: counted()[0]?.id }]);
    });

    it("rests once it was dismissed, and what was counted before stays counted", async () => {
      await open("/page-1");
      await isReceived(1);
      await page.evaluate(() => window.forwhom?.dismiss("demo"));
      await isGone("/page-2", { by: "dismissed" });
      expect(counted()).toHaveLength(1);
    });
  });
