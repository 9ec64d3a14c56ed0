import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { previewLink } from "../../../shared/protocol/preview-link.ts";
import { createSite, type Site } from "../../site/server.ts";
import { type ChromiumWithExtension, launchChromium } from "../drive/chromium.ts";
import { isBrowserThere } from "../drive/find.ts";
import { until } from "../drive/until.ts";
import { shownOn, shows } from "../page/visit.ts";
import { cardOf, choose, loadLibrary, says } from "./panel.ts";

/** Only Chromium's driver reaches the background to stop it. */
describe.skipIf(!(await isBrowserThere("chromium")))("a background that the browser stops", () => {
  let site: Site;
  let chromium: ChromiumWithExtension;
  let page: Page;
  let panel: Page;
  beforeAll(async () => {
    site = await createSite({ port: 0 });
    chromium = await launchChromium({ extension: "dist/extension/chrome" });
    page = await chromium.openTab(site.url);
    panel = await chromium.extension.openSidePanel(page);
    await says(panel, "Northwind");
    // A panel that was loaded anew would have forgotten this.
    await panel.evaluate(() => document.documentElement.setAttribute("data-first", ""));
  }, 60_000);
  afterAll(async () => {
    await chromium?.close();
    await site?.close();
  });
  beforeEach(async () => {
    if ((await shownOn(page)).hero === "default") return;
    await choose(panel, /^Leave/);
    await shows(page, "hero", "default");
  });

  const stop = async () => {
    const target = chromium.browser.targets().find((one) => one.type() === "service_worker");
    const worker = await target?.worker();
    await worker?.close().catch(() => undefined);
  };
  /** From now on whatever it is asked stops in the middle: the browser never answers it. */
  const leaveWaiting = async () => {
    const worker = await chromium.extension.worker();
    await worker.evaluate(() => {
      const never = () => new Promise<never>(() => undefined);
      for (const api of [chrome.scripting, chrome.tabs, chrome.storage.session])
        for (const key of Object.keys(api)) {
          const of = api as unknown as Record<string, unknown>;
          if (typeof of[key] === "function") of[key] = never;
        }
    });
  };
  /** Stops it at several moments, since nobody knows at which one something would be lost. */
  const stoppedAgainAndAgain = async (whileDoing: () => Promise<unknown>) => {
    const doing = whileDoing();
    await stop();
    await doing;
    for (const waits of [0, 4, 12, 60]) {
      await new Promise((resolve) => setTimeout(resolve, waits));
      await stop();
    }
  };
  const isNotReloaded = async () =>
    expect(await panel.evaluate(() => document.documentElement.hasAttribute("data-first"))).toBe(true);

  it("loses no preview that is being chosen", async () => {
    await choose(panel, "Audiences");
    await stoppedAgainAndAgain(() => choose(panel, /^CFOs in evaluation/));
    await shows(page, "hero", "hero-cfo");
    await says(panel, /Preview: seen as CFOs in evaluation/i);
    await isNotReloaded();
  });

  it("takes up anew what it was stopped in the middle of", async () => {
    await choose(panel, "Audiences");
    await leaveWaiting();
    await choose(panel, /^CFOs in evaluation/);
    expect((await shownOn(page)).hero).toBe("default");
    await stop();
    await shows(page, "hero", "hero-cfo");
    await says(panel, /Preview: seen as CFOs in evaluation/i);
    await isNotReloaded();
  });

  it("loses no preview while the tab goes from page to page", async () => {
    await choose(panel, "Audiences");
    await choose(panel, /^CFOs in evaluation/);
    await shows(page, "hero", "hero-cfo");
    for (const [path, slot, shown] of [
      ["/pricing", "pricing-cta", "pricing-cta-cfo"],
      ["/", "hero", "hero-cfo"],
    ] as const) {
      await stoppedAgainAndAgain(() => page.goto(site.url + path));
      await shows(page, slot, shown);
      await says(panel, `${new URL(site.url).host}${path}`);
      await says(panel, /Preview: seen as CFOs in evaluation/i);
    }
    await isNotReloaded();
  });

  it("keeps nobody in a preview that they leave", async () => {
    await choose(panel, "Audiences");
    await choose(panel, /^CFOs in evaluation/);
    await shows(page, "hero", "hero-cfo");
    await says(panel, /Preview: seen as CFOs in evaluation/i);
    await stoppedAgainAndAgain(() => choose(panel, /^Leave/));
    await shows(page, "hero", "default");
    await says(panel, "Yourself");
    await isNotReloaded();
  });

  it("hears of every decision and exposure that is made meanwhile", async () => {
    await choose(panel, /^On this page/);
    await stoppedAgainAndAgain(() => page.reload());
    await until("the card is there", async () => (await cardOf(panel, "Hero")).includes("own content"));
    await stop();
    await page.evaluate(() =>
      document.querySelector('[data-fw-slot="hero"]')?.setAttribute("data-fw-done", "neutral"),
    );
    await until("what changed is told", async () =>
      /Something else stands there/.test(await cardOf(panel, "Hero")),
    );
    await page.reload();
    await isNotReloaded();
  });

  it("loads a library all the same, and keeps it", async () => {
    await stoppedAgainAndAgain(() => loadLibrary(panel, `${site.url}/library.json`));
    await panel.keyboard.press("Escape");
    await page.reload();
    await until("it is still loaded", () =>
      panel.evaluate(() => document.querySelector(".loaded-dot") !== null),
    );
    await isNotReloaded();
  });

  it("compares audiences all the same", async () => {
    await choose(panel, "Audiences");
    await stoppedAgainAndAgain(() => choose(panel, /^Compare/));
    await says(panel, "CFOs in evaluation");
    await isNotReloaded();
  });

  it("goes on photographing what is compared", async () => {
    const withPicture = () =>
      panel.evaluate(() =>
        [...document.querySelectorAll(".matrix tbody tr")].map((row) => row.querySelector("td img") !== null),
      );
    await choose(panel, "Take pictures");
    await until("the first is photographed", async () => (await withPicture()).includes(true), 60_000);
    await stoppedAgainAndAgain(() => Promise.resolve());
    await until("all are", async () => !(await withPicture()).includes(false), 90_000);
    await until("the tab is as it was", () =>
      panel.evaluate(() => document.querySelector("progress") === null),
    );
    await shows(page, "hero", "default");
    await choose(panel, "Back");
    await isNotReloaded();
  }, 200_000);

  it("keeps a preview that a colleague sent, until it is answered", async () => {
    await page.goto(previewLink(`${site.url}/`, { segment: "evaluating-cfo" }, Date.now() + 60_000));
    await says(panel, "A preview was sent to you");
    await stop();
    await stoppedAgainAndAgain(() => choose(panel, "Preview"));
    await shows(page, "hero", "hero-cfo");
    await isNotReloaded();
  });
});
