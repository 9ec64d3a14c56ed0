import type { Browser, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Measured } from "../../../../sdk/page/measure/measured.ts";
import type { Library } from "../../../../shared/library/library.ts";
import { launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { launchFirefox } from "../../drive/firefox.ts";
import { until } from "../../drive/until.ts";
import { inStore } from "../consent/manager.ts";
import { type Stand, seenOn, serveStand, slotOf, visitBefore } from "../slots/stand.ts";
import { newVisitor, type Visit } from "../visit.ts";
import { eventsOf, nothingWaits } from "./received.ts";

const BROWSERS = [
  { name: "chromium", launch: launchChromium },
  { name: "firefox", launch: launchFirefox },
] as const;

const DAY_MS = 86_400_000;

/** A page on which two offers are shown, and other pages. */
function serve(measurement: Library["measurement"]): Promise<Stand> {
  const offer = (id: string) => ({ goal: "acquisition", label: `Take ${id}`, href: `/${id}` });
  const link = (id: string) => `<section data-fw-slot="${id}"><a href="/own">Own</a></section>`;
  return serveStand(
    {
      demo: slotOf({ offer: "demo" }, { pages: ["/page-one"] }),
      trial: slotOf({ offer: "trial" }, { pages: ["/page-one"] }),
    },
    link("demo") + link("trial"),
    {
      offers: { demo: offer("demo"), trial: offer("trial"), other: offer("other") },
      measurement: { seen: { forMs: 100 }, ...measurement },
    },
  );
}

for (const { name, launch } of BROWSERS)
  describe.skipIf(!(await isBrowserThere(name)))(`in ${name}, a conversion`, () => {
    let opened: { readonly browser: Browser; close(): Promise<void> };
    let stand: Stand;
    let quick: Stand;
    let slow: Stand;
    let visit: Visit;
    let page: Page;
    beforeAll(async () => {
      opened = await launch();
      quick = await serve({ creditDays: 2 });
      slow = await serve({});
    });
    afterAll(async () => {
      await opened?.close();
      await quick?.close();
      await slow?.close();
    });
    beforeEach(async () => {
      stand = quick;
      quick.posted.length = 0;
      slow.posted.length = 0;
      visit = await newVisitor(opened.browser);
      page = visit.page;
      await visitBefore(page, stand.url);
    });
    afterEach(() => visit.end());

    const open = async (path: string) => {
      await page.goto(stand.url + path, { waitUntil: "load" });
    };
    const exposures = (offer: string) =>
      eventsOf(stand).filter((one) => one.type === "exposure" && one.offer === offer);

    /** Both offers are shown and counted; answers the exposure of one. */
    async function isShown(offer: string): Promise<Measured | undefined> {
      const before = [exposures("demo").length, exposures("trial").length];
      await open("/page-one");
      expect(await seenOn(page)).toEqual({ demo: "Take demo", trial: "Take trial" });
      await until("both were counted", () =>
        [exposures("demo").length, exposures("trial").length].every((count, at) => count > (before[at] ?? 0)),
      );
      await nothingWaits(page);
      return exposures(offer).at(-1);
    }

    /** On another page, as another document. */
    async function converts(offer: string): Promise<Measured | undefined> {
      const found = () => eventsOf(stand).filter((one) => one.type === "conversion" && one.offer === offer);
      const before = found().length;
      await open("/page-two");
      await page.evaluate((id) => window.forwhom?.convert(id), offer);
      await until("it has arrived", () => found().length > before);
      return found().at(-1);
    }

    /** On a page that does nothing itself: what is kept of each offer's last exposure becomes another. */
    async function change(change: { readonly ageMs?: number; readonly hash?: string | null }): Promise<void> {
      stand.files["/beside.html"] = "<!doctype html><title>Beside</title>";
      await page.goto(`${stand.url}/beside.html`);
      await page.evaluate(
        ({ ageMs = 0, hash }) =>
          new Promise<void>((resolve, reject) => {
            const opening = indexedDB.open("forwhom");
            opening.onerror = reject;
            opening.onsuccess = () => {
              const transaction = opening.result.transaction("credits", "readwrite");
              const credits = transaction.objectStore("credits");
              const reading = credits.getAll();
              reading.onsuccess = () => {
                for (const credit of reading.result) {
                  const at = new Date(Date.parse(credit.exposure.at) - ageMs).toISOString();
                  const whose = hash === undefined ? credit.hash : (hash ?? undefined);
                  credits.put({ ...credit, hash: whose, exposure: { ...credit.exposure, at } });
                }
              };
              transaction.oncomplete = () => {
                opening.result.close();
                resolve();
              };
            };
          }),
        change,
      );
    }

    function standsAlone(conversion: Measured | undefined): void {
      expect(conversion).toMatchObject({ type: "conversion", goal: "acquisition" });
      for (const key of ["credits", "segment", "variation", "slot", "arm", "reportAs", "asOf"])
        expect(conversion).not.toHaveProperty(key);
    }

    it("on a later page is credited to the last exposure of its offer, and says all that it says", async () => {
      await isShown("demo");
      const last = await isShown("demo");
      expect(exposures("demo")).toHaveLength(2);
      const { id, at, type, ...what } = last as Measured;
      const conversion = await converts("demo");
      expect(conversion).toMatchObject({ ...what, type: "conversion", credits: id });
      expect(what).toMatchObject({ slot: "demo", segment: "tier-a", reportAs: "Best fit", arm: "shown" });
      expect(what.variation).toMatch(/^for-tier-a-/);
      expect(conversion?.id).not.toBe(id);
      expect(Date.parse(conversion?.at ?? "")).toBeGreaterThan(Date.parse(at));
    });

    it("of an offer that was never shown stands for itself", async () => {
      await isShown("demo");
      standsAlone(await converts("other"));
    });

    it.each([
      ["as many days as the library says", 2, () => quick],
      ["seven days unless the library says", 7, () => slow],
    ])("is credited for %s, and then stands for itself", async (_, days, on) => {
      stand = on();
      await visitBefore(page, stand.url);
      const last = await isShown("demo");
      await change({ ageMs: (days - 0.1) * DAY_MS });
      expect(await converts("demo")).toMatchObject({ credits: last?.id });
      await change({ ageMs: 0.2 * DAY_MS });
      standsAlone(await converts("demo"));
    });

    it("of somebody else who signs in here is not credited to what the first was shown", async () => {
      await isShown("demo");
      await change({});
      await page.evaluate(() => {
        // biome-ignore lint/suspicious/noDocumentCookie: the server would do the same.
        document.cookie = "forwhom_hash=fedcba9876543210;path=/";
      });
      standsAlone(await converts("demo"));
      const [last] = await inStore(page, "credits");
      // It was there to be taken.
      expect(last).toMatchObject({ offer: "demo", hash: "0123456789abcdef" });
    });

    it("of somebody who is not signed in any more is not credited to it either", async () => {
      await isShown("demo");
      await change({});
      await page.evaluate(() => {
        // biome-ignore lint/suspicious/noDocumentCookie: the server would do the same.
        document.cookie = "forwhom_hash=;path=/;max-age=0";
      });
      standsAlone(await converts("demo"));
    });

    it("is credited to what was shown before anybody knew who it is", async () => {
      const last = await isShown("demo");
      await change({ hash: null });
      expect(await converts("demo")).toMatchObject({ credits: last?.id });
    });

    it("after forget() is credited to nothing", async () => {
      await isShown("demo");
      await page.evaluate(() => window.forwhom?.forget());
      expect(await inStore(page, "credits")).toEqual([]);
      standsAlone(await converts("demo"));
    });
  });
