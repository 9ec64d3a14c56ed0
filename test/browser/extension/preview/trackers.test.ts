import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TRACKERS, trackerAt } from "../../../../shared/protocol/trackers.ts";
import { type Counted, countedBy } from "../../../site/counted.ts";
import { createSite, type Site } from "../../../site/server.ts";
import { launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { launchFirefox } from "../../drive/firefox.ts";
import { faultsInLooks, type Look } from "../../drive/looks.ts";
import { takePicture } from "../../drive/picture.ts";
import { until } from "../../drive/until.ts";
import { answerConsent, shows } from "../../page/visit.ts";
import { choose, type Name, says, wordsIn } from "../panel.ts";

/** A tracker of the catalogue, which both browsers are told to look for on this machine. */
const HOST = "api.segment.io";
const PATH = "/v1/t";
const { name: TRACKER } = TRACKERS.segment;

const LOOKS: readonly Look[] = [
  { name: "light", scheme: "light", width: 360, height: 820 },
  { name: "dark", scheme: "dark", width: 360, height: 820 },
  { name: "narrow", scheme: "light", width: 320, height: 820 },
];

type Opened = {
  readonly page: Page;
  readonly panel: Page;
  readonly openTab: (url: string) => Promise<Page>;
  readonly close: () => Promise<void>;
  /** As the browser does at any moment; Firefox's driver cannot reach the background page. */
  readonly killWorker?: () => Promise<void>;
};

/** As a marketer who has said yes to what the browser would ask: no driver can press its button. */
async function opened(browser: Name, url: string): Promise<Opened> {
  if (browser === "chromium") {
    const chromium = await launchChromium({
      extension: "dist/extension/chrome",
      args: [`--host-resolver-rules=MAP ${HOST} 127.0.0.1`],
    });
    for (const host of ["http://127.0.0.1/*", `http://*.${HOST}/*`, `https://*.${HOST}/*`])
      await chromium.extension.grantHost(host);
    for (const other of ["events.eu1.segmentapis.com"])
      for (const scheme of ["http", "https"]) await chromium.extension.grantHost(`${scheme}://*.${other}/*`);
    const page = await chromium.openTab(url);
    const panel = await chromium.extension.openSidePanel(page);
    return {
      page,
      panel,
      openTab: (at) => chromium.openTab(at),
      close: () => chromium.close(),
      killWorker: async () => (await chromium.extension.worker()).close(),
    };
  }
  const firefox = await launchFirefox({
    extension: "dist/extension/firefox",
    prefs: { "network.dns.localDomains": HOST },
  });
  await firefox.extension.grantHost("http://127.0.0.1/*");
  const page = await firefox.openTab(url);
  const tab = await firefox.extension.tabIdOf(page);
  const panel = await firefox.extension.openPanelTab(`?tab=${tab}`);
  return { page, panel, openTab: (at) => firefox.openTab(at), close: () => firefox.close() };
}

/** Whether the tracker was reached by this page. */
const count = (page: Page, about: string): Promise<boolean> =>
  page.evaluate(
    (what) => (window as unknown as { count(about: string): Promise<boolean> }).count(what),
    about,
  );

describe.skipIf(!(await isBrowserThere("chromium"))).each<Name>(["chromium", "firefox"])(
  "other trackers of a previewed page in %s",
  (name) => {
    let site: Site;
    let counted: Counted;
    let browser: Opened;
    beforeAll(async () => {
      expect(trackerAt(`http://${HOST}${PATH}`)).toBe("segment");
      site = await createSite({ port: 0 });
      counted = await countedBy(HOST, PATH, site.url);
      browser = await opened(name, counted.url);
      await says(browser.panel, "Northwind");
      await answerConsent(browser.page, "necessary");
    });
    afterAll(async () => {
      await browser?.close();
      await counted?.close();
      await site?.close();
    });

    it("are named in the panel once the page is previewed, and go on counting", async () => {
      const { page, panel } = browser;
      expect(await wordsIn(panel)).not.toContain("Still counting");
      await choose(panel, "Audiences");
      await choose(panel, /^CFOs in evaluation/);
      await shows(page, "hero", "hero-cfo");
      await says(panel, `Still counting on this page: ${TRACKER}.`);
      expect(await count(page, "before")).toBe(true);
      expect(counted.hits()).toContain("before");
      await page.bringToFront();
      await takePicture(page, `banner-${name}-counting`);
    });

    it("are blocked in this tab by the switch, and count in another", async () => {
      const { page, panel } = browser;
      await choose(panel, "Block them in this tab");
      await says(panel, `Blocked in this tab: ${TRACKER}.`);
      expect(await wordsIn(panel)).not.toContain("Still counting");
      expect(await count(page, "blocked")).toBe(false);
      const other = await browser.openTab(counted.url);
      expect(await count(other, "other")).toBe(true);
      expect(counted.hits()).toContain("other");
      expect(counted.hits()).not.toContain("blocked");
      await other.close();
      await page.bringToFront();
      await takePicture(page, `banner-${name}-blocked`);
      // Firefox's driver cannot look into a closed shadow root: there the picture is all that there is.
      if (name === "chromium")
        await until("the banner says so", async () =>
          JSON.stringify(await page.accessibility.snapshot({ interestingOnly: false })).includes(
            `Blocked in this tab: ${TRACKER}.`,
          ),
        );
      if (name === "chromium") expect(await faultsInLooks(panel, LOOKS, "panel-blocked")).toEqual([]);
    });

    it("stay blocked on the next page, though the worker died, and can be let count again", async () => {
      const { page, panel } = browser;
      await browser.killWorker?.();
      await page.goto(`${counted.url}/pricing`);
      await shows(page, "pricing-cta", "pricing-cta-cfo");
      expect(await count(page, "next page")).toBe(false);
      await says(panel, `Blocked in this tab: ${TRACKER}.`);
      await choose(panel, "Block them in this tab");
      await says(panel, `Still counting on this page: ${TRACKER}.`);
      expect(await count(page, "let")).toBe(true);
      if (name === "chromium") expect(await faultsInLooks(panel, LOOKS, "panel-counting")).toEqual([]);
    });

    it("count again once the preview is left", async () => {
      const { page, panel } = browser;
      await choose(panel, "Block them in this tab");
      await says(panel, `Blocked in this tab: ${TRACKER}.`);
      expect(await count(page, "blocked again")).toBe(false);
      await choose(panel, /^Leave/);
      await says(panel, "Yourself");
      expect(await until("it counts", () => count(page, "left"))).toBe(true);
      expect(counted.hits()).not.toContain("blocked again");
    });
  },
);
