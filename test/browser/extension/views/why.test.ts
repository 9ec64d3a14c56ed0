import type { Page } from "puppeteer-core";
import { beforeEach, describe, expect, it } from "vitest";
import { isBrowserThere } from "../../drive/find.ts";
import { takePicture } from "../../drive/picture.ts";
import { until } from "../../drive/until.ts";
import { answerConsent, shows, signIn } from "../../page/visit.ts";
import { flood } from "../flood.ts";
import { cardOf, choose, type Name, says } from "../panel.ts";
import { watchAnew } from "../watch-anew.ts";

/** How the panel's part of this name reads, once it is unfolded. */
const partOf = (panel: Page, name: string): Promise<string> =>
  panel.evaluate((title) => {
    const part = [...document.querySelectorAll(".part")].find((one) =>
      one.querySelector("summary")?.textContent?.startsWith(title),
    );
    return part?.querySelector(".part-content")?.textContent?.replace(/\s+/g, " ") ?? "";
  }, name);

const pointedAt = (panel: Page): Promise<readonly string[]> =>
  panel.evaluate(() =>
    [...document.querySelectorAll(".is-pointed-at h2")].map((one) => one.textContent ?? ""),
  );

const unfold = async (panel: Page, ...names: readonly RegExp[]) => {
  for (const name of names) await choose(panel, name);
};

