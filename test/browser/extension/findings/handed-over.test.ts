import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page, Target } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSite, type Site } from "../../../site/server.ts";
import { type ChromiumWithExtension, launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { faultsInLooks, type Look } from "../../drive/looks.ts";
import { until } from "../../drive/until.ts";
import { answerConsent } from "../../page/visit.ts";
import { choose, says } from "../panel.ts";

const LOOKS: readonly Look[] = [
  { name: "light", scheme: "light", width: 900, height: 900 },
  { name: "dark", scheme: "dark", width: 360, height: 820 },
];

describe.skipIf(!(await isBrowserThere("chromium")))("findings that are handed over", () => {
  let site: Site;
  let folder: string;
  let chromium: ChromiumWithExtension;
  let page: Page;
  let panel: Page;
  let tab: number;
  beforeAll(async () => {
    site = await createSite({ port: 0 });
    folder = await mkdtemp(join(tmpdir(), "forwhom-downloads-"));
    chromium = await launchChromium({ extension: "dist/extension/chrome" });
    const session = await chromium.browser.target().createCDPSession();
    await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
    page = await chromium.openTab(`${site.url}/`);
    await answerConsent(page, "necessary");
    // The click on the icon opens a side panel, which would look, too.
    const side = await chromium.extension.openSidePanel(page);
    await side.close();
    tab = await chromium.extension.tabIdOf(page);
    await page.goto(`${site.url}/broken?email=ines@northwind.example`);
    panel = await chromium.extension.openPanelTab(`?tab=${tab}`);
    await choose(panel, /^Findings/);
    await says(panel, "Personalised without consent");
  });
  afterAll(async () => {
    await chromium?.close();
    await site?.close();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  /** What the icon says of a tab: asked of the browser itself, by the background. */
  const badgeOf = async (id = tab) => {
    const worker = await chromium.extension.worker();
    return worker.evaluate(async (tabId) => {
      const [text, title] = await Promise.all([
        chrome.action.getBadgeText({ tabId }),
        chrome.action.getTitle({ tabId }),
      ]);
      return `${text} ${title}`;
    }, id);
  };

  const saved = async (format: string) => {
    await choose(panel, /HTML|JSON|SARIF/.test(format) ? new RegExp(format) : format);
    const name = await until(`a ${format} file is saved`, async () =>
      (await readdir(folder)).find((one) => one.endsWith(`.${format.toLowerCase()}`)),
    );
    return { name, text: await readFile(join(folder, name), "utf8") };
  };

  const copied = async (name: string | RegExp) => {
    await choose(panel, name);
    await says(panel, "Copied");
    return panel.evaluate(() => navigator.clipboard.readText());
  };

  it("are copied as the text of an issue: one, or all of them, and the focus stays", async () => {
    const origin = await panel.evaluate(() => location.origin);
    await chromium.browser.defaultBrowserContext().overridePermissions(origin, ["clipboard-read"]);
    const one = await copied("Copy as issue text");
    expect(one).toMatch(/^# Personalised without consent\n/);
    expect(await panel.evaluate(() => document.activeElement?.textContent)).toBe("Copied");
    await choose(panel, "Copy or export");
    expect(await copied("Copy all as issue text")).toMatch(/^# Findings by Forwhom\n/);
    expect(one).not.toContain("ines@");
  });

  it("are saved as a file to read, as data, and for code scanning, without any permission to download", async () => {
    const json = await saved("JSON");
    expect(json.name).toMatch(/^forwhom-127\.0\.0\.1-\d{4}-\d\d-\d\d\.json$/);
    expect(JSON.parse(json.text)).toMatchObject({ forwhom: 1, language: "en", page: `${site.url}/broken` });
    const sarif = await saved("SARIF");
    expect(JSON.parse(sarif.text).runs[0].results.length).toBeGreaterThan(0);
    const html = await saved("HTML");
    for (const { text } of [json, sarif, html]) expect(text).not.toContain("ines@");
    const report = await chromium.openTab(`file://${join(folder, html.name)}`);
    await says(report, "Personalised without consent");
    expect(await faultsInLooks(report, LOOKS, "report", { whole: true })).toEqual([]);
    await report.close();
  });

  it("are counted on the icon of that tab alone, though the background is stopped meanwhile", async () => {
    const many = await until(
      "the icon has its badge",
      async () => /^\d+ Forwhom: \d+ findings? on this page$/.exec(await badgeOf())?.[0],
    );
    const worker = await chromium.extension.worker();
    const isBackground = (one: Target) => one.type() === "service_worker";
    const background = chromium.browser.targets().find(isBackground);
    await worker.close();
    await until(
      "the background is stopped",
      () => background && !chromium.browser.targets().includes(background),
    );
    expect(await badgeOf()).toBe(many);
    const other = await chromium.openTab(site.url);
    expect(await badgeOf(await chromium.extension.tabIdOf(other))).toMatch(/^ Forwhom: see this page/);
    await other.close();
  });

  it("are counted no longer once the page is another, and again once it is back", async () => {
    await page.goto(`${site.url}/pricing`);
    await says(panel, "Nothing wrong was found");
    await until("the badge is gone", async () => (await badgeOf()).startsWith(" "));
    await page.goto(`${site.url}/broken`);
    await until("the badge is back", async () => !(await badgeOf()).startsWith(" "));
  });

  it("are counted no longer once nobody looks", async () => {
    await panel.close();
    await until("the badge is gone", async () => (await badgeOf()).startsWith(" "));
  });
});
