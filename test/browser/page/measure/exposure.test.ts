import type { Browser, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Library } from "../../../../shared/library/library.ts";
import { launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { launchFirefox } from "../../drive/firefox.ts";
import { until } from "../../drive/until.ts";
import { type Stand, serveStand, slotOf, visitBefore } from "../slots/stand.ts";
import { newVisitor, type Visit } from "../visit.ts";
import { lookAt, outOfView, scrollTo } from "./look.ts";
import { eventsOf, nothingWaits } from "./received.ts";

const BROWSERS = [
  { name: "chromium", launch: launchChromium },
  { name: "firefox", launch: launchFirefox },
] as const;

const BODY = `<div class="far"></div><section data-fw-slot="beside">Own</section>
<section data-fw-slot="low">Own</section><div class="far"></div>`;

const slots = () => ({ beside: slotOf({ text: "Beside" }), low: slotOf({ text: "Low" }) });

for (const { name, launch } of BROWSERS)
  describe.skipIf(!(await isBrowserThere(name)))(`in ${name}, a variation`, () => {
    let opened: { readonly browser: Browser; close(): Promise<void> };
    let stand: Stand;
    let visit: Visit;
    let page: Page;
    beforeAll(async () => {
      opened = await launch();
    });
    afterAll(() => opened?.close());
    beforeEach(async () => {
      visit = await newVisitor(opened.browser);
      page = visit.page;
    });
    afterEach(async () => {
      await visit.end();
      await stand?.close();
    });

    /** A page of two slots below the fold, of which nothing was seen yet, and all that would count is there. */
    async function open(measurement: Library["measurement"] = {}): Promise<void> {
      stand = await serveStand(slots(), BODY, {
        measurement,
        offers: { demo: { goal: "acquisition", label: "Book a demo", href: "/demo" } },
      });
      await visitBefore(page, stand.url);
      await page.goto(`${stand.url}/page-one`, { waitUntil: "load" });
      // What is noted is noted by whatever counts.
      await page.evaluate(() => window.forwhom?.track("arrived"));
    }

    /** How often each slot was counted, once all that was measured so far has arrived. */
    async function counted(): Promise<Record<string, number>> {
      await page.evaluate(() => window.forwhom?.convert("demo"));
      await nothingWaits(page);
      const counts = { beside: 0, low: 0 };
      for (const { type, slot } of eventsOf(stand))
        if (type === "exposure") counts[slot as keyof typeof counts]++;
      return counts;
    }
    const arrives = (slot: string, times = 1) =>
      until(`${slot} was counted`, () => eventsOf(stand).filter((one) => one.slot === slot).length === times);

    it("counts while half of it is in view, and not while less is", async () => {
      await open();
      await scrollTo(page, "low", 0.4);
      await arrives("beside");
      expect(await counted()).toEqual({ beside: 1, low: 0 });
      await scrollTo(page, "low", 0.6);
      await arrives("low");
      expect(await counted()).toEqual({ beside: 1, low: 1 });
    });

    it("counts while as much of it is in view as the library says", async () => {
      await open({ seen: { share: 0.2 } });
      await scrollTo(page, "low", 0.1);
      await arrives("beside");
      expect(await counted()).toEqual({ beside: 1, low: 0 });
      await scrollTo(page, "low", 0.3);
      await arrives("low");
    });

    it.each([
      [undefined, 1_000],
      [1_600, 1_600],
    ])("counts after it was in view for so long: said %s, so %s ms", async (forMs, ms) => {
      await open(forMs === undefined ? {} : { seen: { forMs } });
      const took = page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const from = performance.now();
            document.addEventListener("forwhom:exposure", () => resolve(performance.now() - from));
          }),
      );
      await scrollTo(page, "low", 1);
      // Timers may be a little early by another clock.
      expect(await took).toBeGreaterThan(ms - 20);
    });

    it("counts after a glance where that is what the library says", async () => {
      await open({ seen: { forMs: 50 } });
      await scrollTo(page, "low", 1);
      await lookAt(page, "low", 100);
      await scrollTo(page, "beside", 0);
      await outOfView(page, "low");
      await arrives("low");
      expect(await counted()).toEqual({ beside: 1, low: 1 });
    });

    // By the clock: on a machine that is busy elsewhere a glance may last longer.
    it("does not count after a glance otherwise, nor by two glances together", { retry: 2 }, async () => {
      await open({ seen: { forMs: 3_000 } });
      for (let times = 0; times < 2; times++) {
        await scrollTo(page, "low", 1);
        await lookAt(page, "low", 1_600);
        await scrollTo(page, "beside", 0);
        await outOfView(page, "low");
      }
      await scrollTo(page, "low", 0.1);
      await arrives("beside");
      expect(await counted()).toEqual({ beside: 1, low: 0 });
    });

    it("counts once however often it comes into view, and again in the next view of the page", async () => {
      await open({ seen: { forMs: 200 } });
      for (let times = 0; times < 3; times++) {
        await scrollTo(page, "low", 1);
        await lookAt(page, "low", 600);
        await scrollTo(page, "beside", 0);
        await outOfView(page, "low");
        await arrives("low");
        await arrives("beside");
      }
      expect(await counted()).toEqual({ beside: 1, low: 1 });
      await page.evaluate(() => {
        // As after anything that is decided anew.
        document.dispatchEvent(new Event("forwhom:decision"));
        history.pushState({}, "", "#part");
        document.body.append(document.createElement("p"));
      });
      await scrollTo(page, "low", 1);
      await lookAt(page, "low", 600);
      expect(await counted()).toEqual({ beside: 1, low: 1 });
      await page.evaluate(() => {
        history.pushState({}, "", "/page-two");
        document.body.append(document.createElement("p"));
      });
      await arrives("low", 2);
      expect(await counted()).toEqual({ beside: 2, low: 2 });
    });

    // By the clock: on a machine that is busy elsewhere the tab may be left too late.
    it("counts while its tab is in front, without a break", { retry: 2 }, async () => {
      await open({ seen: { forMs: 3_000 } });
      await scrollTo(page, "low", 1);
      await lookAt(page, "low", 1_000);
      const other = await page.browserContext().newPage();
      await other.bringToFront();
      await until("the tab is behind", () => page.evaluate(() => document.hidden));
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 3_500)));
      expect(await counted()).toEqual({ beside: 0, low: 0 });
      const took = page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const from = performance.now();
            document.addEventListener("forwhom:exposure", () => resolve(performance.now() - from));
          }),
      );
      await page.bringToFront();
      // Timers may be a little early by another clock.
      expect(await took).toBeGreaterThan(2_980);
    });

    it("counts by how long the first of its elements was in view, where another comes to stand before it", async () => {
      await open({ seen: { forMs: 2_000 } });
      // There is room for another below it.
      await scrollTo(page, "low", 3);
      await lookAt(page, "low", 1_000);
      const took = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const from = performance.now();
            document.addEventListener(
              "forwhom:exposure",
              ({ detail }: Event & { detail?: { slot: string } }) => {
                if (detail?.slot === "low") resolve(performance.now() - from);
              },
            );
            const old = document.querySelector('[data-fw-slot="low"]') as HTMLElement;
            const anew = document.createElement("section");
            anew.dataset.fwSlot = "low";
            anew.textContent = "Own";
            old.before(anew);
          }),
      );
      expect(took).toBeGreaterThan(1_980);
      await arrives("low");
      expect(await counted()).toEqual({ beside: 1, low: 1 });
    });

    it("counts in the next view of the page by how long it was in view there", async () => {
      await open({ seen: { forMs: 3_000 } });
      await scrollTo(page, "low", 1);
      await lookAt(page, "low", 1_500);
      const took = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const from = performance.now();
            document.addEventListener("forwhom:exposure", () => resolve(performance.now() - from));
            history.pushState({}, "", "/page-two");
            document.body.append(document.createElement("p"));
          }),
      );
      // Timers may be a little early by another clock.
      expect(took).toBeGreaterThan(2_980);
    });
  });
