import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import german from "../../../../extension/_locales/de/messages.json" with { type: "json" };
import english from "../../../../extension/_locales/en/messages.json" with { type: "json" };
import { createSite, type Site } from "../../../site/server.ts";
import { type ChromiumWithExtension, launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { launchFirefox } from "../../drive/firefox.ts";
import { faultsInLooks, type Look, wear } from "../../drive/looks.ts";
import { until } from "../../drive/until.ts";
import { answerConsent, shows } from "../../page/visit.ts";
import { choose, says } from "../panel.ts";
import { germanExtension } from "./german.ts";

const LOOKS: readonly Look[] = [
  { name: "light", scheme: "light", width: 360, height: 820 },
  { name: "narrow", scheme: "dark", width: 320, height: 820 },
];

const inGerman: Readonly<Record<string, { message: string }>> = german;
/** Whatever the panel would say in English that is something else in German. */
const foreign = Object.entries(english)
  .filter(([key, { message }]) => !message.includes("$") && message !== inGerman[key]?.message)
  .map(([, { message }]) => message);

/** Everything that a person reads or hears in the panel, piece by piece. */
const pieces = () =>
  [...document.querySelectorAll("*")].flatMap((one) => [
    ...[...one.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.textContent ?? ""),
    ...["aria-label", "title", "placeholder"].map((name) => one.getAttribute(name) ?? ""),
  ]);

async function isGerman(panel: Page): Promise<void> {
  const read = new Set((await panel.evaluate(pieces)).map((piece) => piece.replace(/\s+/g, " ").trim()));
  expect(read.size).toBeGreaterThan(3);
  expect(foreign.filter((message) => read.has(message))).toEqual([]);
}

describe.skipIf(!(await isBrowserThere("chromium")))("the panel in German", () => {
  let site: Site;
  let bare: Site;
  let extension: Awaited<ReturnType<typeof germanExtension>>;
  let chromium: ChromiumWithExtension;
  let page: Page;
  let panel: Page;
  beforeAll(async () => {
    site = await createSite({ port: 0 });
    bare = await createSite({ port: 0, withoutForwhom: true });
    extension = await germanExtension();
    chromium = await launchChromium({ extension: extension.folder });
    page = await chromium.openTab(`${site.url}/`);
    panel = await chromium.extension.openSidePanel(page);
    await says(panel, "Northwind");
  });
  afterAll(async () => {
    await chromium?.close();
    await extension?.remove();
    await site?.close();
    await bare?.close();
  });

  const isRight = async (name: string) => {
    await isGerman(panel);
    expect(await faultsInLooks(panel, LOOKS, `german-${name}`, { whole: true })).toEqual([]);
  };

  it("says so to whoever reads it aloud", async () => {
    expect(foreign.length).toBeGreaterThan(80);
    expect(await panel.evaluate(() => document.documentElement.lang)).toBe("de");
  });

  it("speaks of a page, with the engine’s reasons, and has room for it", async () => {
    await says(panel, "Zeigt den eigenen Inhalt der Seite");
    await isRight("page");
  });

  it("speaks of audiences, and of all that the library says of them", async () => {
    await choose(panel, "Bibliothek");
    await isRight("library");
    await panel.keyboard.press("Escape");
    await panel.waitForFunction(() => !document.querySelector("dialog"));
    await choose(panel, "Zielgruppen");
    await choose(panel, "Über CFOs in evaluation");
    await isRight("audiences");
  });

  it("speaks of findings, whatever became of each check", async () => {
    await answerConsent(page, "necessary");
    await page.goto(`${site.url}/broken`);
    await choose(panel, /^Befunde/);
    await says(panel, "Ohne Einwilligung personalisiert");
    await panel.evaluate(() => {
      for (const one of document.querySelectorAll("details")) one.open = true;
    });
    await isRight("findings");
  });

  it("speaks German in the page, too, where it is previewed", async () => {
    await page.goto(`${site.url}/`);
    await choose(panel, "Zielgruppen");
    await choose(panel, /^CFOs in evaluation/);
    await shows(page, "hero", "hero-cfo");
    await says(panel, "Vorschau: gesehen als");
    await isRight("preview");
    await until("the banner speaks German", () => page.$('aria/Forwhom-Vorschau[role="region"]'));
    await wear(page, { name: "banner", scheme: "light", width: 1280, height: 800 });
    await choose(panel, /^Verlassen/);
    await says(panel, "Sie selbst");
  });

  it("speaks of pictures for each audience, and of what is shown anyway", async () => {
    await choose(panel, "Zielgruppen vergleichen");
    await panel.waitForFunction(() => document.querySelectorAll(".matrix tbody tr .headline").length >= 4);
    await choose(panel, "Bilder aufnehmen");
    await panel.waitForSelector(".compare-progress");
    await panel.waitForFunction(() => !document.querySelector(".compare-progress"), { timeout: 60_000 });
    expect(await panel.evaluate(() => document.querySelectorAll(".matrix img").length)).toBeGreaterThan(8);
    await isRight("pictures");
    await choose(panel, "Zurück");
    await choose(panel, /^CFOs in evaluation/);
    await says(panel, "Vorschau: gesehen als");
    await choose(panel, /^Seite/);
    await panel.waitForSelector("li.slot details");
    await panel.evaluate(() => {
      for (const one of document.querySelectorAll<HTMLDetailsElement>("li.slot details")) one.open = true;
    });
    await panel.waitForFunction(
      (sought) => document.querySelector(".needed") && !document.body.textContent?.includes(sought),
      {},
      german.neededSought.message,
    );
    await choose(panel, "Trotzdem zeigen");
    await says(panel, "Trotzdem gezeigt, nur in diesem Tab");
    await isRight("anyway");
    await choose(panel, /^Verlassen/);
    await says(panel, "Sie selbst");
  });

  it("speaks German where there is nothing to list", async () => {
    const tab = await chromium.openTab(bare.url);
    await says(panel, "Forwhom darf diese Seite noch nicht ansehen");
    await isRight("not-allowed");
    await chromium.extension.triggerAction(tab);
    await says(panel, "Kein Forwhom auf dieser Seite");
    await isRight("without");
    await tab.close();
  });
});

describe.skipIf(!(await isBrowserThere("firefox")))("the sidebar in German, in Firefox", () => {
  it("speaks of a page, of audiences, of findings and of the library", async () => {
    const site = await createSite({ port: 0 });
    const extension = await germanExtension("firefox");
    const firefox = await launchFirefox({ extension: extension.folder });
    try {
      await firefox.extension.grantHost("http://127.0.0.1/*");
      const page = await firefox.openTab(`${site.url}/`);
      const panel = await firefox.extension.openPanelTab(`?tab=${await firefox.extension.tabIdOf(page)}`);
      await says(panel, "Zeigt den eigenen Inhalt der Seite");
      expect(await panel.evaluate(() => document.documentElement.lang)).toBe("de");
      for (const tab of ["page", "audiences", "findings", "library"]) {
        await panel.evaluate((id) => document.getElementById(`tab-${id}`)?.click(), tab);
        await isGerman(panel);
      }
    } finally {
      await firefox.close();
      await extension.remove();
      await site.close();
    }
  });
});
