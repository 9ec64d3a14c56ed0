import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createSite, type Site } from "../../site/server.ts";
import { type Chromium, launchChromium } from "../drive/chromium.ts";
import { isBrowserThere } from "../drive/find.ts";
import { until } from "../drive/until.ts";
import { ageKept, answerKept } from "./membership/device.ts";
import { answerConsent, newVisitor, shows, signIn, type Visit } from "./visit.ts";

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

describe.skipIf(!(await isBrowserThere("chromium")))("what is kept of a visitor", () => {
  let chromium: Chromium;
  let site: Site;
  let visit: Visit;
  beforeAll(async () => {
    chromium = await launchChromium();
    site = await createSite({ port: 0 });
  });
  afterAll(async () => {
    await chromium?.close();
    await site?.close();
  });
  beforeEach(async () => {
    visit = await newVisitor(chromium.browser);
  });
  afterEach(() => visit.end());

  const asked = () => site.requests().filter(({ path }) => path === "/forwhom/membership").length;

  /** The visitor comes back so much later: what is kept is that much older. */
  async function comeBackAfter(ms: number, contact = "ines-cfo"): Promise<Page> {
    const { page } = visit;
    await page.goto(site.url, { waitUntil: "load" });
    await answerConsent(page, "all");
    await signIn(page, contact);
    await answerKept(page);
    await ageKept(page, site.url, ms);
    return page;
  }

  it("is used without asking while it is fresh", async () => {
    const page = await comeBackAfter(MINUTE);
    const before = asked();
    await page.goto(site.url, { waitUntil: "load" });
    await shows(page, "hero", "hero-cfo");
    await until("this view is kept", () =>
      page.evaluate(() => (JSON.parse(localStorage.getItem("forwhom") ?? "{}").events?.length ?? 0) > 1),
    );
    expect(asked()).toBe(before);
  });

  it("is used and asked again in the background once it is no longer fresh", async () => {
    const page = await comeBackAfter(60 * MINUTE);
    const before = asked();
    site.faults.membershipDelay = 300;
    await page.goto(site.url, { waitUntil: "domcontentloaded" });
    await shows(page, "hero", "hero-cfo");
    await until("the endpoint was asked", () => asked() === before + 1);
    site.faults.membershipDelay = undefined;
  });

  it("is not used to show anything once it is older than usable", async () => {
    const page = await comeBackAfter(60 * DAY);
    site.faults.membership = "never answers";
    await page.goto(site.url, { waitUntil: "load" });
    await shows(page, "hero", "default");
    site.faults.membership = undefined;
  });

  it("goes on keeping acquisition from a customer, however old it is", async () => {
    const page = await comeBackAfter(400 * DAY, "maren-customer");
    site.faults.membership = "never answers";
    await page.goto(site.url, { waitUntil: "load" });
    await shows(page, "hero-cta", "neutral");
    expect(await page.evaluate(() => document.querySelector("main")?.innerText)).not.toMatch(/book a demo/i);
    site.faults.membership = undefined;
  });
});
