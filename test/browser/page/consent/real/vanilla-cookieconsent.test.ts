import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { CLOSED, everyGate, OPEN, UNKNOWN, visitorOf } from "./beside.ts";
import { journey } from "./journey.ts";

/** The smallest site; its address says in which mode, and which revision of its categories it is. */
const SITE = `
  const said = new URLSearchParams(location.search);
  const texts = { acceptAllBtn: "All", acceptNecessaryBtn: "Necessary only", savePreferencesBtn: "Save" };
  CookieConsent.run({
    mode: said.get("mode") ?? "opt-in",
    revision: Number(said.get("revision") ?? 0),
    hideFromBots: false,
    categories: { necessary: { enabled: true, readOnly: true }, site: { enabled: true } },
    language: {
      default: "en",
      translations: { en: { consentModal: { title: "Agree?", ...texts }, preferencesModal: { sections: [], ...texts } } },
    },
  });
`;

await journey(
  "vanilla-cookieconsent 3.1.0",
  {
    manager: async () => ({
      "/cookieconsent.js": await readFile(
        "node_modules/vanilla-cookieconsent/dist/cookieconsent.umd.js",
        "utf8",
      ),
      "/site.js": SITE,
    }),
    consent: { source: "vanilla-cookieconsent", gates: everyGate("site"), regions: { "opt-out": ["US"] } },
    started: ({ page }) =>
      page.waitForFunction(
        `window.CookieConsent.validConsent() || document.querySelector(".cm__btn") !== null`,
      ),
    agree: `document.querySelector('.cm__btn[data-role="all"]').click()`,
    withdraw: "CookieConsent.acceptCategory([])",
  },
  ({ visitor, stand, chromium }) => {
    const come = async (search: string) => {
      await visitor().page.goto(`${stand().url}/${search}`, { waitUntil: "load" });
      await visitor().page.waitForFunction("window.CookieConsent !== undefined");
    };

    it("does not take what is on before a choice for one, although it lists it as accepted", async () => {
      await come("?mode=opt-out");
      await visitor().page.waitForSelector(".cm__btn");
      const { page, gates } = visitor();
      const accepted = "CookieConsent.getUserPreferences().acceptedCategories";
      expect(await page.evaluate(accepted)).toContain("site");
      expect(await page.evaluate("CookieConsent.validConsent()")).toBe(false);
      expect(await gates()).toEqual(UNKNOWN);
    });

    it("shuts where the site asks anew because its categories are not the same any more", async () => {
      const { page, rightAfter, first, gates } = visitor();
      await come("");
      await page.waitForSelector(".cm__btn");
      expect(await rightAfter(`CookieConsent.acceptCategory("all")`)).toHaveProperty("gates.crm", "open");
      await come("?revision=1");
      await page.waitForSelector(".cm__btn");
      expect(await page.evaluate("CookieConsent.validConsent()")).toBe(false);
      expect(await first()).toMatchObject({ crm: "open" });
      expect(await gates()).toEqual(UNKNOWN);
    });

    it("forgets no refusal where it asks anew, in a country where one has to opt out", async () => {
      const one = await visitorOf(chromium().browser, stand(), "US");
      await one.load();
      await one.page.waitForSelector(".cm__btn");
      expect(await one.first()).toEqual(OPEN);
      expect(await one.gates()).toEqual(OPEN);
      await one.page.evaluate("CookieConsent.acceptCategory([])");
      expect(await one.gates()).toEqual(CLOSED);
      await one.page.goto(`${stand().url}/?revision=1`, { waitUntil: "load" });
      await one.page.waitForSelector(".cm__btn");
      expect(await one.first()).toEqual(CLOSED);
      expect(await one.page.evaluate("CookieConsent.validConsent()")).toBe(false);
      expect(await one.gates()).toEqual(UNKNOWN);
      await one.end();
    });
  },
);
