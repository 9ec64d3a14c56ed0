import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSite, type Site } from "../../../site/server.ts";
import { launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { type Firefox, launchFirefox } from "../../drive/firefox.ts";
import { answerConsent, newVisitor, shownOn, shows, signIn } from "../visit.ts";

const GPC = {
  "privacy.globalprivacycontrol.enabled": true,
  "privacy.globalprivacycontrol.functionality.enabled": true,
};

describe.skipIf(!(await isBrowserThere("firefox")))("Firefox", () => {
  let site: Site;
  let firefox: Firefox | undefined;
  beforeAll(async () => {
    site = await createSite({ port: 0 });
  });
  afterAll(async () => {
    await firefox?.close();
    await site?.close();
  });

  it("shows a signed-in visitor the variation, and after the reload again", async () => {
    firefox = await launchFirefox();
    const page = await firefox.openTab(site.url);
    await answerConsent(page, "all");
    await signIn(page, "ines-cfo");
    await page.waitForFunction(() => localStorage.getItem("forwhom")?.includes('"answer"'));
    site.faults.membership = "never answers";
    await page.reload({ waitUntil: "domcontentloaded" });
    await shows(page, "hero", "hero-cfo");
    site.faults.membership = undefined;
    await firefox.close();
  });

  it("with Global Privacy Control gets no content by CRM facts, whatever the banner says", async () => {
    firefox = await launchFirefox({ prefs: GPC });
    const before = site.requests().filter(({ path }) => path === "/forwhom/membership").length;
    const page = await firefox.openTab(site.url);
    await answerConsent(page, "all");
    await signIn(page, "ines-cfo");
    await page.waitForFunction(() => window.forwhom !== undefined);
    expect(await page.evaluate(() => window.forwhom?.consent().gates)).toMatchObject({
      storage: "open",
      crm: "closed",
    });
    expect(await shownOn(page)).toMatchObject({ hero: "default" });
    expect(site.requests().filter(({ path }) => path === "/forwhom/membership")).toHaveLength(before);
  });
});

describe.skipIf(!(await isBrowserThere("chromium")))("Chromium, which has no Global Privacy Control", () => {
  it.each([
    ["", "open"],
    ["Object.defineProperty(navigator, 'globalPrivacyControl', { value: false })", "open"],
    ["Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })", "closed"],
  ])("and an extension that says so by %j: the CRM gate is %s", async (said, crm) => {
    const site = await createSite({ port: 0 });
    const { browser, close } = await launchChromium();
    const { page } = await newVisitor(browser);
    await page.evaluateOnNewDocument(said);
    await page.goto(site.url, { waitUntil: "load" });
    await answerConsent(page, "all");
    expect(await page.evaluate(() => window.forwhom?.consent().gates)).toMatchObject({
      storage: "open",
      behavior: "open",
      crm,
    });
    await close();
    await site.close();
  });
});
