import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fileSource } from "../../../../sdk/endpoint/sources/file.ts";
import { createSite, type Site } from "../../../site/server.ts";
import { type Chromium, launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { until } from "../../drive/until.ts";
import { answerKept, hintOn } from "../membership/device.ts";
import { answerConsent, newVisitor, shownOn, shows, signIn, type Visit } from "../visit.ts";
import { inStore } from "./manager.ts";

const CONTACTS = fileURLToPath(new URL("../../../site/contacts.ndjson", import.meta.url));

describe.skipIf(!(await isBrowserThere("chromium")))(
  "somebody who objects in the CRM while they are here",
  () => {
    let chromium: Chromium;
    let site: Site;
    let visit: Visit;
    let page: Page;
    let hasObjected = false;
    beforeAll(async () => {
      chromium = await launchChromium();
      const contacts = await fileSource(CONTACTS, () => {});
      site = await createSite({
        port: 0,
        contacts: {
          async visitor(key, signal) {
            const records = await contacts.visitor(key, signal);
            const { contact } = records ?? {};
            return records && { ...records, contact: { ...contact, webPersonalizationOptOut: hasObjected } };
          },
        },
      });
    });
    afterAll(async () => {
      await chromium?.close();
      await site?.close();
    });
    beforeEach(async () => {
      hasObjected = false;
      visit = await newVisitor(chromium.browser);
      page = visit.page;
      await page.goto(site.url, { waitUntil: "load" });
      await answerConsent(page, "all");
      await signIn(page, "ines-cfo");
      await answerKept(page);
      await page.reload({ waitUntil: "load" });
      await shows(page, "hero", "hero-cfo");
      await page.evaluate(() => window.forwhom?.track("topic_open", { topic: "close" }));
      await until("what she did is kept", async () =>
        JSON.stringify(await inStore(page, "visitors")).includes("topic_open"),
      );
      hasObjected = true;
      await page.evaluate(() => window.forwhom?.refresh());
    });
    afterEach(() => visit.end());

    it("sees the page as it was written, and neither what was known of her nor what she did is kept", async () => {
      expect(Object.values(await shownOn(page)).join()).not.toMatch(/cfo|recognised/);
      expect(await page.evaluate(() => document.body.innerText)).not.toContain("Good to see you, Ines");
      expect(await hintOn(page)).toBeNull();
      expect(await inStore(page, "visitors")).toEqual([]);
    });

    it("is not followed any further in this view", async () => {
      await page.evaluate(() => window.forwhom?.track("topic_open", { topic: "spend" }));
      await page.evaluate(() => window.forwhom?.dismiss("book-demo"));
      await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
      expect(await hintOn(page)).toBeNull();
      expect(await inStore(page, "visitors")).toEqual([]);
    });

    it("has nothing kept by the next view either, once the endpoint has said so", async () => {
      await page.reload({ waitUntil: "load" });
      await until("the endpoint has answered", () =>
        page.evaluate(async () => (await window.forwhom?.inspect())?.visitor.asOf),
      );
      await until("nothing is kept", async () => (await inStore(page, "visitors")).length === 0);
      expect(await hintOn(page)).toBeNull();
      await shows(page, "hero", "default");
    });

    it("is recognised again once she has changed her mind", async () => {
      hasObjected = false;
      await page.evaluate(() => window.forwhom?.refresh());
      await answerKept(page);
      await page.reload({ waitUntil: "load" });
      await shows(page, "hero", "hero-cfo");
    });
  },
);
