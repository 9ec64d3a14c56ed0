import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ColourReader, captureFrames, openColourReader } from "../../bench/page/frames.ts";
import { defaultColour, variationColour } from "../../bench/page/landing/hero.ts";
import { type Chromium, launchChromium } from "../drive/chromium.ts";
import { isBrowserThere } from "../drive/find.ts";
import { until } from "../drive/until.ts";
import type { Visit } from "../page/visit.ts";
import { FRAMEWORKS } from "./build.ts";
import { variationOf } from "./library.ts";
import { type Apps, serveApps } from "./server.ts";
import { knownVisitor, says, wordsIn } from "./visitor.ts";

const OWN = "New Plan your capacity onetwo";
const MARKS = "[data-fw-shown], [data-fw-done], [data-fw-content], [data-fw-swapped]";

describe.skipIf(!(await isBrowserThere("chromium")))("a page that a framework hydrates", () => {
  let chromium: Chromium;
  let apps: Apps;
  let visit: Visit;
  let colours: ColourReader;
  beforeAll(async () => {
    chromium = await launchChromium();
    apps = await serveApps();
    colours = await openColourReader(chromium.browser);
  });
  afterAll(async () => {
    await chromium?.close();
    await apps?.close();
  });
  beforeEach(async () => {
    visit = await knownVisitor(chromium.browser, apps.url);
  });
  afterEach(() => visit.end());

  // The development builds are the ones that say what does not match.
  const builds = [...FRAMEWORKS, "react-parts"].flatMap((framework) =>
    (["development", "production"] as const).map((mode) => ({ framework, mode })),
  );

  it.each(builds)(
    "shows the variation once $framework ($mode) has taken over, with nothing on its console",
    async ({ framework, mode }) => {
      const { page, errors } = visit;
      await page.goto(`${apps.url}/${framework}?mode=${mode}`, { waitUntil: "load" });
      await says(page, "hero", variationOf("hero"));
      await says(page, "cta", "Book a demo");
      expect(await page.$eval('[data-fw-slot="cta"]', (link) => link.getAttribute("href"))).toBe("/demo");
      expect(errors).toEqual([]);
    },
  );

  it.each(builds)(
    "touches nothing before $framework ($mode) has, and leaves what was seen by then",
    async ({ framework, mode }) => {
      const { page, errors } = visit;
      await page.goto(`${apps.url}/${framework}?mode=${mode}&hydrate=late`, { waitUntil: "load" });
      // The hold lets go.
      await says(page, "hero", OWN);
      expect(await page.$$(MARKS)).toEqual([]);
      expect(await page.evaluate(() => window.forwhom?.decide("hero").outcome)).toBe("default");
      await page.evaluate(() => window.app.hydrate());
      await page.waitForFunction(() => !document.querySelector("[data-fw-hydrate]"));
      expect(await wordsIn(page, "hero")).toBe(OWN);
      expect(errors).toEqual([]);
    },
  );

  const islands = ["react-island", "vue-island"].flatMap((app) =>
    (["development", "production"] as const).map((mode) => ({ app, mode })),
  );

  it.each(islands)(
    "changes an island before the first paint, and $app ($mode) takes it over as it is",
    async ({ app, mode }) => {
      const { page, errors } = visit;
      await page.bringToFront();
      const capture = await captureFrames(page);
      await page.goto(`${apps.url}/${app}?mode=${mode}&hydrate=late`, { waitUntil: "load" });
      await says(page, "island", variationOf("island"));
      await page.evaluate(() => window.app.hydrate());
      await until("the app lives", async () => {
        await page.evaluate(() => window.app.set({ note: "second" }));
        return (await page.$eval("#note", (note) => note.textContent)) === "second";
      });
      await says(page, "island", variationOf("island"));
      const frames = await capture.stop();
      expect((await colours.countFramesShowing(frames, variationColour))[0]).toBeGreaterThan(0);
      expect(await colours.countFramesShowing(frames, defaultColour)).toEqual([0]);
      await page.evaluate(() => window.forwhom?.stop());
      expect(await wordsIn(page, "island")).toBe("Plan your capacity");
      await page.evaluate(() => window.app.set({ hasSlots: false }));
      expect(await page.$$("[data-fw-slot]")).toEqual([]);
      expect(errors).toEqual([]);
    },
  );

  it.each(FRAMEWORKS)("leaves %s working where nothing says that it hydrates", async (framework) => {
    const { page } = visit;
    await page.goto(`${apps.url}/${framework}?mark=no`, { waitUntil: "load" });
    // The framework says on the console that the server rendered something else, and renders anew.
    await says(page, "hero", variationOf("hero"));
    await page.evaluate(() => window.app.set({ note: "second", hasBadge: false }));
    expect(await page.$eval("#note", (note) => note.textContent)).toBe("second");
    await page.evaluate(() => window.forwhom?.stop());
    expect(await wordsIn(page, "hero")).toBe("Plan your capacity onetwo");
  });
});
