import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSite, type Site } from "../../../site/server.ts";
import { launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { faultsInLooks, type Look } from "../../drive/looks.ts";
import { until } from "../../drive/until.ts";
import { answerConsent, shows } from "../../page/visit.ts";
import { choose, loadLibrary, type Name, says, type Watched, watch, wordsIn } from "../panel.ts";

const LOOKS: readonly Look[] = [
  { name: "light", scheme: "light", width: 360, height: 820 },
  { name: "dark", scheme: "dark", width: 360, height: 820 },
  { name: "narrow", scheme: "light", width: 320, height: 820 },
];

/** What each variation of the hero is painted on, so that a picture can be told by one dot of it. */
const COLOURS = { default: [0, 160, 0], "hero-cfo": [220, 0, 0], "hero-it": [0, 0, 220] };

/** Paints the hero of every page that comes into this tab; a policy would refuse a style element. */
const paint = (page: Page) =>
  page.evaluateOnNewDocument((colours) => {
    const sheet = new CSSStyleSheet();
    const rules = Object.entries(colours).map(
      ([shown, colour]) =>
        `[data-fw-slot="hero"]:is([data-fw-shown="${shown}"], [data-fw-done="${shown}"]) { background: rgb(${colour.join()}) }`,
    );
    sheet.replaceSync(rules.join("\n"));
    document.adoptedStyleSheets.push(sheet);
  }, COLOURS);

/** The panel is a tab in this test, and must not lie before the page that is photographed. */
const toItsOwnWindow = (panel: Page) =>
  panel.evaluate(async () => {
    const { browser } = globalThis as unknown as { browser: typeof chrome };
    await browser.windows.create({ tabId: Number(new URLSearchParams(location.search).get("tab")) });
  });

type Shot = { readonly alt: string; readonly colour: readonly number[]; readonly width: number };

/** The pictures of a slot, one a row of the table; with the colour near the lower corner of each. */
const shots = (panel: Page, column: number): Promise<readonly (Shot | undefined)[]> =>
  panel.evaluate(async (at) => {
    const rows = [...document.querySelectorAll(".matrix tbody tr")];
    return Promise.all(
      rows.map(async (row) => {
        const image = row.querySelectorAll("td")[at]?.querySelector("img");
        if (!image) return undefined;
        await image.decode();
        const canvas = document.createElement("canvas");
        canvas.width = image.naturalWidth;
        canvas.height = image.naturalHeight;
        const context = canvas.getContext("2d");
        context?.drawImage(image, 0, 0);
        const [red = 0, green = 0, blue = 0] =
          context?.getImageData(canvas.width - 4, canvas.height - 4, 1, 1).data ?? [];
        return { alt: image.alt, colour: [red, green, blue], width: canvas.width };
      }),
    );
  }, column);

/** The banner's button is of a colour that the site has nowhere. */
const hasBanner = (panel: Page): Promise<boolean> =>
  panel.evaluate(() =>
    [...document.querySelectorAll<HTMLImageElement>(".matrix img")].some((image) => {
      const canvas = document.createElement("canvas");
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      const context = canvas.getContext("2d");
      context?.drawImage(image, 0, 0);
      const all = context?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      for (let at = 0; at < all.length; at += 4)
        if (all[at] === 255 && all[at + 1] === 155 && all[at + 2] === 115) return true;
      return false;
    }),
  );

/** The next file that is saved, as it was before the browser took it. */
const catchSaved = (panel: Page) =>
  panel.evaluate(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      const reader = new FileReader();
      reader.onload = () => Object.assign(window, { saved: reader.result });
      reader.readAsDataURL(blob);
      return make(blob);
    };
  });

const saved = async (panel: Page): Promise<string> => {
  const url = await until("the file is made", () =>
    panel.evaluate(() => {
      const { saved: made } = window as { saved?: string };
      Object.assign(window, { saved: undefined });
      return made;
    }),
  );
  return url;
};

