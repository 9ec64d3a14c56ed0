import type { Browser, BrowserContext } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { launchFirefox } from "../../drive/firefox.ts";
import { until } from "../../drive/until.ts";
import { accept, arrives, type Desk, openDesk, quietPage, restForEver, timesEach, waits } from "./desk.ts";

const BROWSERS = [
  { name: "chromium", launch: launchChromium },
  { name: "firefox", launch: launchFirefox },
] as const;

// DESIGN §6, invariant 7: what was accepted into the device's queue reaches our endpoint once.
for (const { name, launch } of BROWSERS)
  describe.skipIf(!(await isBrowserThere(name)))(
    `in ${name}, what was accepted reaches the endpoint once`,
    () => {
      let opened: { readonly browser: Browser; close(): Promise<void> };
      let desk: Desk;
      let context: BrowserContext;
      beforeAll(async () => {
        opened = await launch();
      });
      afterAll(() => opened?.close());
      beforeEach(async () => {
        desk = await openDesk();
        context = await opened.browser.createBrowserContext();
      });
      afterEach(async () => {
        await context.close();
        await desk.close();
      });

      // Only Chromium's driver can crash a tab.
      if (name === "chromium")
        it("after its tab crashed, from the next page", async () => {
          desk.fault = "fail";
          const page = await quietPage(desk, context);
          await accept(page, 1);
          const crashed = new Promise((resolve) => page.once("error", resolve));
          const session = await page.createCDPSession();
          session.send("Page.crash").catch(() => {});
          await crashed;
          await page.close();
          desk.fault = "none";
          expect(await desk.received()).toEqual([]);
          const next = await quietPage(desk, context);
          await arrives(desk, 1);
          await waits(next, 0);
          expect(await timesEach(desk)).toEqual([1]);
        });

      it("after a time offline, once the network is back", async () => {
        const page = await context.newPage();
        await restForEver(page);
        await page.goto(`${desk.url}/sign-in`);
        await page.goto(`${desk.url}/quiet`, { waitUntil: "load" });
        await page.evaluate(() => window.forwhom?.refresh());
        await page.setOfflineMode(true);
        await accept(page, 1);
        await accept(page, 2);
        expect(desk.came).toEqual([]);
        await page.setOfflineMode(false);
        await arrives(desk, 2);
        await waits(page, 0);
        expect(await timesEach(desk)).toEqual([1, 1]);
      });

      it("once an endpoint that was down is up, without anybody doing anything", async () => {
        const page = await context.newPage();
        await page.evaluateOnNewDocument(() => {
          Math.random = () => 0.05;
        });
        await page.goto(`${desk.url}/sign-in`);
        await page.goto(`${desk.url}/quiet`, { waitUntil: "load" });
        // Not by dropped connections: those the browser itself may try again.
        desk.fault = "fail";
        await accept(page, 1);
        await until("it was tried more often than a question is", () => desk.came.length > 4);
        desk.fault = "none";
        await arrives(desk, 1);
        await waits(page, 0);
        expect(await timesEach(desk)).toEqual([1]);
      });

      it("not before an endpoint that is busy wants it", async () => {
        const busy = { status: 503, type: "text/plain", body: "", headers: { "Retry-After": "2" } };
        let answered = 0;
        desk.instead = () => (answered++ === 0 ? busy : undefined);
        const page = await quietPage(desk, context);
        await accept(page, 1);
        await until("it was answered", () => answered === 1);
        await accept(page, 2);
        await arrives(desk, 2);
        const [first = 0, second = 0] = desk.came;
        // Timers may be a little early by another clock.
        expect(second - first).toBeGreaterThan(1_950);
      });

      it("from one of two tabs at a time", async () => {
        const [one, two] = [await quietPage(desk, context), await quietPage(desk, context)];
        desk.delayMs = 300;
        for (let times = 1; times <= 3; times++)
          await Promise.all(
            [one, two].map((tab) => tab.evaluate(() => void window.forwhom?.convert("demo"))),
          );
        await arrives(desk, 6);
        await waits(one, 0);
        expect(desk.mostAtOnce).toBe(1);
        expect(await timesEach(desk)).toEqual([1, 1, 1, 1, 1, 1]);
      });

      it("after the answer was lost on its way, although the endpoint gets it twice", async () => {
        desk.fault = "lose the answer";
        const page = await quietPage(desk, context);
        await accept(page, 1);
        await arrives(desk, 1);
        const before = desk.came.length;
        desk.fault = "none";
        await waits(page, 0);
        expect(desk.came.length).toBeGreaterThan(before);
        expect(await timesEach(desk)).toEqual([1]);
      });

      it("from a tab that is hidden while it may not send yet, and waits on until that is heard of", async () => {
        desk.fault = "fail";
        const page = await context.newPage();
        await restForEver(page);
        await page.goto(`${desk.url}/sign-in`);
        await page.goto(`${desk.url}/quiet`, { waitUntil: "load" });
        await accept(page, 1);
        await until("it was tried", () => desk.came.length === 1);
        desk.fault = "none";
        const other = await context.newPage();
        await other.bringToFront();
        await arrives(desk, 1);
        await waits(page, 1);
        await other.goto(`${desk.url}/quiet`, { waitUntil: "load" });
        await waits(other, 0);
        expect(await timesEach(desk)).toEqual([1]);
      });
    },
  );
