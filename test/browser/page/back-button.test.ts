import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ColourReader, captureFrames, openColourReader } from "../../bench/page/frames.ts";
import { signedInCookies } from "../../bench/page/landing/cookies.ts";
import { defaultColour, variationColour } from "../../bench/page/landing/hero.ts";
import { library } from "../../bench/page/landing/library.ts";
import { publishForBench } from "../../bench/page/landing/script.ts";
import { serveLanding } from "../../bench/page/landing/serve.ts";
import { forwhomWarm } from "../../bench/page/variants.ts";
import { newVisitor, type Visitor } from "../../bench/page/visitor.ts";
import { type Chromium, launchChromium } from "../drive/chromium.ts";
import { isBrowserThere } from "../drive/find.ts";
import { launchFirefox } from "../drive/firefox.ts";

/** What ends on the second page, and how. Each runs in that page. */
const ENDINGS = {
  "signed out": () => {
    // biome-ignore lint/suspicious/noDocumentCookie: a server does it so.
    document.cookie = "forwhom_hash=; Path=/; Max-Age=0";
    location.reload();
  },
  "withdrew consent": () => {
    const choice = JSON.parse(decodeURIComponent(/cc_cookie=([^;]*)/.exec(document.cookie)?.[1] ?? ""));
    const value = encodeURIComponent(JSON.stringify({ ...choice, categories: ["necessary"] }));
    // biome-ignore lint/suspicious/noDocumentCookie: the consent manager does it so.
    document.cookie = `cc_cookie=${value}; Path=/; Max-Age=86400`;
    dispatchEvent(new CustomEvent("cc:onChange"));
  },
  objected: () => window.forwhom?.refresh(),
} as const;
type Ending = keyof typeof ENDINGS;

const answer = (await publishForBench(library)).answers as Record<string, { objected: boolean }>;
const membership = answer["/forwhom/membership"];

/** A page that shows the variation, and a second one after it, on which something ended. */
async function visitTwo(page: Page, url: string, ending?: Ending): Promise<void> {
  await page.goto(`${url}/with`, { waitUntil: "load" });
  await page.waitForSelector('[data-fw-shown="hero-tier-a"]');
  await page.evaluate(() => {
    Object.assign(window, { isFirst: true });
    addEventListener("pageshow", ({ persisted }) => Object.assign(window, { persisted }));
  });
  // The later part is there, so that this page is as pages are when they are left.
  await page.evaluate(() => window.forwhom?.inspect());
  await page.evaluate(() => location.assign("/with?second"));
  await page.waitForFunction(() => location.search === "?second" && document.readyState === "complete");
  await page.evaluate(() => window.forwhom?.inspect());
  if (!ending) return;
  if (membership) membership.objected = ending === "objected";
  await page.evaluate(ENDINGS[ending]);
  await page.waitForSelector('[data-fw-slot="hero"][data-fw-done="default"]');
}

const goBack = async (page: Page) => {
  await page.evaluate(() => history.back());
  await page.waitForFunction(() => location.search === "" && document.readyState === "complete");
};

/** Whether the page was kept, and what the browser says kept it from that. Runs in the page. */
function howItCameBack() {
  const { persisted } = window as { persisted?: boolean };
  return { persisted, because: JSON.stringify(performance.getEntriesByType("navigation")) };
}

const shownIn = (page: Page) =>
  page.$eval('[data-fw-slot="hero"]', (slot) => slot.getAttribute("data-fw-shown") ?? "default");

async function serve() {
  const parts = await publishForBench(library);
  // With `no-store` Chromium would drop a page by itself once a cookie changes.
  const cacheControl = "no-cache";
  return serveLanding({ ...parts, answers: answer, cacheControl, cookies: signedInCookies(new Date()) });
}

afterEach(() => {
  if (membership) membership.objected = false;
});

describe.skipIf(!(await isBrowserThere("chromium")))("the Back button in Chromium", () => {
  let chromium: Chromium;
  let colours: ColourReader;
  let landing: Awaited<ReturnType<typeof serveLanding>>;
  let visitor: Visitor;
  let page: Page;
  beforeAll(async () => {
    chromium = await launchChromium();
    colours = await openColourReader(chromium.browser);
    landing = await serve();
  });
  afterAll(async () => {
    await chromium?.close();
    await landing?.close();
  });
  beforeEach(async () => {
    visitor = await newVisitor(chromium.browser, landing.url, forwhomWarm);
    page = await chromium.browser.newPage();
  });
  afterEach(() => page.close());

  it("brings the page back as it was left: nothing of ours keeps it from that", async () => {
    await visitTwo(page, visitor.url);
    const capture = await captureFrames(page);
    await goBack(page);
    const { persisted, because } = await page.evaluate(howItCameBack);
    expect(persisted, because).toBe(true);
    const [variations] = await colours.countFramesShowing(await capture.stop(), variationColour);
    expect(variations).toBeGreaterThan(0);
  });

  it.each(Object.keys(ENDINGS) as Ending[])(
    "paints nothing of somebody who %s, not for a frame",
    async (ending) => {
      await visitTwo(page, visitor.url, ending);
      const capture = await captureFrames(page);
      await goBack(page);
      await page.waitForSelector('[data-fw-slot="hero"][data-fw-done="default"]');
      const frames = await capture.stop();
      const [defaults, variations] = await colours.countFramesShowing(frames, defaultColour, variationColour);
      expect(defaults).toBeGreaterThan(0);
      expect(variations).toBe(0);
    },
  );
});

describe.skipIf(!(await isBrowserThere("firefox")))("the Back button in Firefox", () => {
  it.each(Object.keys(ENDINGS) as Ending[])("shows nothing of somebody who %s", async (ending) => {
    const firefox = await launchFirefox();
    const landing = await serve();
    try {
      const visitor = await newVisitor(firefox.browser, landing.url, forwhomWarm);
      const page = await firefox.browser.newPage();
      await visitTwo(page, visitor.url, ending);
      await goBack(page);
      await page.waitForSelector('[data-fw-slot="hero"][data-fw-done="default"]');
      expect(await shownIn(page)).toBe("default");
    } finally {
      await firefox.close();
      await landing.close();
    }
  });
});
