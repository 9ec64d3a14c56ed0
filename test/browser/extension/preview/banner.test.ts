import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoLibrary } from "../../../site/published.ts";
import { createSite, type Site } from "../../../site/server.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { faultsInLooks, type Look, wear } from "../../drive/looks.ts";
import { takePicture } from "../../drive/picture.ts";
import { until } from "../../drive/until.ts";
import { shows } from "../../page/visit.ts";
import { choose, says, type Watched, watch } from "../panel.ts";

const LOOKS: readonly Look[] = [
  { name: "light", scheme: "light", width: 1280, height: 800 },
  { name: "dark", scheme: "dark", width: 1280, height: 800 },
  { name: "narrow", scheme: "light", width: 360, height: 740 },
  { name: "rtl", scheme: "dark", width: 360, height: 740, direction: "rtl" },
];

const LONG =
  "Finanzvorstände und kaufmännische Geschäftsführungen, die Liquiditätsplanungssoftware gerade mit zwei Anbietern vergleichen";

describe.skipIf(!(await isBrowserThere("chromium")))("the banner on a page that is previewed", () => {
  let site: Site;
  let watched: Watched;
  let page: Page;
  beforeAll(async () => {
    site = await createSite({ port: 0, library: await withLongName() });
    watched = await watch("chromium", site.url);
    page = watched.page;
    await says(watched.panel, "Northwind");
    await choose(watched.panel, "Audiences");
  });
  afterAll(async () => {
    await watched?.close();
    await site?.close();
  });

  const preview = async (audience: RegExp, hero: string) => {
    await choose(watched.panel, audience);
    await shows(page, "hero", hero);
    await page.bringToFront();
    await leaveButton(page);
  };

  it("leaves the consent dialog to be read and answered, and takes its place once it is gone", async () => {
    await preview(/^IT leads/, "hero-it");
    await page.waitForSelector(".cm__btn", { visible: true });
    const [, , narrow = LOOKS[0]] = LOOKS;
    if (narrow) await wear(page, narrow);
    await until("the banner is out of the way", async () => (await top(page)) < 100);
    await takePicture(page, "banner-consent");
    await page.click('.cm__btn[data-role="necessary"]');
    await until("the banner is back at the lower edge", async () => (await top(page)) > 600);
  });

  it("says whose preview it is, whatever the colours, the width and the direction of the page", async () => {
    await preview(/^IT leads/, "hero-it");
    expect(await faultsInLooks(page, LOOKS, "banner")).toEqual([]);
  });

  it("stays whole and within the window with a long name", async () => {
    await preview(/^Finanzvorstände/, "hero-cfo");
    expect(await faultsInLooks(page, LOOKS, "banner-long")).toEqual([]);
    for (const look of LOOKS) {
      await wear(page, look);
      const box = await (await leaveButton(page)).boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(look.width);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(look.height);
    }
  });

  it("moves nothing of the page", async () => {
    for (const look of LOOKS) {
      await wear(page, look);
      const { withBanner, withoutBanner } = await page.evaluate(boxes);
      expect(withBanner).toEqual(withoutBanner);
    }
    await page.reload({ waitUntil: "load" });
    await leaveButton(page);
    expect(await page.evaluate(shifts)).toBe(0);
  });

  it("is a region of its own, and its button can be pressed with a key", async () => {
    const region = await page.$('aria/Forwhom preview[role="region"]');
    expect(region).not.toBeNull();
    await (await leaveButton(page)).focus();
    await page.keyboard.press("Enter");
    await shows(page, "hero", "default");
    expect(await page.$("aria/Leave")).toBeNull();
  });
});

/** Through the accessibility tree: the banner's shadow root is closed to everybody else. */
const leaveButton = (page: Page) => until("the banner is there", () => page.$('aria/Leave[role="button"]'));

const top = async (page: Page) => (await (await leaveButton(page)).boundingBox())?.y ?? Number.NaN;

/** Where everything of the page is, with the banner and without it. */
function boxes() {
  const measured = () => [
    [document.documentElement.scrollWidth, document.documentElement.scrollHeight],
    ...[...document.body.querySelectorAll("*")].map((one) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      return [one.tagName, x, y, width, height];
    }),
  ];
  const banner = document.querySelector<HTMLElement>("forwhom-overlay");
  const withBanner = measured();
  banner?.style.setProperty("display", "none", "important");
  const withoutBanner = banner ? measured() : undefined;
  banner?.style.removeProperty("display");
  return { withBanner, withoutBanner };
}

/** The cumulative layout shift since the page began. */
function shifts(): Promise<number> {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      resolve(
        list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0),
      );
    });
    observer.observe({ type: "layout-shift", buffered: true });
    // No callback comes where nothing ever shifted: two frames later it would have.
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)));
  });
}

async function withLongName(): Promise<unknown> {
  const library = structuredClone(await demoLibrary()) as { segments: Record<string, { name: string }> };
  for (const segment of Object.values(library.segments))
    if (segment.name === "CFOs in evaluation") segment.name = LONG;
  return library;
}
