import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Library } from "../../../../shared/library/library.ts";
import { LONGEST_HOLD } from "../../../../shared/library/vocabulary.ts";
import { demoLibrary } from "../../../site/published.ts";
import { createSite, type Site } from "../../../site/server.ts";
import { type Chromium, launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { answerConsent, newVisitor, shows, signIn, type Visit } from "../visit.ts";

/** Where nothing can be kept every view is a first one: its slots wait for the answer as long as slots may. */
async function patientLibrary(): Promise<Library> {
  const library = (await demoLibrary()) as Library;
  const slots = Object.entries(library.slots).map(([id, slot]) => [id, { ...slot, hold: LONGEST_HOLD }]);
  return { ...library, slots: Object.fromEntries(slots) };
}

describe.skipIf(!(await isBrowserThere("chromium")))("a page whose storage fails", () => {
  let chromium: Chromium;
  let site: Site;
  let visit: Visit;
  beforeAll(async () => {
    chromium = await launchChromium();
    site = await createSite({ port: 0, library: await patientLibrary() });
  });
  afterAll(async () => {
    await chromium?.close();
    await site?.close();
  });
  beforeEach(async () => {
    visit = await newVisitor(chromium.browser);
  });
  afterEach(() => visit.end());

  it.each(["throws", "is not there", "never answers", "is full"])(
    "works on when IndexedDB %s",
    async (how) => {
      const { page } = visit;
      await page.evaluateOnNewDocument((kind) => {
        if (kind === "is not there") Object.defineProperty(window, "indexedDB", { value: undefined });
        else if (kind === "is full")
          IDBObjectStore.prototype.put = () => {
            throw new DOMException("full", "QuotaExceededError");
          };
        else
          IDBFactory.prototype.open = () => {
            if (kind === "throws") throw new DOMException("blocked", "SecurityError");
            return new EventTarget() as IDBOpenDBRequest;
          };
      }, how);
      await page.goto(site.url, { waitUntil: "load" });
      await answerConsent(page, "all");
      await signIn(page, "ines-cfo");
      await shows(page, "hero", "hero-cfo");
      expect(visit.errors).toEqual([]);
    },
  );

  it("works on when every storage is blocked", async () => {
    const { page } = visit;
    await page.evaluateOnNewDocument(() => {
      for (const name of ["localStorage", "sessionStorage", "indexedDB"])
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException("blocked", "SecurityError");
          },
        });
    });
    await page.goto(site.url, { waitUntil: "load" });
    await answerConsent(page, "all");
    await signIn(page, "ines-cfo");
    await shows(page, "hero", "hero-cfo");
    expect(visit.errors).toEqual([]);
  });

  it("knows its visitor by IndexedDB where localStorage is full", async () => {
    const { page } = visit;
    await page.evaluateOnNewDocument(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    await page.goto(site.url, { waitUntil: "load" });
    await answerConsent(page, "all");
    await signIn(page, "ines-cfo");
    await shows(page, "hero", "hero-cfo");
    site.faults.membership = "never answers";
    await page.reload({ waitUntil: "load" });
    await shows(page, "hero", "hero-cfo");
    site.faults.membership = undefined;
    expect(visit.errors).toEqual([]);
  });

  it("does not believe a broken copy of what was kept", async () => {
    const { page } = visit;
    await page.goto(site.url, { waitUntil: "load" });
    await answerConsent(page, "all");
    await signIn(page, "ines-cfo");
    await page.waitForFunction(() => localStorage.getItem("forwhom")?.includes('"answer"'));
    for (const broken of ["{", "null", '{"hash":1}', '{"events":{}}']) {
      await page.evaluate((text) => localStorage.setItem("forwhom", text), broken);
      await page.reload({ waitUntil: "load" });
      await shows(page, "hero", "hero-cfo");
    }
    expect(visit.errors).toEqual([]);
  });
});
