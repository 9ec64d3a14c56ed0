import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fileSource } from "../../../../sdk/endpoint/sources/file.ts";
import type { Source } from "../../../../sdk/endpoint/sources/source.ts";
import type { Faults } from "../../../site/faults.ts";
import { createSite, type Site } from "../../../site/server.ts";
import { type Chromium, launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { until } from "../../drive/until.ts";
import { answerConsent, kept, newVisitor, shownOn, shows, signIn, type Visit } from "../visit.ts";

const CONTACTS = fileURLToPath(new URL("../../../site/contacts.ndjson", import.meta.url));

const isOwn = (shown: Record<string, string | null>) =>
  Object.values(shown).every((one) => one === "default");

/** Slots that can be read, and whether somebody can see them. */
const visibleSlots = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("[data-fw-slot]")].every(
      (one) => getComputedStyle(one).visibility === "visible" && one.checkVisibility(),
    ),
  );

describe.skipIf(!(await isBrowserThere("chromium")))("a page on which something fails", () => {
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

  async function consentAndSignIn(at: Site) {
    const { page } = visit;
    await page.goto(at.url, { waitUntil: "load" });
    await answerConsent(page, "all");
    await kept(page);
    await signIn(page, "ines-cfo");
  }

  // The browser itself writes a line about a request that was refused; nobody else may.
  const complaints = () => visit.errors.filter((line) => !/Failed to load resource/.test(line));

  it.each<Faults>([
    { membership: "fails" },
    { membership: "refuses" },
    { membership: "answers HTML" },
    { membership: "answers half of it" },
    { membership: "answers 5 MB" },
    { membership: "answers a wrong version" },
    { membership: "never answers" },
    { membershipDelay: 1_500 },
  ])("shows its own content and no error when the endpoint does this: %j", async (fault) => {
    const { page } = visit;
    Object.assign(site.faults, fault);
    await consentAndSignIn(site);
    await shows(page, "hero", "default");
    expect(isOwn(await shownOn(page))).toBe(true);
    expect(await visibleSlots(page)).toBe(true);
    expect(complaints()).toEqual([]);
    for (const name of Object.keys(fault)) delete site.faults[name as keyof Faults];
  });

  it("is not held longer than the deadline: the answer is still awaited when its own content shows", async () => {
    const { page } = visit;
    site.faults.membership = "never answers";
    await consentAndSignIn(site);
    await shows(page, "hero", "default");
    const ended = await page.evaluate(() =>
      performance.getEntriesByName(`${location.origin}/forwhom/membership`),
    );
    expect(ended).toEqual([]);
    site.faults.membership = undefined;
  });

  it("does not keep an answer that comes after somebody signed out in another tab", async () => {
    const { page } = visit;
    site.faults.membershipDelay = 500;
    await consentAndSignIn(site);
    await page.evaluate(() => {
      // biome-ignore lint/suspicious/noDocumentCookie: the other tab's sign-out does just this
      document.cookie = "forwhom_hash=; Max-Age=0; path=/";
    });
    // Whoever asks now gets the answer that is already under way.
    await page.evaluate(() => window.forwhom?.refresh());
    site.faults.membershipDelay = undefined;
    expect((await page.evaluate(() => window.forwhom?.inspect()))?.visitor.asOf).toBeUndefined();
    expect((await page.evaluate(() => localStorage.getItem("forwhom"))) ?? "").not.toContain('"answer"');
    expect(isOwn(await shownOn(page))).toBe(true);
  });

  it("does not let a late answer change what is in view", async () => {
    const { page } = visit;
    site.faults.membershipDelay = 700;
    await consentAndSignIn(site);
    await shows(page, "hero", "default");
    await page.waitForFunction(() => localStorage.getItem("forwhom")?.includes('"answer"'));
    delete site.faults.membershipDelay;
    expect(await shownOn(page)).toMatchObject({ hero: "default", "hero-cta": "default" });
    await page.reload({ waitUntil: "load" });
    await shows(page, "hero", "hero-cfo");
  });

  it("shows its own content when the endpoint is not there at all", async () => {
    const { page } = visit;
    await page.setRequestInterception(true);
    page.on("request", (request) =>
      request.url().includes("/forwhom/") ? request.abort("connectionrefused") : request.continue(),
    );
    await consentAndSignIn(site);
    await shows(page, "hero", "default");
    expect(isOwn(await shownOn(page))).toBe(true);
    expect(complaints()).toEqual([]);
  });

  it("shows its own content and no error when the later part does not arrive, and forgets all the same", async () => {
    const { page } = visit;
    await consentAndSignIn(site);
    await page.waitForFunction(() => localStorage.getItem("forwhom")?.includes('"answer"'));
    await page.evaluateOnNewDocument(() => {
      const rejections: string[] = [];
      Object.defineProperty(window, "rejections", { value: rejections });
      addEventListener("unhandledrejection", ({ reason }) => rejections.push(String(reason)));
    });
    await page.setRequestInterception(true);
    let refused = 0;
    page.on("request", (request) => {
      if (!request.url().includes("/forwhom.later.")) return request.continue();
      refused++;
      return request.abort("connectionrefused");
    });
    await page.setCacheEnabled(false);
    await page.reload({ waitUntil: "load" });
    await shows(page, "hero", "hero-cfo");
    await until("the later part was asked for", () => refused > 0);
    await page.evaluate(() => {
      const { CookieConsent } = window as unknown as {
        CookieConsent: { acceptCategory(some: string[]): void };
      };
      CookieConsent.acceptCategory([]);
    });
    await shows(page, "hero", "default");
    expect(await page.evaluate(() => localStorage.getItem("forwhom"))).toBeNull();
    // The page is asked only after the import has failed for everybody who waits for it.
    await page.evaluate(() => window.forwhom?.refresh().catch(() => {}));
    expect(await page.evaluate(() => (window as unknown as { rejections: string[] }).rejections)).toEqual([]);
    expect(complaints()).toEqual([]);
  });

  it("goes on keeping acquisition from a customer when the CRM can no longer be asked", async () => {
    const { page } = visit;
    const contacts = await fileSource(CONTACTS, () => {});
    let isDown = false;
    const source: Source = {
      visitor: (key, signal) => (isDown ? Promise.reject(new Error("down")) : contacts.visitor(key, signal)),
    };
    const withSource = await createSite({ port: 0, contacts: source, onProblem: () => {} });
    await page.goto(withSource.url, { waitUntil: "load" });
    await answerConsent(page, "all");
    await signIn(page, "maren-customer");
    await page.waitForFunction(() => localStorage.getItem("forwhom")?.includes('"customer"'));
    isDown = true;
    await page.evaluate(() => window.forwhom?.refresh());
    await page.reload({ waitUntil: "load" });
    await shows(page, "hero-cta", "hero-cta-grow");
    expect(await page.evaluate(() => document.querySelector("main")?.textContent)).not.toMatch(
      /book a demo/i,
    );
    await withSource.close();
  });
});
