import { SignJWT } from "jose";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createSite, type Site, TOKEN_SECRET } from "../../../site/server.ts";
import { launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { launchFirefox } from "../../drive/firefox.ts";
import { until } from "../../drive/until.ts";
import {
  answerConsent,
  newVisitor,
  readKept,
  shownOn,
  shows,
  signIn,
  signOut,
  type Visit,
} from "../visit.ts";
import { answerKept, hintOn } from "./device.ts";

const BROWSERS = [
  { name: "chromium", launch: launchChromium },
  { name: "firefox", launch: launchFirefox },
] as const;

const tokenFor = (contact: string) =>
  new SignJWT({})
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(contact)
    .setExpirationTime("1m")
    .sign(new TextEncoder().encode(TOKEN_SECRET));

for (const { name, launch } of BROWSERS)
  describe.skipIf(!(await isBrowserThere(name)))(
    `in ${name}, one person's membership never shows for another`,
    () => {
      let opened: { readonly browser: Browser; close(): Promise<void> };
      let site: Site;
      let visit: Visit;
      let page: Page;
      beforeAll(async () => {
        opened = await launch();
        site = await createSite({ port: 0 });
      });
      afterAll(async () => {
        await opened?.close();
        await site?.close();
      });
      beforeEach(async () => {
        visit = await newVisitor(opened.browser);
        page = visit.page;
      });
      afterEach(async () => {
        delete site.faults.membership;
        delete site.faults.membershipDelay;
        await visit.end();
      });

      async function comeBackAs(contact: string, variation: string): Promise<void> {
        await page.goto(site.url, { waitUntil: "load" });
        await answerConsent(page, "all");
        await signIn(page, contact);
        await answerKept(page);
        await page.reload({ waitUntil: "load" });
        await shows(page, "hero", variation);
        await laterPart(page);
      }

      const laterPart = (on: Page) =>
        until("the later part follows the visitor", () =>
          on.evaluate(async () => (await window.forwhom?.inspect()) !== undefined),
        );

      const otherTab = async (): Promise<Page> => {
        const tab = await page.browserContext().newPage();
        await tab.goto(site.url, { waitUntil: "load" });
        return tab;
      };

      const lookAt = (on: Page) => on.bringToFront();
      const everything = (on: Page) =>
        on.evaluate(async () => document.body.innerText + JSON.stringify(await window.forwhom?.inspect()));
      const keptOn = async (on: Page) => `${await hintOn(on)}${JSON.stringify(await on.evaluate(readKept))}`;

      /** Of Ines nothing is shown, known or kept. */
      async function nothingOfInes(on: Page): Promise<void> {
        await shows(on, "hero", "default");
        expect(Object.values(await shownOn(on)).join()).not.toMatch(/cfo/);
        expect(await everything(on)).not.toMatch(/Good to see you, Ines|"Ines"/);
        await until("what was kept of her is erased", async () => !/Ines|"answer"/.test(await keptOn(on)));
      }

      it("after signing out", async () => {
        await comeBackAs("ines-cfo", "hero-cfo");
        await signOut(page);
        await nothingOfInes(page);
      });

      it("in a tab that was open while somebody signed out in another, at once", async () => {
        await comeBackAs("ines-cfo", "hero-cfo");
        await signOut(await otherTab());
        await nothingOfInes(page);
      });

      /** On a page of the site that has nothing of ours. */
      async function signOutElsewhere(): Promise<void> {
        const tab = await page.browserContext().newPage();
        await tab.goto(`${site.url}/site.css`);
        const status = () => fetch("/forwhom/sign-out", { method: "POST" }).then((answer) => answer.status);
        expect(await tab.evaluate(status)).toBe(200);
      }

      it("in a tab that was open while somebody signed out elsewhere on the site, once it is looked at", async () => {
        await comeBackAs("ines-cfo", "hero-cfo");
        await signOutElsewhere();
        await shows(page, "hero", "hero-cfo");
        await lookAt(page);
        await nothingOfInes(page);
      });

      it("in a tab that does something for whoever was signed in before: nothing of it is kept of them", async () => {
        await comeBackAs("ines-cfo", "hero-cfo");
        await signOutElsewhere();
        await page.evaluate(() => localStorage.removeItem("forwhom"));
        await page.evaluate(() => window.forwhom?.track("something"));
        // Where the tab has noticed by then, it is nobody's in particular.
        const hint = (await hintOn(page)) ?? '{"hash":""}';
        for (const kept of [JSON.parse(hint), ...(await page.evaluate(readKept))] as { hash: string }[])
          if (kept.hash !== "") expect(JSON.stringify(kept)).not.toContain("something");
        expect(JSON.parse(hint).hash).toBe("");
      });

      it("on a device that a second person uses, whose answer is not there yet", async () => {
        await comeBackAs("ines-cfo", "hero-cfo");
        const tab = await otherTab();
        site.faults.membership = "never answers";
        await signIn2(tab);
        for (const one of [tab, page]) {
          await lookAt(one);
          await nothingOfInes(one);
        }
        delete site.faults.membership;
        await tab.reload({ waitUntil: "load" });
        await answerKept(tab);
        await tab.reload({ waitUntil: "load" });
        await shows(tab, "hero", "hero-it");
        expect(await keptOn(tab)).not.toMatch(/Ines/);
      });

      /** The second person signs out the first and signs in. */
      async function signIn2(tab: Page): Promise<void> {
        await signOut(tab);
        await signIn(tab, "tomasz-it");
      }

      it("from an answer that arrives after signing out", async () => {
        await page.goto(site.url, { waitUntil: "load" });
        await answerConsent(page, "all");
        const before = asked();
        site.faults.membershipDelay = 600;
        await signIn(page, "ines-cfo");
        await until("it is being asked about her", () => asked() > before);
        await signOutElsewhere();
        // Whoever asks now gets the answer that is under way.
        await page.evaluate(() => window.forwhom?.refresh());
        await nothingOfInes(page);
      });

      const asked = () => site.requests().filter(({ path }) => path === "/forwhom/membership").length;

      it("when the page identifies somebody over somebody else", async () => {
        await comeBackAs("ines-cfo", "hero-cfo");
        site.faults.membershipDelay = 300;
        const identified = page.evaluate(
          (token) => window.forwhom?.identify(token),
          await tokenFor("tomasz-it"),
        );
        await shows(page, "hero", "default");
        await until(
          "of her nothing is there, though nothing is known of him",
          async () => !/"Ines"/.test(await everything(page)),
        );
        expect(await identified).toBe(true);
        await answerKept(page);
        expect(await keptOn(page)).not.toMatch(/Ines/);
        await page.reload({ waitUntil: "load" });
        await shows(page, "hero", "hero-it");
      });

      it("and nobody is identified by a token that is not right, nor without consent", async () => {
        await page.goto(site.url, { waitUntil: "load" });
        const token = await tokenFor("ines-cfo");
        const identify = (sent: string) => page.evaluate((one) => window.forwhom?.identify(one), sent);
        const sent = () => site.requests().filter(({ path }) => path === "/forwhom/identify").length;
        const before = sent();
        expect(await identify(token)).toBe(false);
        expect(sent()).toBe(before);
        await answerConsent(page, "all");
        expect(await identify(`${token}x`)).toBe(false);
        expect(await page.evaluate(() => document.cookie)).not.toContain("forwhom_hash");
        expect(await identify(token)).toBe(true);
        await answerKept(page);
        // Nobody was here before, and what is in view does not change.
        expect(await shownOn(page)).toMatchObject({ hero: "default" });
      });
    },
  );
