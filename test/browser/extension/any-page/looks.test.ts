import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ChromiumWithExtension, launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { faultsInLooks, type Look } from "../../drive/looks.ts";
import { choose, loadLibrary, says } from "../panel.ts";
import { germanExtension } from "../views/german.ts";
import { type StrictSite, strictSite } from "./strict-site.ts";

const LOOKS: readonly Look[] = [
  { name: "light", scheme: "light", width: 360, height: 820 },
  { name: "dark", scheme: "dark", width: 360, height: 820 },
  { name: "narrow", scheme: "light", width: 320, height: 820 },
  { name: "rtl", scheme: "dark", width: 320, height: 820, direction: "rtl" },
];

const WORDS = {
  en: {
    without: "No Forwhom on this page",
    write: "Write for this page",
    load: "Load a library",
    point: /^Point at an/,
    choose: "This one",
    seen: /Preview: seen as CFOs/i,
    seenLast: /Preview: seen as Customers/i,
    more: "More about this place",
  },
  de: {
    without: "Kein Forwhom auf dieser Seite",
    write: "Für diese Seite schreiben",
    load: "Bibliothek laden",
    point: /^Auf ein/,
    choose: "Dieses",
    seen: /Vorschau: gesehen als CFOs/i,
    seenLast: /Vorschau: gesehen als Customers/i,
    more: "Mehr zu dieser Stelle",
  },
} as const;

describe.skipIf(!(await isBrowserThere("chromium"))).each(["en", "de"] as const)(
  "writing for a page without Forwhom, for every eye, in %s",
  (language) => {
    const words = WORDS[language];
    let site: StrictSite;
    let chromium: ChromiumWithExtension;
    let panel: Page;
    let remove = async () => {};
    beforeAll(async () => {
      site = await strictSite();
      let extension = "dist/extension/chrome";
      if (language === "de") ({ folder: extension, remove } = await germanExtension());
      chromium = await launchChromium({ extension });
      const page = await chromium.openTab(`${site.url}/`);
      panel = await chromium.extension.openSidePanel(page);
      await says(panel, words.without);
    });
    afterAll(async () => {
      await chromium?.close();
      await site?.close();
      await remove();
    });

    const hasNoFaults = async (name: string) =>
      expect(await faultsInLooks(panel, LOOKS, `write-${language}-${name}`, { whole: true })).toEqual([]);

    it("is without faults from the first button to the change that is handed on", async () => {
      await hasNoFaults("without");
      await choose(panel, words.write);
      await hasNoFaults("empty");
      await choose(panel, words.load);
      await panel.waitForSelector("dialog[open]");
      await hasNoFaults("library");
      await panel.keyboard.press("Escape");
      await panel.waitForFunction(() => !document.querySelector("dialog"));
      await (language === "en" ? loadLibrary(panel, `${site.url}/library.json`) : loadByHand());
      await panel.keyboard.press("Escape");
      await panel.waitForFunction(() => !document.querySelector("dialog"));
      await hasNoFaults("begin");
      await choose(panel, words.point);
      await panel.waitForSelector(".is-pointing .primary");
      await hasNoFaults("pointing");
      await choose(panel, words.choose);
      await panel.waitForSelector(".written");
      await hasNoFaults("chosen");
      await panel.select(".add-change", "evaluating-cfo");
      await panel.waitForSelector(".variation");
      await says(panel, words.seen);
      await panel.select(".add-change", "customer");
      await panel.waitForSelector(".variation:nth-of-type(2)");
      await says(panel, words.seenLast);
      await panel.select(".variation:nth-of-type(2) select", "button");
      await panel.waitForSelector(".address-field");
      await choose(panel, words.more);
      await panel.type(".address-field", "javascript:alert(1)");
      await panel.waitForSelector(".problems");
      await hasNoFaults("refused");
      await panel.evaluate(() => document.querySelector<HTMLInputElement>(".address-field")?.select());
      await panel.type(".address-field", "/case");
      await panel.waitForSelector(".review .good");
      await hasNoFaults("written");
    });

    async function loadByHand(): Promise<void> {
      const library = await (await fetch(`${site.url}/library.json`)).text();
      await choose(panel, words.load);
      await panel.waitForSelector("#library-text");
      // A person pastes it: typing it letter by letter would only take long.
      await panel.evaluate((text) => {
        const field = document.querySelector<HTMLTextAreaElement>("#library-text");
        if (!field) return;
        field.value = text;
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      }, library);
      await panel.click("form:has(#library-text) button");
      await panel.waitForSelector(".loaded");
    }
  },
);
