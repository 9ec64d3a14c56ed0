import { describe, expect, it } from "vitest";
import type { Site } from "../../../site/server.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { takePicture } from "../../drive/picture.ts";
import { until } from "../../drive/until.ts";
import { watchDevice } from "../../page/device.ts";
import { answerConsent, readKept, shownOn, shows, signIn } from "../../page/visit.ts";
import { cardOf, choose, loadLibrary, type Name, says } from "../panel.ts";
import { watchAnew } from "../watch-anew.ts";

describe.skipIf(!(await isBrowserThere("chromium"))).each<Name>(["chromium", "firefox"])(
  "a marketer with the extension in %s",
  (name) => {
    const watched = watchAnew(name);

    const asked = (path: string) => watched.site.requests().filter((request) => request.path === path).length;
    const preview = async (audience: string | RegExp) => {
      await choose(watched.panel, "Audiences");
      await choose(watched.panel, audience);
    };

    it("reads each slot of the page and why it shows what it shows", async () => {
      const { page, panel } = watched;
      await says(panel, "Northwind");
      expect(await cardOf(panel, "Hero")).toMatch(/Shows the page’s own content/);
      expect(await cardOf(panel, "Hero")).toMatch(/CFOs in evaluation/);
      expect(await cardOf(panel, "Hero")).toMatch(/personalization consent is not given/);
      await answerConsent(page, "all");
      await signIn(page, "ines-cfo");
      await page.waitForFunction(() => localStorage.getItem("forwhom")?.includes('"answer"'));
      await page.reload();
      await says(panel, "Known to this site");
      await until("the hero's card is up to date", async () =>
        /Shows the content for “CFOs in evaluation”/.test(await cardOf(panel, "Hero")),
      );
      expect(await cardOf(panel, "Hero button")).toMatch(/Build your business case/);
      expect(await cardOf(panel, "Hero button")).toMatch(
        /not eligible for “See the US treasury benchmark”: country is Germany/,
      );
      await takePicture(panel, `panel-${name}-page`);
    });

    it("lists every segment of the library", async () => {
      const { panel } = watched;
      await choose(panel, "Audiences");
      for (const { name: segment } of Object.values((await library(watched.site)).segments))
        await says(panel, segment);
      await takePicture(panel, `panel-${name}-audiences`);
    });

    it("sees the page as somebody in a segment, and nothing is sent, kept or read", async () => {
      const { page, panel } = watched;
      await answerConsent(page, "all");
      await signIn(page, "tomasz-it");
      await page.waitForFunction(() => localStorage.getItem("forwhom")?.includes('"answer"'));
      await loadLibrary(panel, `${watched.site.url}/library.json`);
      await panel.keyboard.press("Escape");
      const device = name === "chromium" ? await watchDevice(page) : undefined;
      const kept = () =>
        page.evaluate(readKept).then((records) => JSON.stringify(records).replace(/"asOf":"[^"]*"/, ""));
      // A view counts once somebody sees it: not while the panel’s own tab is in front.
      await until("the page view is kept", async () => {
        await page.bringToFront();
        return (await kept()).includes("page_view");
      });
      await panel.bringToFront();
      const before = asked("/forwhom/membership");

      await preview(/^CFOs in evaluation/);
      await shows(page, "hero", "hero-cfo");
      // Until then whoever is there was counted, and what of it was not sent yet is sent as that page is left.
      const began = await page.evaluate(() => performance.timing.domLoading);
      const keptThen = await kept();
      const times = [...keptThen.matchAll(/"at":(\d+)/g)].map(([, at]) => Number(at));
      expect(times.length).toBeGreaterThan(0);
      expect(times.filter((at) => at > began)).toEqual([]);
      await says(panel, /Preview: seen as CFOs in evaluation/i);
      expect(await shownOn(page)).toMatchObject({
        hero: "hero-cfo",
        "hero-cta": "hero-cta-cfo",
        proof: "proof-cfo",
      });
      await takePicture(page, `preview-${name}`);

      await page.goto(`${watched.site.url}/pricing`);
      await shows(page, "pricing-cta", "pricing-cta-cfo");
      await page.evaluate(() => history.back());
      await shows(page, "hero", "hero-cfo");
      if (device) expect(await device.touches()).toEqual([]);
      expect(asked("/forwhom/membership")).toBe(before);
      expect(watched.site.events().filter(({ at }) => Date.parse(at) > began)).toEqual([]);
      expect(await kept()).toBe(keptThen);

      const other = await watched.openTab(watched.site.url);
      await until(
        "the other tab shows the real visitor's hero",
        async () => (await shownOn(other)).hero === "hero-it",
      );
      await other.close();

      await page.bringToFront();
      await choose(panel, /^Leave/);
      await shows(page, "hero", "hero-it");
      await says(panel, "Yourself");
      expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    });

    it("switches on “Is a customer”, and sees the offer go, with the reason", async () => {
      const { page, panel } = watched;
      await loadLibrary(panel, `${watched.site.url}/library.json`);
      await panel.keyboard.press("Escape");
      await preview(/^CFOs in evaluation/);
      await shows(page, "hero-cta", "hero-cta-cfo");
      await choose(panel, "Is a customer");
      await until("the offer has gone", async () => (await shownOn(page))["hero-cta"] !== "hero-cta-cfo");
      await shows(page, "hero-cta", "hero-cta-customer");
      await choose(panel, /^On this page/);
      await until("the reason is said", async () =>
        /Passed over “Build your business case”.*customers must not be prospected/i.test(
          await cardOf(panel, "Hero button"),
        ),
      );
      await takePicture(panel, `panel-${name}-customer`);
    });

    it("switches on “Has not consented”, and sees the page as it was written, with the reason", async () => {
      const { page, panel } = watched;
      await loadLibrary(panel, `${watched.site.url}/library.json`);
      await panel.keyboard.press("Escape");
      await preview(/^CFOs in evaluation/);
      await shows(page, "hero", "hero-cfo");
      await choose(panel, "Has not consented");
      await shows(page, "hero", "default");
      await choose(panel, /^On this page/);
      await until("the reason is said", async () => /consent is not given/.test(await cardOf(panel, "Hero")));
    });

    it("sees somebody in a segment without the library too, made up from the manifest", async () => {
      const { page } = watched;
      await preview(/^CFOs in evaluation/);
      await shows(page, "hero", "hero-cfo");
    });
  },
);

async function library(site: Site) {
  const response = await fetch(`${site.url}/library.json`);
  return (await response.json()) as { segments: Record<string, { name: string }> };
}
