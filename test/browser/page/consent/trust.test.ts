import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { demoLibrary } from "../../../site/published.ts";
import { createSite, type Site } from "../../../site/server.ts";
import { strings } from "../../../unit/consent/iab/tc-strings.json";
import { type Chromium, launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { until } from "../../drive/until.ts";
import { answerKept, hintOn } from "../membership/device.ts";
import { answerConsent, newVisitor, shownOn, shows, signIn, type Visit } from "../visit.ts";
import { inStore, say, tcfManager } from "./manager.ts";

const tcOf = (name: string) => strings.find((one) => one.name === name)?.tc ?? "";
const UNKNOWN = { storage: "unknown", behavior: "unknown", crm: "unknown", measurement: "unknown" };
const OPEN = { storage: "open", behavior: "open", crm: "open", measurement: "open" };

describe.skipIf(!(await isBrowserThere("chromium")))("a consent manager", () => {
  let chromium: Chromium;
  let site: Site;
  let tcfSite: Site;
  let cmp: string;
  let visit: Visit;
  let page: Page;
  beforeAll(async () => {
    chromium = await launchChromium();
    site = await createSite({ port: 0 });
    const library = (await demoLibrary()) as Record<string, unknown>;
    tcfSite = await createSite({ port: 0, library: { ...library, consent: { source: "tcf", gates: {} } } });
    cmp = await tcfManager();
  });
  afterAll(async () => {
    await chromium?.close();
    await site?.close();
    await tcfSite?.close();
  });
  beforeEach(async () => {
    visit = await newVisitor(chromium.browser);
    page = visit.page;
  });
  afterEach(() => visit.end());

  const gates = () => page.evaluate(() => window.forwhom?.consent().gates);
  const laterPart = () => page.evaluate(() => window.forwhom?.inspect());

  /** The page gets neither the manager's script nor the one that runs it, unless by another address. */
  async function withholdManager(): Promise<void> {
    await page.setRequestInterception(true);
    page.on("request", (request) => {
      const isWithheld = /(cookieconsent\.umd|\/consent)\.js$/.test(request.url());
      // What is asked for while the tab is being closed cannot be told any more.
      (isWithheld ? request.abort() : request.continue()).catch(() => undefined);
    });
  }

  it("that never loads leaves every gate shut, and the page as it was written", async () => {
    await withholdManager();
    await page.goto(site.url, { waitUntil: "load" });
    await laterPart();
    expect(await gates()).toEqual(UNKNOWN);
    expect(new Set(Object.values(await shownOn(page)))).toEqual(new Set(["default"]));
    expect(await hintOn(page)).toBeNull();
  });

  it("that loads late is heard once it speaks", async () => {
    // So that the test may add scripts.
    await page.setBypassCSP(true);
    await withholdManager();
    await page.goto(site.url, { waitUntil: "load" });
    await laterPart();
    expect(await gates()).toEqual(UNKNOWN);
    await page.setRequestInterception(false);
    for (const url of ["/vendor/cookieconsent.umd.js?late", "/consent.js?late"])
      await page.addScriptTag({ url });
    await answerConsent(page, "all");
    expect(await gates()).toEqual(OPEN);
    await until("the view is kept", async () => (await inStore(page, "visitors")).length > 0);
  });

  it("whose interface throws stops nothing else, and opens nothing (by a made-up one)", async () => {
    await page.evaluateOnNewDocument(() => {
      Object.assign(window, {
        __tcfapi: () => {
          throw new Error("A broken consent manager");
        },
      });
    });
    await page.goto(tcfSite.url, { waitUntil: "load" });
    await laterPart();
    expect(await gates()).toEqual(UNKNOWN);
    expect(visit.errors.filter((error) => error.includes("broken"))).toEqual([]);
  });

  it("that takes back what its own cookie says is believed at once, and the trace says so", async () => {
    await page.evaluateOnNewDocument(cmp);
    await page.setCookie({ name: "euconsent-v2", value: tcOf("accept-all"), url: tcfSite.url });
    await page.goto(tcfSite.url, { waitUntil: "load" });
    await signIn(page, "ines-cfo");
    await answerKept(page);
    await page.reload({ waitUntil: "load" });
    await shows(page, "hero", "hero-cfo");
    await laterPart();

    await say(page, tcOf("only-P1-storage"));
    expect(Object.values(await shownOn(page)).join()).not.toMatch(/cfo|recognised/);
    expect(await gates()).toEqual({
      storage: "open",
      behavior: "closed",
      crm: "closed",
      measurement: "closed",
    });
    await until("what was known is erased", async () =>
      (await inStore(page, "visitors")).every((kept) => !("answer" in kept)),
    );
    const reading = async () => (await page.evaluate(() => window.forwhom?.inspect()))?.consent.sources[0];
    expect(await reading()).toMatchObject({ source: "tcf", granted: ["1"] });
    expect((await reading())?.corrects).toContain("6");

    // A choice made since is no correction, and what was corrected stays to be read.
    await say(page, tcOf("accept-all"));
    expect(await gates()).toEqual(OPEN);
    expect((await reading())?.corrects).toContain("6");
  });

  it("that confirms its cookie, or whose visitor chooses anew, has corrected nothing", async () => {
    await page.evaluateOnNewDocument(cmp);
    await page.setCookie({ name: "euconsent-v2", value: tcOf("accept-all"), url: tcfSite.url });
    await page.goto(tcfSite.url, { waitUntil: "load" });
    await say(page, tcOf("accept-all"));
    await say(page, tcOf("all-refused"));
    const sources = await page.evaluate(() => window.forwhom?.consent().sources);
    expect(sources?.[0]?.granted).toEqual([]);
    expect(sources?.[0]?.corrects).toBeUndefined();
  });

  it("is as strict in one tab as it was told to be in another", async () => {
    await page.goto(site.url, { waitUntil: "load" });
    await answerConsent(page, "all");
    const tab = await page.browserContext().newPage();
    await tab.goto(site.url, { waitUntil: "load" });
    await tab.evaluate(() => {
      const { CookieConsent } = window as unknown as {
        CookieConsent: { acceptCategory(some: string[]): void };
      };
      CookieConsent.acceptCategory(["functional"]);
    });
    await until("the first tab heard of it", async () => (await gates())?.crm === "closed");
    expect(await gates()).toMatchObject({ storage: "open", behavior: "closed" });
  });
});
