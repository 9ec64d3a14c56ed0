import type { Page } from "puppeteer-core";
import { beforeEach, describe, expect, it } from "vitest";
import { previewLink } from "../../../../shared/protocol/preview-link.ts";
import { demoLibrary } from "../../../site/published.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { takePicture } from "../../drive/picture.ts";
import { until } from "../../drive/until.ts";
import { shownOn, shows } from "../../page/visit.ts";
import { choose, copiedLink, loadLibrary, type Name, says, wordsIn } from "../panel.ts";
import { watchAnew } from "../watch-anew.ts";

const DAY = 86_400_000;
const STARTS = Date.now() + 7 * DAY;

describe.skipIf(!(await isBrowserThere("chromium"))).each<Name>(["chromium", "firefox"])(
  "whom a marketer previews the page as in %s",
  (name) => {
    const watched = watchAnew(name, async () => ({ library: await withOfferToCome() }));
    beforeEach(async () => {
      await choose(watched.panel, "Audiences");
    });

    const withLibrary = async () => {
      await loadLibrary(watched.panel, `${watched.site.url}/library.json`);
      await watched.panel.keyboard.press("Escape");
    };
    const makeUp = async () => {
      await choose(watched.panel, /^Make up a visitor/);
    };
    const reopen = async () => {
      const { panel } = watched;
      await panel.evaluate(() => {
        document.documentElement.dataset.closed = "";
        setTimeout(() => location.reload());
      });
      await until("the panel is a new one", () =>
        panel
          .evaluate(() => document.documentElement.dataset.closed === undefined && innerWidth > 0)
          .catch(() => false),
      );
      await choose(panel, "Audiences");
    };
    const named = (text: string) =>
      until(`the panel says that the preview is of ${text}`, () =>
        watched.panel.evaluate((who) => document.querySelector(".who .name")?.textContent === who, text),
      );

    it("is somebody made up: each change is seen on the page at once, and can be taken back", async () => {
      const { page, panel } = watched;
      await withLibrary();
      await makeUp();
      await say(panel, "property:persona", "is it-lead");
      await shows(page, "hero", "hero-it");
      await named("Anybody · 1 change");
      await say(panel, "property:lifecycleStage", "is customer");
      await shows(page, "hero-cta", "hero-cta-customer");
      await named("Anybody · 2 changes");
      await takePicture(panel, `make-up-${name}`, { whole: true });

      await choose(panel, "Take back: Lifecycle stage");
      await shows(page, "hero-cta", "hero-cta-it");
      await say(panel, "gate:crm", "closed");
      await shows(page, "hero", "default");
      await choose(panel, "Take back: Consent: CRM");
      await shows(page, "hero", "hero-it");
      await choose(panel, "Take back: Persona");
      await shows(page, "hero", "default");
      await named("Anybody");
    });

    it("is still being made up where the page was gone for a moment", async () => {
      const { page, panel } = watched;
      await makeUp();
      await panel.select(".add-change", "gate:crm");
      await panel.waitForSelector('[data-part="gate:crm"]');
      await page.goto(`${watched.site.url}/library.json`);
      await says(panel, "No Forwhom on this page");
      await page.goto(`${watched.site.url}/`);
      await panel.waitForSelector('[data-part="gate:crm"]', { visible: true });
    });

    it("is somebody who did a thing so often, so long ago", async () => {
      const { page, panel } = watched;
      await makeUp();
      await panel.select(".add-change", "did:page_view");
      await until("what was done can be said more closely at once", () =>
        panel.evaluate(() => document.activeElement?.matches('[data-part="event:0"] input')),
      );
      await type(panel, '[data-part="event:0"] input[type=text]', "/pricing");
      await type(panel, '[data-part="event:0"] input[type=number]', "3");
      await shows(page, "closing-cta", "closing-call");
      await type(panel, '[data-part="event:0"] .ago input', "30");
      await until(
        "that was too long ago",
        async () => (await shownOn(page))["closing-cta"] !== "closing-call",
      );
    });

    it("sees the page as of a day on which an offer has started, and the banner says which", async () => {
      const { page, panel } = watched;
      await withLibrary();
      await makeUp();
      await say(panel, "property:persona", "is analyst");
      await shows(page, "hero", "hero-analyst");
      expect((await shownOn(page))["hero-cta"]).not.toBe("hero-cta-analyst");
      await panel.select(".add-change", "now");
      await choose(panel, /^Take the forecasting course starts/);
      await shows(page, "hero-cta", "hero-cta-analyst");
      await says(panel, /as of \w+ \d+, \d{4}/);
      if (name === "chromium") {
        const banner = async () =>
          JSON.stringify(await page.accessibility.snapshot({ interestingOnly: false }));
        await until("the banner says the moment", async () => /as of \w+ \d+, \d{4}/.test(await banner()));
      }
      await takePicture(page, `as-of-${name}`);
      await takePicture(panel, `as-of-panel-${name}`, { whole: true });
    });

    it("is one of the library’s test visitors, where the full library is loaded", async () => {
      const { page, panel } = watched;
      await choose(panel, "About Customers");
      await says(panel, "Its test visitors are not on this page");
      await withLibrary();
      await choose(panel, "See the page as: a controller whose company runs on Northwind");
      await shows(page, "hero", "hero-customer");
      await named("Customers");
      // What a test is called is not on the page, nor in what the page can read of its preview.
      const told = await page.evaluate(() => sessionStorage.getItem("forwhom.preview") ?? "");
      expect(told).toContain("Customers");
      expect(told).not.toMatch(/controller|persona/);
      await choose(panel, "See the page as: a lead who only downloaded a guide");
      await shows(page, "hero", "default");
    });

    it("is saved under a name, and on top of the list: after the panel was closed, too", async () => {
      const { page, panel } = watched;
      await choose(panel, /^CFOs in evaluation/);
      await shows(page, "hero", "hero-cfo");
      // What unfolds beside a preview would otherwise move the button away from under the pointer.
      await named("CFOs in evaluation");
      await makeUp();
      await say(panel, "property:country", "is US");
      await named("CFOs in evaluation · 1 change");
      await choose(panel, "Save visitor");
      await type(panel, ".with-button input", "Dana from Boston");
      await choose(panel, "Save");
      await says(panel, "Dana from Boston");

      await reopen();
      await named("CFOs in evaluation · 1 change");
      expect(await panel.evaluate(() => document.querySelector(".change-name")?.textContent)).toBe("Country");
      await choose(panel, /^Leave/);
      await says(panel, "no preview");
      const recent = () =>
        panel.evaluate(() =>
          [...document.querySelectorAll<HTMLElement>(".recent")].map((one) => one.innerText),
        );
      await until("the last two are listed", async () => (await recent()).length === 2);
      expect((await recent())[0]).toMatch(/CFOs in evaluation\s+Country: United States/);
      await takePicture(panel, `kept-${name}`, { whole: true });
      await choose(panel, /^Dana from Boston/);
      await named("CFOs in evaluation · 1 change");
      await shows(page, "hero", "hero-cfo");

      await choose(panel, "Rename Dana from Boston");
      await type(panel, ".is-naming input", "Dana");
      await panel.keyboard.press("Enter");
      await choose(panel, "Delete Dana");
      await until("Dana is gone", async () => !(await wordsIn(panel)).includes("Dana"));
    });

    it("is whom a colleague sent, once the marketer has said yes", async () => {
      const { page, panel } = watched;
      await choose(panel, /^CFOs in evaluation/);
      await shows(page, "hero", "hero-cfo");
      const link = await copiedLink(panel);
      await choose(panel, /^Leave/);
      await shows(page, "hero", "default");
      await page.goto(`${watched.site.url}/pricing`);
      await page.goto(link);
      await says(panel, "A preview was sent to you");
      await says(panel, /The link works until \d/);
      await shows(page, "hero", "default");
      await takePicture(panel, `link-${name}`);
      await choose(panel, "Preview");
      await shows(page, "hero", "hero-cfo");
      expect(await page.evaluate(() => location.href)).toBe(`${watched.site.url}/`);
      await until("the question is gone", async () => !(await wordsIn(panel)).includes("was sent to you"));
    });

    it("is nobody that a link asks for where the marketer says not now, or the link is for another site", async () => {
      const { page, panel } = watched;
      const linked = { segment: "evaluating-cfo" };
      await page.goto(previewLink(`${watched.site.url}/product`, linked, Date.now() + 60_000));
      await says(panel, "A preview was sent to you");
      await choose(panel, "Not now");
      await until("the address is clean", () => page.evaluate(() => location.hash === ""));
      await says(panel, "no preview");

      const elsewhere = new URL(previewLink("https://other.example/", linked, Date.now() + 60_000));
      await page.goto(`${watched.site.url}/${elsewhere.hash}`);
      await says(panel, "This preview link is for other.example, not for this site.");
      expect(await panel.evaluate(() => document.querySelector(".link-card .primary"))).toBeNull();
      await shows(page, "hero", "default");
      await choose(panel, "All right");
      await until("the address is clean", () => page.evaluate(() => location.hash === ""));
      expect(await page.evaluate(() => sessionStorage.length)).toBe(0);

      await page.goto(previewLink(`${watched.site.url}/pricing`, linked, Date.now() - 1));
      await says(panel, "This preview link has expired.");
    });
  },
);

/** Chooses what to change about the visitor, and its value. */
async function say(panel: Page, part: string, value: string): Promise<void> {
  await panel.select(".add-change", part);
  const field = `[data-part="${part}"] select`;
  await panel.waitForSelector(field);
  await until("the value can be said at once", () =>
    panel.evaluate((of) => document.activeElement?.matches(of), field),
  );
  await panel.select(field, value);
}

/** Writes into a field in place of what stands there, and goes on. */
async function type(panel: Page, field: string, text: string): Promise<void> {
  await panel.bringToFront();
  await panel.waitForSelector(field);
  await panel.evaluate((of) => document.querySelector<HTMLInputElement>(of)?.select(), field);
  await panel.focus(field);
  await panel.keyboard.type(text);
  if (!(await panel.evaluate((of) => document.querySelector(of)?.closest("form"), field)))
    await panel.keyboard.press("Tab");
}

/** The demonstration's library, with an offer that starts in a week. */
async function withOfferToCome(): Promise<unknown> {
  const library = structuredClone(await demoLibrary()) as { offers: Record<string, { from: string }> };
  const { "forecast-course": offer } = library.offers;
  if (offer) offer.from = new Date(STARTS).toISOString().slice(0, 10);
  return library;
}
