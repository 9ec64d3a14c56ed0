import type { Browser, BrowserContext } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { launchFirefox } from "../../drive/firefox.ts";
import { until } from "../../drive/until.ts";
import { accept, arrives, type Desk, openDesk, putMany, quietPage, timesEach, waits } from "./desk.ts";

const BROWSERS = [
  { name: "chromium", launch: launchChromium },
  { name: "firefox", launch: launchFirefox },
] as const;

const at = "2026-11-27T18:00:00.000Z";
const exposureNumbered = (number: number) => ({
  id: `exposure-${String(number).padStart(4, "0")}`,
  type: "exposure",
  at,
});

for (const { name, launch } of BROWSERS)
  describe.skipIf(!(await isBrowserThere(name)))(`in ${name}, the queue on the device`, () => {
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

    it("that is full lets the oldest exposures go, by when they came, never conversions, and counts them", async () => {
      desk.fault = "fail";
      const page = await quietPage(desk, context);
      await accept(page, 1);
      const exposures = Array.from({ length: 998 }, (_, number) => exposureNumbered(number));
      await putMany(page, exposures);
      // The clock was set back: what comes now says that it is the oldest of all.
      await page.evaluate(() => {
        const { toISOString } = Date.prototype;
        Date.prototype.toISOString = function () {
          return toISOString.call(this).replace(/^\d+/, "2001");
        };
      });
      await accept(page, 1_000);
      // Fifty go at once, and one says that they went.
      await accept(page, 1_000 + 1 - 50 + 1);
      desk.fault = "none";
      await quietPage(desk, context);
      await arrives(desk, 952);
      const received = await desk.received();
      const ofType = (type: string) => received.filter((event) => event.type === type);
      expect(ofType("exposure").map(({ id }) => id)).toEqual(exposures.slice(50).map(({ id }) => id));
      expect(ofType("conversion")).toHaveLength(3);
      expect(ofType("dropped")).toMatchObject([{ count: 50 }]);
    });

    it("gets rid of what the endpoint refuses for good, which is counted, and of nothing else", async () => {
      desk.fault = "fail";
      const page = await quietPage(desk, context);
      const bad = { ...exposureNumbered(2), at: "yesterday" };
      await putMany(page, [exposureNumbered(1), bad, exposureNumbered(3)]);
      desk.fault = "none";
      const next = await quietPage(desk, context);
      await arrives(desk, 3);
      await waits(next, 0);
      const refused = { type: "refused", count: 1 };
      const good = [exposureNumbered(1), exposureNumbered(3)].map(({ id }) => ({ id }));
      expect(await desk.received()).toMatchObject([...good, refused]);
    });

    it("finds the one event for which somebody between refuses the whole batch", async () => {
      desk.fault = "fail";
      const page = await quietPage(desk, context);
      const events = Array.from({ length: 60 }, (_, number) => exposureNumbered(number));
      await putMany(page, events.with(20, { ...exposureNumbered(20), id: "poison-0020" }));
      desk.instead = (body) =>
        body.includes("poison") ? { status: 400, type: "text/html", body: "Blocked." } : undefined;
      desk.fault = "none";
      const next = await quietPage(desk, context);
      await arrives(desk, 60);
      await waits(next, 0);
      const received = await desk.received();
      expect(received.filter(({ type }) => type === "refused")).toMatchObject([{ count: 1 }]);
      expect(received.filter(({ type }) => type === "exposure").map(({ id }) => id)).toEqual(
        events.filter((_, number) => number !== 20).map(({ id }) => id),
      );
    });

    it.each([
      [
        "a hotel’s sign-in page",
        { status: 200, type: "text/html", body: "<!doctype html><title>Wi-Fi</title>" },
      ],
      ["somebody else's JSON", { status: 200, type: "application/json", body: '{"ok":true}' }],
      ["an endpoint that moved", { status: 404, type: "text/html", body: "Not here." }],
    ])("does not take the answer of %s for the endpoint's", async (_, answer) => {
      let answered = 0;
      desk.instead = () => {
        answered++;
        return answer;
      };
      const page = await quietPage(desk, context);
      await page.evaluate(() => window.forwhom?.convert("demo"));
      await until("it was answered", () => answered > 0);
      desk.instead = () => undefined;
      const next = await quietPage(desk, context);
      await arrives(desk, 1);
      await waits(next, 0);
      expect(await timesEach(desk)).toEqual([1]);
    });

    it("is emptied by forget(), and nothing of it is sent when the page is left", async () => {
      desk.fault = "fail";
      const page = await quietPage(desk, context);
      await accept(page, 1);
      await until("it was tried", () => desk.came.length > 0);
      await page.evaluate(() => window.forwhom?.forget());
      await waits(page, 0);
      desk.fault = "none";
      const next = await quietPage(desk, context);
      await next.bringToFront();
      await page.close();
      // Something that is sent after it arrives after it.
      await next.evaluate(() => window.forwhom?.convert("demo"));
      await arrives(desk, 1);
      expect(await desk.received()).toMatchObject([{ type: "conversion" }]);
    });
  });
