import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createSite, type Site } from "../../site/server.ts";
import { type Chromium, launchChromium } from "../drive/chromium.ts";
import { isBrowserThere } from "../drive/find.ts";
import { takePicture } from "../drive/picture.ts";
import { until } from "../drive/until.ts";
import { watchDevice } from "./device.ts";
import {
  answerConsent,
  kept,
  newVisitor,
  readKept,
  shownOn,
  shows,
  signIn,
  signOut,
  type Visit,
  wordsOn,
} from "./visit.ts";

const ALL_DEFAULT = {
  strip: "default",
  hero: "default",
  "hero-cta": "default",
  proof: "default",
  "closing-cta": "default",
};

describe.skipIf(!(await isBrowserThere("chromium")))("a visitor of the demonstration site", () => {
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
  afterEach(async () => {
    expect(visit.errors).toEqual([]);
    await visit.end();
    expect(site.violations()).toEqual([]);
  });

  const asked = (path: string) => site.requests().filter((request) => request.path === path).length;
  const home = () => visit.page.goto(site.url, { waitUntil: "load" });

  it("who has not answered sees the page as it was written, and leaves no trace", async () => {
    const { page } = visit;
    const device = await watchDevice(page);
    const before = asked("/forwhom/membership");
    await home();
    await page.waitForSelector(".cm__btn", { visible: true });
    await page.waitForNetworkIdle();
    expect(await shownOn(page)).toEqual(ALL_DEFAULT);
    expect(await wordsOn(page)).toContain("Book a demo");
    expect(await device.touches()).toEqual([]);
    expect(asked("/forwhom/membership")).toBe(before);
    expect(asked("/forwhom/events")).toBe(0);
    await takePicture(page, "site-unknown-visitor");
  });

  it("who refuses is not recognised, although somebody is signed in", async () => {
    const { page } = visit;
    const device = await watchDevice(page);
    const before = asked("/forwhom/membership");
    await home();
    await answerConsent(page, "necessary");
    await signIn(page, "ines-cfo");
    await page.waitForNetworkIdle();
    expect(await shownOn(page)).toEqual(ALL_DEFAULT);
    expect(await device.touches()).toEqual([]);
    expect(asked("/forwhom/membership")).toBe(before);
  });

  it("who consents and stays anonymous still gets the offers", async () => {
    const { page } = visit;
    const before = asked("/forwhom/membership");
    await home();
    await answerConsent(page, "all");
    await kept(page);
    await page.reload({ waitUntil: "load" });
    expect(await shownOn(page)).toEqual(ALL_DEFAULT);
    expect(await wordsOn(page)).toContain("Book a demo");
    const [decision] = await page.evaluate(() => [window.forwhom?.decide("hero-cta")]);
    expect(decision?.candidates.map((one) => one.stoppedBy?.by)).not.toContain("suppression");
    expect(asked("/forwhom/membership")).toBe(before);
  });

  async function consentAndSignIn(contact: string) {
    await home();
    await answerConsent(visit.page, "all");
    await signIn(visit.page, contact);
  }

  /** The endpoint's answer is kept, and this is the next view. */
  async function comeBackAs(contact: string) {
    const { page } = visit;
    await consentAndSignIn(contact);
    await page.waitForFunction(() => {
      const hash = document.cookie.match(/forwhom_hash=(\w+)/)?.[1];
      return hash && localStorage.getItem("forwhom")?.includes(`"hash":"${hash}"`);
    });
    await page.reload({ waitUntil: "load" });
  }

  // The deadline is real time: on a machine that is busy elsewhere the answer may miss it, as it should.
  it("is recognised in the very view after signing in", { retry: 2 }, async () => {
    await consentAndSignIn("ines-cfo");
    await shows(visit.page, "hero", "hero-cfo");
  });

  it("who is a CFO in evaluation sees finance proof and the business case", async () => {
    const { page } = visit;
    await comeBackAs("ines-cfo");
    await shows(page, "hero", "hero-cfo");
    expect(await shownOn(page)).toMatchObject({
      hero: "hero-cfo",
      "hero-cta": "hero-cta-cfo",
      proof: "proof-cfo",
      strip: "strip-recognised",
    });
    expect(await wordsOn(page)).toContain("Build your business case");
    expect(await page.evaluate(() => document.body.innerText)).toContain("Good to see you, Ines");
    await takePicture(page, "site-cfo");
  });

  it("is recognised before the endpoint says anything, from what the device keeps", async () => {
    const { page } = visit;
    await comeBackAs("ines-cfo");
    site.faults.membership = "never answers";
    await page.reload({ waitUntil: "domcontentloaded" });
    expect(await shownOn(page)).toMatchObject({ hero: "hero-cfo", proof: "proof-cfo" });
    site.faults.membership = undefined;
  });

  it("is recognised from IndexedDB alone, where the small copy of it is gone", async () => {
    const { page } = visit;
    await comeBackAs("ines-cfo");
    await page.evaluate(() => localStorage.clear());
    site.faults.membership = "never answers";
    await page.reload({ waitUntil: "domcontentloaded" });
    await shows(page, "hero", "hero-cfo");
    site.faults.membership = undefined;
  });

  it("who is a customer sees no acquisition offer anywhere, not even the page's own", async () => {
    const { page } = visit;
    await comeBackAs("maren-customer");
    await shows(page, "hero-cta", "hero-cta-grow");
    let neutral = 0;
    for (const path of ["/", "/pricing", "/product", "/customers", "/resources"]) {
      await page.goto(site.url + path, { waitUntil: "load" });
      const offers = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>("[data-fw-slot]")]
          .filter((one) => one.checkVisibility())
          .map((one) => one.innerText)
          .join(" "),
      );
      neutral += Object.values(await shownOn(page)).filter((one) => one === "neutral").length;
      expect(offers).not.toMatch(/book a demo|start a (30-day )?trial|business case|quote in one call/i);
      await takePicture(page, `site-customer${path.replace("/", "-")}`, { whole: true });
    }
    expect(neutral).toBeGreaterThan(0);
  });

  it("leaves nothing of the first behind for the second who signs in", async () => {
    const { page } = visit;
    await comeBackAs("ines-cfo");
    await shows(page, "hero", "hero-cfo");
    await signOut(page);
    expect(await shownOn(page)).toEqual(ALL_DEFAULT);
    expect(await page.evaluate(() => document.body.innerText)).not.toContain("Ines");
    await until("the first is erased", () =>
      page.evaluate(() => !JSON.stringify(localStorage).includes("opportunity")),
    );
    site.faults.membershipDelay = 600;
    await signIn(page, "tomasz-it");
    expect(Object.values(await shownOn(page))).not.toContain("hero-cfo");
    site.faults.membershipDelay = undefined;
    await page.waitForFunction(() => localStorage.getItem("forwhom")?.includes('"answer"'));
    await page.reload({ waitUntil: "load" });
    await shows(page, "hero", "hero-it");
    expect(await page.evaluate(readKept)).toHaveLength(1);
    expect(Object.values(await shownOn(page)).join()).not.toMatch(/cfo/);
  });

  it("who objected is left alone, and nothing about that person is kept", async () => {
    const { page } = visit;
    await consentAndSignIn("oskar-objected");
    await until("the endpoint has answered", () =>
      page.evaluate(() => performance.getEntriesByName(`${location.origin}/forwhom/membership`).length > 0),
    );
    await page.reload({ waitUntil: "load" });
    await shows(page, "hero", "default");
    expect(await shownOn(page)).toEqual(ALL_DEFAULT);
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toMatch(/cfo|oskar|answer/i);
  });

  it("is counted once for what was really seen, to the endpoint and to the data layer", async () => {
    const { page } = visit;
    await comeBackAs("yuki-analyst");
    await shows(page, "hero", "hero-analyst");
    const before = site.events().length;
    await page.reload({ waitUntil: "load" });
    const heroes = () =>
      site
        .events()
        .slice(before)
        .filter((one) => one.variation === "hero-analyst");
    const slots = () =>
      new Set(
        site
          .events()
          .slice(before)
          .map((one) => one.slot),
      );
    await until("all that is in view has arrived", () => slots().has("hero") && slots().has("hero-cta"));
    expect(heroes()).toMatchObject([{ type: "exposure", slot: "hero", arm: "shown", segment: "analyst" }]);
    const layer = await page.evaluate(() => JSON.stringify((window as { dataLayer?: unknown[] }).dataLayer));
    expect(layer).toContain('"forwhom_slot":"hero"');
    expect(layer).not.toMatch(/hero-analyst|subscriber|Yuki/);
  });

  it("who takes consent back sees the page as it was written, at once, and is erased", async () => {
    const { page } = visit;
    await comeBackAs("ines-cfo");
    await shows(page, "hero", "hero-cfo");
    await page.evaluate(() => {
      const { CookieConsent } = window as unknown as {
        CookieConsent: { acceptCategory(some: string[]): void };
      };
      CookieConsent.acceptCategory([]);
    });
    expect(await shownOn(page)).toEqual(ALL_DEFAULT);
    await until("everything is erased", () =>
      page.evaluate(async () => {
        const names = (await indexedDB.databases()).map(({ name }) => name);
        return localStorage.getItem("forwhom") === null && names.length >= 0;
      }),
    );
    await until(
      "IndexedDB is empty",
      async () => ((await page.evaluate(readKept)) as unknown[]).length === 0,
    );
  });
});