const folder = fileURLToPath(new URL("../../pictures/", import.meta.url));
const bytesOf = (url: string) => Buffer.from(url.slice(url.indexOf(",") + 1), "base64");

describe.skipIf(!(await isBrowserThere("chromium"))).each<Name>(["chromium", "firefox"])(
  "pictures of slots for several audiences in %s",
  (name) => {
    let site: Site;
    let watched: Watched;
    /** The browser asks once only, whoever tries again. */
    let isAllowed = false;
    beforeAll(async () => {
      site = await createSite({ port: 0 });
      watched = await watch(name, site.url);
      const { page, panel } = watched;
      // A tab that is being moved cannot be looked at for the first time.
      await says(panel, "Northwind");
      if (name === "firefox") await toItsOwnWindow(panel);
      await paint(page);
      await page.reload();
      await says(panel, "Northwind");
      await answerConsent(page, "necessary");
      await loadLibrary(panel, `${site.url}/library.json`);
      await panel.keyboard.press("Escape");
      await choose(panel, "Audiences");
      await choose(panel, "Compare audiences");
      await until("all rows are there", () =>
        panel.evaluate(() => document.querySelectorAll(".matrix tbody tr .headline").length >= 4),
      );
    });
    afterAll(async () => {
      await watched?.close();
      await site?.close();
    });

    const stateOfPage = () =>
      watched.page.evaluate(() => ({ scroll: Math.round(scrollY), kept: sessionStorage.length }));
    const running = () => watched.panel.evaluate(() => document.querySelector("progress")?.value ?? -1);

    it("shows each audience its own hero, as it really is, and says it in words too", async () => {
      const { page, panel } = watched;
      // So low that the banner would lie before the hero.
      await page.setViewport({ width: 1280, height: 640 });
      await page.evaluate(() => scrollTo({ top: 400, behavior: "instant" }));
      await choose(panel, "Take pictures");
      if (name === "firefox" && !isAllowed) {
        await says(panel, /your browser asks for that/);
        await choose(panel, "Allow, and take pictures");
        isAllowed = true;
      }
      await until("it has begun", async () => (await running()) >= 0);
      await until("all are taken", async () => (await running()) < 0, 90_000);
      expect(await wordsIn(panel)).not.toContain("Not all pictures");
      const heroes = await shots(panel, 1);
      const names = await panel.evaluate(() =>
        [...document.querySelectorAll(".matrix tbody th")].map((one) => one.textContent ?? ""),
      );
      expect(names[0]).toBe("Anybody");
      expect(heroes[0]?.colour).toEqual(COLOURS.default);
      expect(heroes[names.indexOf("CFOs in evaluation")]?.colour).toEqual(COLOURS["hero-cfo"]);
      expect(heroes[names.indexOf("CFOs in evaluation")]?.alt).toContain("CFOs in evaluation");
      expect(heroes.every((one) => one && one.width > 300)).toBe(true);
      expect(await hasBanner(panel)).toBe(false);
      expect(await wordsIn(panel)).toContain("Shows the content for “CFOs in evaluation”");
    });

    it("leaves the page as it was before: nobody previewed, and scrolled to where it was", async () => {
      await says(watched.panel, "Yourself");
      await shows(watched.page, "hero", "default");
      await until("it is where it was", async () => (await stateOfPage()).scroll === 400);
      expect((await stateOfPage()).kept).toBe(0);
    });

    it("saves them in one file that loads nothing, and in one picture", async () => {
      const { panel } = watched;
      if (name === "chromium")
        expect(await faultsInLooks(panel, LOOKS, "panel-pictures", { whole: true })).toEqual([]);
      await catchSaved(panel);
      await choose(panel, "Save as a file");
      const html = bytesOf(await saved(panel)).toString();
      expect(html.match(/<img [^>]*src="data:image\/png;base64,/g)?.length).toBeGreaterThanOrEqual(8);
      expect(html).not.toMatch(/<script|<link|https?:\/\/(?!www\.w3\.org)/);
      await writeFile(join(folder, `comparison-${name}.html`), html);
      await choose(panel, "Save as a picture");
      const url = await saved(panel);
      expect(url).toMatch(/^data:image\/png/);
      await writeFile(join(folder, `comparison-${name}.png`), bytesOf(url));
      const found = await panel.evaluate(async (address) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        const canvas = document.createElement("canvas");
        canvas.width = image.naturalWidth;
        canvas.height = image.naturalHeight;
        const context = canvas.getContext("2d");
        context?.drawImage(image, 0, 0);
        const all = context?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        const seen = new Set<string>();
        for (let at = 0; at < all.length; at += 4) seen.add(`${all[at]},${all[at + 1]},${all[at + 2]}`);
        return { width: canvas.width, colours: [...seen] };
      }, url);
      expect(found.width).toBeGreaterThan(1_000);
      for (const colour of [COLOURS.default, COLOURS["hero-cfo"]])
        expect(found.colours).toContain(colour.join());
    });

    it("stops when told to, and puts back whom the page was previewed as", async () => {
      const { page, panel } = watched;
      await choose(panel, "Back");
      await choose(panel, /^IT leads/);
      await shows(page, "hero", "hero-it");
      await choose(panel, "Compare audiences");
      await until("the table is there again", () =>
        panel.evaluate(() => document.querySelectorAll(".matrix tbody tr .headline").length >= 4),
      );
      await choose(panel, "Take pictures");
      await until("the first is done", async () => (await running()) >= 1, 30_000);
      await choose(panel, "Stop");
      await says(panel, /Stopped: the page is as it was before/);
      await says(panel, /Preview: seen as IT leads/i);
      await shows(page, "hero", "hero-it");
      const taken = (await shots(panel, 1)).filter(Boolean).length;
      expect(taken).toBeGreaterThanOrEqual(1);
      expect(taken).toBeLessThan(4);
      expect(await panel.evaluate(() => document.activeElement?.id)).toBe("take-pictures");
    });
  },
);

describe.skipIf(!(await isBrowserThere("chromium")))("pictures that the browser does not allow", () => {
  it("leave the words where they are, and say why", async () => {
    const site = await createSite({ port: 0 });
    const chromium = await launchChromium({ extension: "dist/extension/chrome" });
    try {
      await chromium.extension.grantHost("http://127.0.0.1/*");
      const page = await chromium.openTab(site.url);
      const panel = await chromium.extension.openPanelTab(`?tab=${await chromium.extension.tabIdOf(page)}`);
      // Leave for one site is not enough for a picture of it, and nobody has clicked on the icon here.
      await panel.evaluate(() => {
        const button = document.createElement("button");
        button.textContent = "Allow here";
        button.onclick = () => void chrome.permissions.request({ origins: ["http://127.0.0.1/*"] });
        document.body.prepend(button);
      });
      await choose(panel, "Allow here");
      await panel.evaluate(() => document.querySelector("body > button")?.remove());
      await says(panel, "Northwind");
      await choose(panel, "Audiences");
      await choose(panel, "Compare audiences");
      await says(panel, "Shows the page’s own content");
      const before = await panel.evaluate(() => document.querySelector(".matrix")?.textContent);
      await choose(panel, "Take pictures");
      await says(panel, /your browser asks for that/);
      expect(await faultsInLooks(panel, LOOKS, "panel-pictures-asking")).toEqual([]);
      // No driver can press the browser's button: somebody says no.
      await panel.evaluate(() => Object.assign(chrome.permissions, { request: async () => false }));
      await choose(panel, "Allow, and take pictures");
      await says(panel, /No pictures: the browser did not allow them/);
      expect(await panel.evaluate(() => document.querySelector(".matrix")?.textContent)).toBe(before);
      expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    } finally {
      await chromium.close();
      await site.close();
    }
  });
});
