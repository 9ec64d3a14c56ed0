import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Chromium, launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { until } from "../../drive/until.ts";
import { newVisitor, type Visit } from "../visit.ts";
import { agree, type Slot, type Stand, seenOn, serveStand, slotOf, visitBefore } from "./stand.ts";

const BODY = `
<section data-fw-slot="top">Own top</section>
<section data-fw-slot="patient">Own patient</section>
<section data-fw-slot="unheld">Own unheld</section>
<div class="far"></div>
<section data-fw-slot="below">Own below</section>
<section data-fw-slot="next">Own next</section>`;

const changed = (more: Partial<Slot> = {}) => slotOf({ text: "Changed" }, more);
const SLOTS = {
  top: changed(),
  patient: changed({ hold: 1_000 }),
  unheld: changed({ hold: 0 }),
  below: changed({ hold: 1_000 }),
  next: changed({ onChange: "next-view" }),
};

const OWN = {
  top: "Own top",
  patient: "Own patient",
  unheld: "Own unheld",
  below: "Own below",
  next: "Own next",
};

describe.skipIf(!(await isBrowserThere("chromium")))("a slot whose answer is late", () => {
  let chromium: Chromium;
  let stand: Stand;
  let visit: Visit;
  let page: Page;
  let answer: () => void;
  beforeAll(async () => {
    chromium = await launchChromium();
    stand = await serveStand(SLOTS, BODY);
  });
  afterAll(async () => {
    await chromium?.close();
    await stand?.close();
  });
  beforeEach(async () => {
    visit = await newVisitor(chromium.browser);
    page = visit.page;
    stand.until = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await agree(page, stand.url);
  });
  afterEach(async () => {
    answer();
    expect(visit.errors).toEqual([]);
    expect(stand.violations).toEqual([]);
    await visit.end();
  });

  const answered = async () => {
    answer();
    await page.waitForFunction(() => localStorage.getItem("forwhom")?.includes('"answer"'));
  };

  it("is held only in view, keeps its space, and not where the library says so", async () => {
    await page.goto(stand.url, { waitUntil: "domcontentloaded" });
    await until("what nobody sees is not held", async () => (await seenOn(page)).below === "Own below");
    const seen = await seenOn(page);
    expect(seen).toMatchObject({ patient: "(held)", unheld: "Own unheld", next: "Own next" });
    expect(await page.$eval('[data-fw-slot="patient"]', (slot) => slot.getBoundingClientRect().height)).toBe(
      200,
    );
    await answered();
    await until("the patient one got its answer", async () => (await seenOn(page)).patient === "Changed");
  });

  it("is not held where it comes into the page far below, while others wait", async () => {
    await page.goto(stand.url, { waitUntil: "domcontentloaded" });
    await until("what nobody sees is not held", async () => (await seenOn(page)).below === "Own below");
    await page.evaluate(() => {
      const more = document.createElement("section");
      more.dataset.fwSlot = "patient";
      more.textContent = "Own patient far below";
      document.body.append(more);
    });
    const last = () =>
      page.evaluate(() => document.body.lastElementChild?.computedStyleMap().get("visibility")?.toString());
    await until("it can be seen", async () => (await last()) === "visible");
    expect(await page.$eval('[data-fw-slot="patient"]', (slot) => getComputedStyle(slot).visibility)).toBe(
      "hidden",
    );
  });

  it("keeps its own content in this view, and shows what it learned in the next", async () => {
    await page.goto(stand.url, { waitUntil: "load" });
    await until("every hold is over", async () => (await seenOn(page)).patient === "Own patient");
    expect(await seenOn(page)).toEqual(OWN);
    // Not because the endpoint failed meanwhile: it has not answered yet.
    const { candidates } = (await page.evaluate(() => window.forwhom?.decide("patient"))) ?? {};
    expect(JSON.stringify(candidates)).toContain('"pending"');
    await answered();
    await until("what nobody sees has changed", async () => (await seenOn(page)).below === "Changed");
    expect(await seenOn(page)).toEqual({ ...OWN, below: "Changed" });
    await page.reload({ waitUntil: "load" });
    expect(Object.values(await seenOn(page))).toEqual(Array(5).fill("Changed"));
  });

  it("changes once it is out of view, unless it waits for the next view or has the focus", async () => {
    await page.goto(stand.url, { waitUntil: "load" });
    await until("every hold is over", async () => (await seenOn(page)).patient === "Own patient");
    await page.evaluate(() => {
      const slot = document.querySelector<HTMLElement>('[data-fw-slot="patient"]');
      if (!slot) return;
      slot.tabIndex = 0;
      slot.focus();
    });
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await answered();
    await until("what was scrolled away has changed", async () => (await seenOn(page)).top === "Changed");
    const { below, next, patient } = await seenOn(page);
    expect({ below, next, patient }).toEqual({
      below: "Own below",
      next: "Own next",
      patient: "Own patient",
    });
    await page.evaluate(() => scrollTo(0, 0));
    await until("what was in view before has changed", async () => (await seenOn(page)).below === "Changed");
    expect((await seenOn(page)).next).toBe("Own next");
  });
});

describe.skipIf(!(await isBrowserThere("chromium")))("what becomes forbidden", () => {
  it("goes at once, in view, and what is only no longer due stays for this view", async () => {
    const chromium = await launchChromium();
    const stand = await serveStand({ top: changed() }, BODY);
    const visit = await newVisitor(chromium.browser);
    const { page } = visit;
    await visitBefore(page, stand.url);
    await page.reload({ waitUntil: "load" });
    expect((await seenOn(page)).top).toBe("Changed");
    for (const id of Object.keys(stand.membership.segments)) stand.membership.segments[id] = { is: "no" };
    stand.membership.asOf = new Date().toISOString();
    await page.evaluate(() => window.forwhom?.refresh());
    expect((await seenOn(page)).top).toBe("Changed");
    stand.membership.objected = true;
    await page.evaluate(() => window.forwhom?.refresh());
    await until("it is gone", async () => (await seenOn(page)).top === "Own top");
    expect(visit.errors).toEqual([]);
    await chromium.close();
    await stand.close();
  });
});
