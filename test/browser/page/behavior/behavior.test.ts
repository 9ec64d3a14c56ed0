import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Kept } from "../../../../sdk/page/membership/device/kept.ts";
import { createSite, type Site } from "../../../site/server.ts";
import { type Chromium, launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { until } from "../../drive/until.ts";
import { dump } from "../device.ts";
import { answerConsent, newVisitor, readKept, shows, type Visit } from "../visit.ts";
import { askingLibrary } from "./asking-library.ts";

const MINUTE = 60_000;

describe.skipIf(!(await isBrowserThere("chromium")))("what a visitor does", () => {
  let chromium: Chromium;
  let site: Site;
  let visit: Visit;
  beforeAll(async () => {
    chromium = await launchChromium();
    site = await createSite({ port: 0, library: await askingLibrary() });
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
  });

  const log = async (): Promise<Kept | undefined> => (await visit.page.evaluate(readKept))[0] as Kept;
  const counted = async (event: string) =>
    ((await log())?.events ?? [])
      .filter((one) => one.event === event)
      .reduce((sum, { times = 1 }) => sum + times, 0);
  const isCounted = (event: string, times: number) =>
    until(`${event} is kept ${times} times`, async () => (await counted(event)) === times);

  let views = 0;
  /** Opens a page and waits until its view is in the log. */
  async function open(path: string): Promise<void> {
    await visit.page.goto(site.url + path, { waitUntil: "load" });
    await isCounted("page_view", ++views);
  }

  /** Opens a first page, and agrees to all on it. */
  async function arrive(path = "/"): Promise<void> {
    views = 1;
    await visit.page.goto(site.url + path, { waitUntil: "load" });
    await answerConsent(visit.page, "all");
    await isCounted("page_view", 1);
  }

  /** From the next page on, every clock of the page is so much later. */
  const pass = (minutes: number) =>
    visit.page.evaluateOnNewDocument((ms) => {
      const Before = Date;
      class Later extends Before {
        constructor(...input: readonly unknown[]) {
          super(...((input.length === 0 ? [Before.now() + ms] : input) as [number]));
        }
        static override now() {
          return Before.now() + ms;
        }
      }
      window.Date = Later as DateConstructor;
    }, minutes * MINUTE);

  it("is counted in sessions and visits as in GA4, and decides in the very view that begins one", async () => {
    await arrive();
    expect((await log())?.events.map(({ event }) => event)).toEqual([
      "first_visit",
      "session_start",
      "page_view",
    ]);
    await pass(29);
    await open("/pricing");
    expect((await log())?.visits?.sessions).toBe(1);
    const seen = Date.parse((await log())?.visits?.firstVisit ?? "");
    await pass(31);
    await open("/");
    const { visits } = (await log()) as Kept;
    expect(visits?.sessions).toBe(2);
    expect(Date.parse(visits?.previousVisit ?? "") - seen).toBeGreaterThanOrEqual(29 * MINUTE);
    expect(Date.parse(visits?.firstVisit ?? "")).toBe(seen);
    expect(await counted("session_start")).toBe(2);
    await shows(visit.page, "strip", "default");

    await pass(60);
    await visit.page.goto(site.url, { waitUntil: "domcontentloaded" });
    await shows(visit.page, "strip", "strip-returning");
    await isCounted("session_start", 3);
    expect(await counted("first_visit")).toBe(1);
  });

  it("by a click or a form is kept as where it was, and nothing of what was entered", async () => {
    const { page } = visit;
    await arrive("/pricing");
    await page.evaluate(() => {
      const link = Object.assign(document.createElement("a"), {
        id: "to-secret",
        href: "https://other.example/path?secret=hunter2#hunter2",
        textContent: "hunter2",
      });
      link.addEventListener("click", (event) => event.preventDefault());
      const mail = Object.assign(document.createElement("a"), { href: "mailto:hunter2@northwind.example" });
      mail.addEventListener("click", (event) => event.preventDefault());
      document.querySelector("main")?.prepend(link, mail);
      link.click();
      mail.click();
    });
    await isCounted("click", 2);
    await page.type('[data-fw-slot="demo-form"] input[name="email"]', "hunter2@secret.example");
    // A field that calls itself "id" stands in the place of the form's own.
    await page.evaluate(() => {
      const form = document.querySelector('[data-fw-slot="demo-form"] form');
      for (const name of ["id", "name", "action", "password"])
        form?.append(
          Object.assign(document.createElement("input"), { name, value: "hunter2", type: "password" }),
        );
    });
    await page.click('[data-fw-slot="demo-form"] button[type="submit"]');
    await isCounted("form_submit", 1);
    await isCounted("offer_converted", 1);

    const { events } = (await log()) as Kept;
    const fieldsOf = (name: string) =>
      events.filter(({ event }) => event === name).map(({ fields }) => fields);
    expect(fieldsOf("click")).toEqual([
      { id: "to-secret", link: "other.example/path" },
      { link: "mailto:" },
      { slot: "demo-form" },
    ]);
    expect(fieldsOf("form_submit")).toEqual([{ form: "/pricing", slot: "demo-form" }]);
    expect(await dump(page)).toContain("form_submit");
    expect(await dump(page)).not.toMatch(/hunter2|secret\.example/);
  });

  it("is due to what led there first and last, without the id of an advertisement's click", async () => {
    await arrive("/?utm_source=newsletter&utm_medium=email&utm_campaign=may&gclid=CLICK-ID");
    await pass(31);
    await open("/pricing");
    await pass(31);
    const newsletter = { source: "newsletter", medium: "email", campaign: "may" };
    expect((await log())?.visits).toMatchObject({ firstTouch: newsletter, lastTouch: newsletter });
    await open("/product?gclid=CLICK-ID");
    expect((await log())?.visits).toMatchObject({
      sessions: 3,
      firstTouch: newsletter,
      lastTouch: { source: "google", medium: "cpc" },
    });
    expect(await dump(visit.page)).not.toContain("CLICK-ID");
  });

  it("decides by what led there before", async () => {
    await arrive("/?utm_source=newsletter");
    await open("/customers");
    await visit.page.goto(`${site.url}/customers`, { waitUntil: "domcontentloaded" });
    await shows(visit.page, "strip", "strip-newsletter");
  });

  it("stays within a bound: what is long ago is counted by day, and still decides", async () => {
    const { page } = visit;
    await arrive();
    await page.evaluate(async () => {
      for (let at = 0; at < 250; at++)
        await window.forwhom?.track("topic_open", { topic: `topic-${at % 3}` });
    });
    await isCounted("topic_open", 250);
    const { events } = (await log()) as Kept;
    expect(events.filter(({ times }) => !times)).toHaveLength(200);
    // Each topic, the first visit, its session and its page.
    expect(events.filter(({ times }) => times)).toHaveLength(6);
    expect(await page.evaluate(() => localStorage.getItem("forwhom")?.length)).toBeLessThan(12_000);

    await page.goto(site.url, { waitUntil: "domcontentloaded" });
    await shows(page, "strip", "strip-busy");
    const decision = await page.evaluate(() => window.forwhom?.decide("strip"));
    expect(decision?.shown?.targeting?.parts?.[0]).toMatchObject({ is: "yes", found: 250, byDay: true });
  });

  it("before what is kept was read is added to it, and begins no first visit again", async () => {
    const { page } = visit;
    await arrive();
    await page.evaluate(() => localStorage.clear());
    await page.goto(`${site.url}/pricing`, { waitUntil: "domcontentloaded" });
    await page.evaluate(() => window.forwhom?.track("topic_open", { topic: "close" }));
    await isCounted("topic_open", 1);
    await isCounted("page_view", 2);
    expect([await counted("first_visit"), await counted("session_start")]).toEqual([1, 1]);
  });

  it("that a page makes up under our names is not kept", async () => {
    await arrive();
    await visit.page.evaluate(async () => {
      await window.forwhom?.track("session_start");
      await window.forwhom?.track("offer_converted", { offer: "book-demo" });
      await window.forwhom?.track("topic_open", { topic: "ines@northwind.example", depth: 2 });
    });
    const { events } = (await log()) as Kept;
    expect(events.at(-1)).toMatchObject({ event: "topic_open", fields: { depth: 2 } });
    expect([await counted("session_start"), await counted("offer_converted")]).toEqual([1, 0]);
  });

  it.each([
    ["without consent to use behavior", ["functional", "analytics"]],
    ["without consent to store", ["personalization", "analytics"]],
  ])("leaves no trace %s", async (_, categories) => {
    const { page } = visit;
    await page.goto(`${site.url}/pricing?utm_source=newsletter`, { waitUntil: "load" });
    await answerConsent(page, "necessary");
    await page.evaluate((some) => {
      const { CookieConsent } = window as unknown as {
        CookieConsent: { acceptCategory(all: readonly string[]): void };
      };
      CookieConsent.acceptCategory(some);
    }, categories);
    await page.reload({ waitUntil: "load" });
    // The later part has done its work once something that is asked of it has been done.
    await page.evaluate(() => window.forwhom?.track("topic_open", { topic: "close" }));
    await page.type('[data-fw-slot="demo-form"] input[name="email"]', "ines@northwind.example");
    await page.click('[data-fw-slot="demo-form"] button[type="submit"]');
    await page.evaluate(() => window.forwhom?.track("topic_open", { topic: "spend" }));
    const found = await dump(page);
    expect(found).not.toMatch(/page_view|session_start|topic_open|click"|form_submit|newsletter|firstVisit/);
    const { view = [] } = (await page.evaluate(() => window.forwhom?.inspect()))?.facts ?? {};
    expect(view.map(({ event }) => event)).not.toContain("form_submit");
  });
});
