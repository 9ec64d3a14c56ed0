import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSite, type Site } from "../../../site/server.ts";
import { type ChromiumWithExtension, launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { faultsInLooks, type Look } from "../../drive/looks.ts";
import { until } from "../../drive/until.ts";
import { answerConsent, signIn } from "../../page/visit.ts";
import { choose, loadLibrary, says } from "../panel.ts";

const LOOKS: readonly Look[] = [
  { name: "light", scheme: "light", width: 360, height: 820 },
  { name: "dark", scheme: "dark", width: 360, height: 820 },
  { name: "narrow", scheme: "light", width: 320, height: 820 },
  { name: "rtl", scheme: "dark", width: 320, height: 820, direction: "rtl" },
];
const WIDE: Look = { name: "wide", scheme: "light", width: 1100, height: 800 };

describe.skipIf(!(await isBrowserThere("chromium")))("why, whom and for whom else, for every eye", () => {
  let site: Site;
  let chromium: ChromiumWithExtension;
  let page: Page;
  let panel: Page;
  beforeAll(async () => {
    site = await createSite({ port: 0 });
    chromium = await launchChromium({ extension: "dist/extension/chrome" });
    page = await chromium.openTab(`${site.url}/`);
    panel = await chromium.extension.openSidePanel(page);
    await says(panel, "Northwind");
  });
  afterAll(async () => {
    await chromium?.close();
    await site?.close();
  });

  const hasNoFaults = async (name: string, looks = LOOKS) =>
    expect(await faultsInLooks(panel, looks, `panel-${name}`, { whole: true })).toEqual([]);
  const isThere = (selector: string) =>
    until(`${selector} is there`, () =>
      panel.evaluate((one) => document.querySelector(one) !== null, selector),
    );

  it("is without faults where it says what would have to be different", async () => {
    await choose(panel, /passed over$/);
    await isThere(".needed li");
    await hasNoFaults("needed");
  });

  it("is without faults where it shows the visitor, and what happens", async () => {
    await answerConsent(page, "all");
    await signIn(page, "ines-cfo");
    await page.waitForFunction(() => localStorage.getItem("forwhom")?.includes('"answer"'));
    await page.goto(`${site.url}/pricing`);
    await page.goto(`${site.url}/`);
    await says(panel, "Known to this site");
    await choose(panel, "What Forwhom knows");
    for (const part of [/^Properties/, /^In audiences/, /^Behavior/, /^Consent and who/, /^What happens/])
      await choose(panel, part);
    await isThere(".timeline li");
    await isThere(".log li");
    await hasNoFaults("visitor");
    await choose(panel, "What Forwhom knows");
  });

  it("is without faults where it compares audiences: as cards, as a table, and two beside each other", async () => {
    await loadLibrary(panel, `${site.url}/library.json`);
    await panel.keyboard.press("Escape");
    await choose(panel, "Audiences");
    await choose(panel, "Compare audiences");
    await until("four are compared", () =>
      panel.evaluate(() => document.querySelectorAll(".matrix tbody tr").length === 4),
    );
    await hasNoFaults("compare");
    await hasNoFaults("compare", [WIDE]);
    await choose(panel, /audiences chosen$/);
    for (const left of [3, 2])
      await until(`${left} are left`, () =>
        panel.evaluate((many) => {
          const chosen = [...document.querySelectorAll<HTMLInputElement>(".audience-boxes input:checked")];
          if (chosen.length > many) chosen.at(-1)?.click();
          return chosen.length === many;
        }, left),
      );
    await isThere(".beside-slot");
    await hasNoFaults("compare-two");
  });
});
