import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Faults, ManifestFault, ScriptFault } from "../../../site/faults.ts";
import { createSite, type Site } from "../../../site/server.ts";
import { type Chromium, launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { type Firefox, launchFirefox } from "../../drive/firefox.ts";
import { until } from "../../drive/until.ts";
import { answerConsent, kept, shownOn, shows, signIn } from "../visit.ts";
import { type Heard, heardVisitor, noise, unseenOn } from "./quiet.ts";

const BROWSERS = ["chromium", "firefox"] as const;
const launch = { chromium: launchChromium, firefox: launchFirefox };

const MANIFEST_FAULTS: readonly ManifestFault[] = [
  "is missing",
  "fails",
  "is HTML",
  "is cut off",
  "is of a wrong version",
  "has 5 MB",
  "leads to a script",
  "never comes",
];
const SCRIPT_FAULTS: readonly ScriptFault[] = [
  "is missing",
  "is HTML",
  "is cut off",
  "throws",
  "never comes",
];

for (const name of BROWSERS) {
  const isThere = await isBrowserThere(name);
  // What a browser makes of a broken file is the same in each; a few are seen in the second too.
  const some = <One>(all: readonly One[]) => (name === "firefox" ? all.slice(0, 3) : all);

  describe.skipIf(!isThere)(`a page one of whose files is broken, in ${name}`, () => {
    let browser: Chromium | Firefox;
    let site: Site;
    let apart: Site;
    let visit: Heard;
    let asked = 0;
    beforeAll(async () => {
      browser = await launch[name]();
      site = await createSite({ port: 0 });
      apart = await createSite({ port: 0, embedding: "apart" });
    });
    afterAll(async () => {
      await browser?.close();
      await site?.close();
      await apart?.close();
    });
    beforeEach(async () => {
      visit = await heardVisitor(browser.browser);
      asked = 0;
    });
    afterEach(async () => {
      for (const { faults } of [site, apart])
        Object.assign(faults, { manifest: undefined, scripts: undefined });
      await visit.end();
    });

    async function consentAndSignIn(at: Site) {
      await visit.page.goto(at.url, { waitUntil: "load" });
      await answerConsent(visit.page, "all");
      await signIn(visit.page, "ines-cfo");
    }

    /** One more view of the page, in which nothing comes from the browser's cache. */
    async function loadWith(at: Site, faults: Faults) {
      await visit.page.setCacheEnabled(false);
      await visit.page.goto("about:blank");
      visit.forget();
      asked = at.requests().length;
      Object.assign(at.faults, faults);
      await visit.page.goto(at.url, { waitUntil: "load" });
    }

    const askedFor = (at: Site, path: string) =>
      until(`${path} was asked for`, () =>
        at
          .requests()
          .slice(asked)
          .some((one) => one.path.startsWith(path)),
      );

    /** Whatever is made of it is made by the time that the page answers the next question. */
    const answered = (path: string) =>
      visit.page.waitForFunction(
        (begin) =>
          performance
            .getEntriesByType("resource")
            .some(
              (one) =>
                new URL(one.name).pathname.startsWith(begin) &&
                (one as PerformanceResourceTiming).responseEnd > 0,
            ),
        {},
        path,
      );

    async function ownIsShown() {
      const { page } = visit;
      const shown = Object.values(await shownOn(page));
      expect(shown.filter((one) => one !== null && one !== "default")).toEqual([]);
      expect(await unseenOn(page)).toEqual([]);
      expect(noise(visit)).toEqual([]);
    }

    it.each(some(MANIFEST_FAULTS))("shows its own content where its manifest %s", async (fault) => {
      await consentAndSignIn(apart);
      await loadWith(apart, { manifest: fault });
      await askedFor(apart, "/forwhom.json");
      if (fault !== "never comes") await answered("/forwhom.json");
      await ownIsShown();
      expect(await visit.page.evaluate(() => typeof window.forwhom)).toBe("undefined");
    });

    it.each(some(SCRIPT_FAULTS))(
      "shows its own content where what decodes its manifest %s",
      async (fault) => {
        await consentAndSignIn(apart);
        await loadWith(apart, { scripts: { decode: fault } });
        await askedFor(apart, "/forwhom.decode.");
        if (fault !== "never comes") await answered("/forwhom.decode.");
        await ownIsShown();
      },
    );

    it.each(some(SCRIPT_FAULTS))(
      "shows its own content by the deadline where its later part %s",
      async (fault) => {
        const { page } = visit;
        site.faults.scripts = { later: fault };
        await consentAndSignIn(site);
        await askedFor(site, "/forwhom.later.");
        await shows(page, "hero", "default");
        await ownIsShown();
      },
    );

    it("asks once more for a later part that failed, and then does everything", async () => {
      await consentAndSignIn(site);
      await kept(visit.page);
      await loadWith(site, { scripts: { later: "fails once" } });
      await visit.page.evaluate(() => window.forwhom?.track("topic_open", { topic: "close" }));
      expect(site.faults.scripts?.later).toBeUndefined();
      expect(noise(visit)).toEqual([]);
    });

    it("decides as always with its manifest in a file of its own", async () => {
      const { page } = visit;
      await consentAndSignIn(apart);
      await kept(page);
      await page.reload({ waitUntil: "load" });
      await page.waitForFunction(() => window.forwhom !== undefined);
      const decision = await page.evaluate(() => window.forwhom?.decide("hero"));
      expect(decision?.shown?.variation).toBe("hero-cfo");
      expect(noise(visit)).toEqual([]);
    });
  });
}
