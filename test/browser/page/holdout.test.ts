import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lotOf } from "../../../sdk/page/measure/lot.ts";
import { demoLibrary } from "../../site/published.ts";
import { createSite, type Site } from "../../site/server.ts";
import { type Chromium, launchChromium } from "../drive/chromium.ts";
import { isBrowserThere } from "../drive/find.ts";
import { until } from "../drive/until.ts";
import { answerConsent, newVisitor, shows, signIn, type Visit } from "./visit.ts";

const HERO: Readonly<Record<string, string>> = {
  "ines-cfo": "hero-cfo",
  "tomasz-it": "hero-it",
  "yuki-analyst": "hero-analyst",
};

describe.skipIf(!(await isBrowserThere("chromium")))("the holdout", () => {
  let chromium: Chromium;
  let site: Site;
  let heldOut: string;
  let spared: string;
  beforeAll(async () => {
    chromium = await launchChromium();
    const library = (await demoLibrary()) as Record<string, unknown>;
    // Three lots lie where they lie: the salt is chosen so that one of them is held out and one is not.
    site = await createSite({ port: 0, library });
    const lots = await Promise.all(
      Object.keys(HERO).map(async (contact) => [contact, await hashOf(contact)] as const),
    );
    await site.close();
    let salt = "";
    for (let at = 0; !heldOut || !spared; at++) {
      salt = `salt-${at}`;
      const sides = await Promise.all(
        lots.map(async ([contact, hash]) => [contact, ((await lotOf(hash, salt)) ?? 1) < 0.4] as const),
      );
      heldOut = sides.find(([, isHeldOut]) => isHeldOut)?.[0] ?? "";
      spared = sides.find(([, isHeldOut]) => !isHeldOut)?.[0] ?? "";
    }
    site = await createSite({ port: 0, library: { ...library, measurement: { holdout: 0.4, salt } } });
  });
  afterAll(async () => {
    await chromium?.close();
    await site?.close();
  });

  async function hashOf(contact: string): Promise<string> {
    const response = await fetch(`${site.url}/sign-in`, {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams({ contact }),
    });
    const cookies = response.headers.getSetCookie().join(";");
    return /forwhom_hash=([0-9a-f]{16})/.exec(cookies)?.[1] ?? "";
  }

  async function comeBack({ page }: Visit, contact: string, categories?: readonly string[]): Promise<void> {
    await page.goto(site.url, { waitUntil: "load" });
    await answerConsent(page, "all");
    if (categories)
      await page.evaluate((some) => {
        const { CookieConsent } = window as unknown as {
          CookieConsent: { acceptCategory(all: readonly string[]): void };
        };
        CookieConsent.acceptCategory(some);
      }, categories);
    await signIn(page, contact);
    await page.waitForFunction(() => localStorage.getItem("forwhom")?.includes('"answer"'));
    await page.reload({ waitUntil: "load" });
  }

  it("keeps the page's own content, and counts what would have been shown", async () => {
    const visit = await newVisitor(chromium.browser);
    await comeBack(visit, heldOut);
    await shows(visit.page, "hero", "default");
    const counted = () => site.events().filter((one) => one.slot === "hero");
    await until("the would-be exposure has arrived", () => counted().length > 0);
    expect(counted()[0]).toMatchObject({ arm: "holdout", variation: HERO[heldOut] });
    await visit.end();
  });

  it("lets somebody whose lot lies outside it see their variation", async () => {
    const visit = await newVisitor(chromium.browser);
    await comeBack(visit, spared);
    await shows(visit.page, "hero", HERO[spared] ?? "");
    await visit.end();
  });

  it("holds nobody out who did not agree to be counted", async () => {
    const visit = await newVisitor(chromium.browser);
    await comeBack(visit, heldOut, ["functional", "personalization"]);
    await shows(visit.page, "hero", HERO[heldOut] ?? "");
    await visit.end();
  });
});
