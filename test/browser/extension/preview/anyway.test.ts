import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPreviewLink } from "../../../../shared/protocol/preview-link.ts";
import { createSite, type Site } from "../../../site/server.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { faultsInLooks, type Look } from "../../drive/looks.ts";
import { takePicture } from "../../drive/picture.ts";
import { until } from "../../drive/until.ts";
import { answerConsent, shownOn, shows } from "../../page/visit.ts";
import { cardOf, choose, copiedLink, loadLibrary, type Name, says, type Watched, watch } from "../panel.ts";

const LOOKS: readonly Look[] = [
  { name: "light", scheme: "light", width: 360, height: 820 },
  { name: "dark", scheme: "dark", width: 360, height: 820 },
  { name: "narrow", scheme: "light", width: 320, height: 820 },
];

/** Unfolds what a slot's card passed over, and asks for the first that says this. */
const showAnyway = async (panel: Page, slot: string, words: string) => {
  await choose(panel, /^On this page/);
  await cardOf(panel, slot);
  const button = await until("there is a button to show it anyway", async () => {
    const found = await panel.evaluateHandle(
      (name, said) => {
        const card = [...document.querySelectorAll("li.slot")].find(
          (one) => one.querySelector("h2")?.innerText === name,
        );
        card?.querySelector("details")?.setAttribute("open", "");
        // What is still being looked for comes between, and moves the button from under the hand.
        if (!card?.querySelector(".needed") || card.textContent?.includes("Being looked for…"))
          return undefined;
        return [...(card?.querySelectorAll(".passed-over > li") ?? [])]
          .find((one) => one.textContent?.includes(said))
          ?.querySelector<HTMLElement>(".show-anyway");
      },
      slot,
      words,
    );
    return found.asElement();
  });
  await panel.bringToFront();
  await button.evaluate((one) =>
    (one as HTMLElement).scrollIntoView({ block: "center", behavior: "instant" }),
  );
  await (button as Awaited<ReturnType<Page["$"]>>)?.click();
};

/** Everything that can be read on the page and in the closed shadow root of the banner; Chromium only. */
const readable = async (page: Page) =>
  JSON.stringify(await page.accessibility.snapshot({ interestingOnly: false }));

describe.skipIf(!(await isBrowserThere("chromium"))).each<Name>(["chromium", "firefox"])(
  "content that a visitor would not get, shown anyway in %s",
  (name) => {
    let site: Site;
    let watched: Watched;
    beforeAll(async () => {
      site = await createSite({ port: 0 });
      watched = await watch(name, site.url);
      const { page, panel } = watched;
      await says(panel, "Northwind");
      await answerConsent(page, "necessary");
      await loadLibrary(panel, `${site.url}/library.json`);
      await panel.keyboard.press("Escape");
    });
    afterAll(async () => {
      await watched?.close();
      await site?.close();
    });

    const chooseCustomerCfo = async () => {
      const { page, panel } = watched;
      await choose(panel, "Audiences");
      await choose(panel, /^CFOs in evaluation/);
      await shows(page, "hero-cta", "hero-cta-cfo");
      await choose(panel, "Is a customer");
      await shows(page, "hero-cta", "hero-cta-customer");
      await says(panel, "CFOs in evaluation · Is a customer");
    };
    const SUPPRESSED = "customers must not be prospected";
    const findings = () =>
      watched.panel.evaluate(() => document.querySelector("#tab-findings .count")?.textContent);

    it("is never there by itself, nor offered where nobody is previewed", async () => {
      const { panel } = watched;
      await choose(panel, /^On this page/);
      await cardOf(panel, "Hero button");
      expect(await panel.evaluate(() => document.querySelectorAll(".show-anyway").length)).toBe(0);
      await chooseCustomerCfo();
      expect(await panel.evaluate(() => document.querySelector(".anyway"))).toBeNull();
    });

    it("is shown once asked for, and says so in the page and in the panel, with what they would get", async () => {
      const { page, panel } = watched;
      await showAnyway(panel, "Hero button", "Build your business case");
      await shows(page, "hero-cta", "hero-cta-cfo");
      expect((await shownOn(page)).hero).not.toBe("hero-cta-cfo");
      const card = await until("the card says so", async () => {
        const words = await cardOf(panel, "Hero button");
        return words.includes("Shown anyway, only in this tab") && words;
      });
      expect(card).toContain("What they would get:");
      expect(card).toContain("See what’s new");
      expect(card.toLowerCase()).toContain(SUPPRESSED);
      expect(card).not.toContain("The page claims");
      expect(await panel.evaluate(() => document.activeElement?.tagName)).toBe("SUMMARY");
      await page.bringToFront();
      if (name === "chromium") {
        await until("the banner says so", async () =>
          (await readable(page)).includes("“Hero button” is shown although this visitor would not get it"),
        );
        await takePicture(page, "banner-anyway", { width: 360, height: 740 });
        expect(await faultsInLooks(panel, LOOKS, "panel-anyway", { whole: true })).toEqual([]);
      } else await takePicture(page, `banner-${name}-anyway`);
    });

    it("is no fault of the page, and is kept nowhere but in this tab, from page to page", async () => {
      const { page, panel } = watched;
      expect(await findings()).toBe("0");
      const kept = await panel.evaluate(async () => {
        const api = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
        return JSON.stringify(await api.storage.local.get(null));
      });
      expect(kept).toContain("evaluating-cfo");
      expect(kept).not.toContain("anyway");
      await page.goto(`${site.url}/pricing`);
      await page.goto(`${site.url}/`);
      await shows(page, "hero-cta", "hero-cta-cfo");
    });

    it("is in no link that is copied meanwhile", async () => {
      const { panel } = watched;
      await choose(panel, "Audiences");
      const link = await copiedLink(panel);
      const read = readPreviewLink(link, Date.now());
      expect(read?.is === "preview" && read.linked).toMatchObject({ segment: "evaluating-cfo" });
      expect(JSON.stringify(read)).not.toMatch(/anyway|hero-cta/);
      await choose(panel, /^On this page/);
    });

    it("ends by the way back to what they would get", async () => {
      const { page, panel } = watched;
      await choose(panel, "Back to what they would get");
      await shows(page, "hero-cta", "hero-cta-customer");
      await until(
        "the card says it no more",
        async () => !(await cardOf(panel, "Hero button")).includes("Shown anyway"),
      );
      await says(panel, /Preview: seen as CFOs in evaluation · Is a customer/i);
    });

    it("shows what was not even tried, and ends with another audience", async () => {
      const { page, panel } = watched;
      await showAnyway(panel, "Hero button", "ranks below what is shown");
      const other = await until("something else is shown", async () => {
        const { "hero-cta": shown } = await shownOn(page);
        return shown !== "hero-cta-customer" && shown?.startsWith("hero-cta") && shown;
      });
      expect(other).toBe("hero-cta-it");
      await says(panel, "Shown anyway, only in this tab: the content for “IT leads”");
      await choose(panel, "Audiences");
      await choose(panel, /^IT leads/);
      await says(panel, "IT leads · Is a customer");
      await shows(page, "hero-cta", "hero-cta-customer");
      await choose(panel, /^On this page/);
      await until(
        "the card says nothing of it",
        async () => !(await cardOf(panel, "Hero button")).includes("Shown anyway"),
      );
    });

    it("ends with the preview", async () => {
      const { page, panel } = watched;
      await showAnyway(panel, "Hero button", "");
      await says(panel, "Shown anyway, only in this tab");
      await choose(panel, /^Leave/);
      await shows(page, "hero-cta", "default");
      await says(panel, "Yourself");
      expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    });
  },
);