describe.skipIf(!(await isBrowserThere("chromium"))).each<Name>(["chromium", "firefox"])(
  "why a page shows what it shows, in %s",
  (name) => {
    const watched = watchAnew(name);
    beforeEach(async () => {
      await says(watched.panel, "Northwind");
    });

    const signedIn = async (contact: string) => {
      const { page, panel } = watched;
      await answerConsent(page, "all");
      await signIn(page, contact);
      await page.waitForFunction(() => localStorage.getItem("forwhom")?.includes('"answer"'));
      await page.reload();
      await says(panel, "Known to this site");
    };

    it("says what would have to be different for each candidate, once that is unfolded", async () => {
      const { panel } = watched;
      expect(await cardOf(panel, "Hero")).not.toContain("What would have to be different");
      await panel.evaluate(() =>
        document.querySelector<HTMLElement>("li.slot:has(h2) details summary")?.focus(),
      );
      await choose(panel, /passed over$/);
      await until("something is said", () =>
        panel.evaluate(() => document.querySelector(".needed li") !== null),
      );
      const needed = await panel.evaluate(() => document.querySelector(".needed")?.textContent ?? "");
      expect(needed).toMatch(/What would have to be different.*consent is given: CRM/);
    });

    it("says how old that is on which it rests, and which consent was missing", async () => {
      const { panel } = watched;
      expect(await cardOf(panel, "Hero")).toMatch(/Consent was missing:.*CRM/);
      await signedIn("ines-cfo");
      await until("the hero's card says its age", async () =>
        /Rests on what the CRM answered (now|.* ago)\./.test(await cardOf(panel, "Hero")),
      );
      expect(await cardOf(panel, "Hero")).not.toContain("Consent was missing");
    });

    it("marks the card of the slot over which the pointer is in the page, and no page can", async () => {
      const { page, panel } = watched;
      await page.bringToFront();
      await page.evaluate(() => {
        const event = new PointerEvent("pointerover", { bubbles: true });
        document.querySelector("[data-fw-slot=proof]")?.dispatchEvent(event);
      });
      const hero = await page.waitForSelector("[data-fw-slot=hero]");
      await hero?.hover();
      await until("the hero is marked", async () => (await pointedAt(panel)).includes("Hero"));
      expect(await pointedAt(panel)).toEqual(["Hero"]);
      const footer = await page.waitForSelector("footer");
      await footer?.hover();
      await until("nothing is marked", async () => (await pointedAt(panel)).length === 0);
    });

    it("shows the visitor as Forwhom sees them, and in a preview the previewed one", async () => {
      const { page, panel } = watched;
      await signedIn("ines-cfo");
      await choose(panel, "What Forwhom knows");
      await unfold(panel, /^Properties/, /^In audiences/, /^Behavior/, /^Consent and who/);
      await until("the property is there", async () =>
        /from the CRM ?Lifecycle stage ?In evaluation/.test(await partOf(panel, "Properties")),
      );
      expect(await partOf(panel, "Properties")).toMatch(/Country ?Germany/);
      expect(await partOf(panel, "In audiences")).toMatch(/CFOs in evaluation/);
      await until("what was done is there", async () => {
        await page.bringToFront();
        await page.reload();
        return /Visited \//.test(await partOf(panel, "Behavior"));
      });
      expect(await partOf(panel, "Consent and who")).toMatch(
        /CRM ?allowed ?vanilla-cookieconsent: the visitor chose/,
      );
      await takePicture(panel, `panel-${name}-visitor`, { width: 360, whole: true });

      await choose(panel, "Audiences");
      await choose(panel, /^IT leads/);
      await shows(page, "hero", "hero-it");
      await says(panel, "Of the previewed visitor");
      expect(await partOf(panel, "In audiences")).toMatch(/^IT leads/);
      expect(await partOf(panel, "Consent and who")).not.toContain("the visitor chose");
    });

    it("keeps a log of what happens, over a reload, until it is cleared", async () => {
      const { page, panel } = watched;
      await choose(panel, "What Forwhom knows");
      await choose(panel, /^What happens in this tab/);
      await until("the load is noted", async () => /Page loaded: \//.test(await log(panel)));
      expect(await log(panel)).toMatch(/Hero shows the page’s own content/);
      await page.bringToFront();
      await answerConsent(page, "all");
      await until("the consent is noted", async () =>
        /Consent changed: Device allowed, Behavior allowed, CRM allowed, Measuring allowed/.test(
          await log(panel),
        ),
      );
      await signIn(page, "ines-cfo");
      await page.waitForFunction(() => localStorage.getItem("forwhom")?.includes('"answer"'));
      await page.reload();
      await page.bringToFront();
      await until("the exposure is noted", async () =>
        /Hero: the content for “CFOs in evaluation” was seen/.test(await log(panel)),
      );
      expect(await log(panel)).toMatch(/Hero shows the content for “CFOs in evaluation”/);
      // A page that is left at once may never have been looked at; the first and the last were.
      expect((await log(panel)).match(/Page loaded/g)?.length).toBeGreaterThan(1);
      expect(await log(panel)).toMatch(/Consent changed/);
      await takePicture(panel, `panel-${name}-log`, { width: 360 });
      await choose(panel, "Clear");
      await until("the log is empty", async () => /Nothing has happened yet/.test(await log(panel)));
      expect(await panel.evaluate(() => document.activeElement?.textContent)).toMatch(
        /^What happens in this tab/,
      );
    });

    it("goes on answering while a page tells thousands of things a second", async () => {
      const { page, panel } = watched;
      await choose(panel, "What Forwhom knows");
      await choose(panel, /^What happens in this tab/);
      await flood(page);
      await until("it is said that there is more", async () =>
        /too fast to be listed/.test(await log(panel)),
      );
      await until("the log is full", () =>
        panel.evaluate(() => document.querySelectorAll(".log > li").length >= 300),
      );
      for (const view of [/^Findings/, /^Audiences/, /^On this page/]) {
        await choose(panel, view);
        await until(`the view is ${view}`, () =>
          panel.evaluate(
            (source) =>
              new RegExp(source).test(
                document.querySelector("[role=tab][aria-selected=true]")?.textContent ?? "",
              ),
            view.source,
          ),
        );
      }
      expect(await panel.evaluate(() => document.querySelectorAll(".log > li").length)).toBe(300);
    });
  },
);

const log = (panel: Page) => partOf(panel, "What happens in this tab");
