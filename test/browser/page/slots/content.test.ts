import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { contentFingerprint } from "../../../../shared/library/fingerprint.ts";
import { library as bench } from "../../../bench/page/landing/library.ts";
import { type Chromium, launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { launchFirefox } from "../../drive/firefox.ts";
import { newVisitor } from "../visit.ts";
import { type Slot, type Stand, seenOn, serveStand, slotOf, visitBefore } from "./stand.ts";

const TEMPLATE = "<b>From a template</b>";
const ai = (of: string): Slot => ({
  ...slotOf({ template: true }),
  variations: [
    {
      id: of === "" ? "changed-since" : "approved",
      for: "tier-a",
      content: { template: true },
      origin: "ai",
      approval: { by: "ada@northwind.example", on: "2026-11-01", of: of || "0123456789abcdef" },
    },
  ],
});

const SLOTS = {
  text: slotOf({ text: "Hello {{firstName|there}}" }),
  template: slotOf(
    { template: true },
    { variations: [{ id: "in-slot", for: "tier-a", content: { template: true } }] },
  ),
  html: slotOf({ html: "<em>Some</em> <strong>HTML</strong> {{firstName|here}}" }),
  fragment: slotOf({ fragment: "/fragment.html" }, { hold: 1_000 }),
  gone: slotOf({ fragment: "/nowhere.html" }),
  offer: slotOf({ offer: "demo" }),
  attributes: slotOf({ attributes: { src: "/b.svg", alt: "For you" } }),
  hide: slotOf({ hide: true }),
  german: slotOf(
    { text: "Guten Tag" },
    { variations: [{ id: "de", for: "tier-a", content: { text: "Guten Tag" }, lang: "de" }] },
  ),
  approved: ai(contentFingerprint(TEMPLATE)),
  unapproved: ai(""),
};

const BODY = `
<section data-fw-slot="text">Own text</section>
<section data-fw-slot="template"><h2>Own</h2><template data-fw-variation="in-slot">${TEMPLATE}</template></section>
<section data-fw-slot="html">Own html</section>
<section data-fw-slot="fragment">Own fragment</section>
<section data-fw-slot="gone">Own gone</section>
<section data-fw-slot="offer"><a href="/own">Own offer</a> and more</section>
<img data-fw-slot="attributes" src="/a.svg" alt="Own" width="300" height="200">
<section data-fw-slot="hide">Own hide</section>
<section data-fw-slot="german">Own german</section>
<section data-fw-slot="approved">Own approved<template data-fw-variation="approved">${TEMPLATE}</template></section>
<section data-fw-slot="unapproved">Own unapproved<template data-fw-variation="changed-since">${TEMPLATE}</template></section>`;

const EXPECTED = {
  text: "Hello there",
  template: "From a template",
  html: "Some HTML here",
  fragment: "A fragment",
  gone: "Own gone",
  offer: "Book a demo and more",
  attributes: "",
  hide: "",
  german: "Guten Tag",
  approved: "From a template",
  unapproved: "Own unapproved",
};

const more = {
  properties: {
    ...bench.properties,
    firstName: { input: "persona", type: "text", from: "crm", of: "contact", expose: true },
  },
  offers: { demo: { goal: "acquisition", label: "Book a demo", href: "/demo" } },
} as const;

async function serve(): Promise<Stand> {
  const stand = await serveStand(SLOTS, BODY, more);
  stand.files["/fragment.html"] = "<p>A fragment<script>alert(1)</script></p>";
  stand.files["/a.svg"] = stand.files["/b.svg"] =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"/>';
  return stand;
}

async function showsEverything(page: Page, stand: Stand): Promise<void> {
  await visitBefore(page, stand.url);
  await page.goto(stand.url, { waitUntil: "load" });
  await page.waitForSelector('[data-fw-slot="gone"][data-fw-done]');
  expect(await seenOn(page)).toEqual(EXPECTED);
  const picture = await page.$eval("img[data-fw-slot]", (img) => [
    img.getAttribute("src"),
    img.getAttribute("alt"),
    img.getBoundingClientRect().height,
  ]);
  expect(picture).toEqual(["/b.svg", "For you", 200]);
  expect(await page.$eval('[data-fw-slot="german"]', (slot) => slot.getAttribute("lang"))).toBe("de");
  expect(await page.$$eval("[data-fw-slot] script, [onerror]", (all) => all.length)).toBe(0);
  expect(stand.violations).toEqual([]);
}

describe.skipIf(!(await isBrowserThere("chromium")))("every kind of content in Chromium", () => {
  let chromium: Chromium;
  let stand: Stand;
  beforeAll(async () => {
    chromium = await launchChromium();
    stand = await serve();
  });
  afterEach(() => {
    stand.violations.length = 0;
  });
  afterAll(async () => {
    await chromium?.close();
    await stand?.close();
  });

  it("is shown under a strict policy, and nothing is reported", async () => {
    const { page, errors, end } = await newVisitor(chromium.browser);
    await showsEverything(page, stand);
    expect(errors.filter((line) => !/404/.test(line))).toEqual([]);
    await end();
  });

  it("says which content nobody approved, and with which words", async () => {
    const { page, end } = await newVisitor(chromium.browser);
    await visitBefore(page, stand.url);
    await page.goto(stand.url, { waitUntil: "load" });
    const { candidates } = (await page.evaluate(() => window.forwhom?.decide("unapproved"))) ?? {};
    expect(candidates).toMatchObject([{ stoppedBy: { by: "unapproved" } }]);
    await end();
  });
});

describe.skipIf(!(await isBrowserThere("firefox")))("every kind of content in Firefox", () => {
  it("is shown under a strict policy", async () => {
    const firefox = await launchFirefox();
    const stand = await serve();
    const { page } = await newVisitor(firefox.browser);
    await showsEverything(page, stand);
    await firefox.close();
    await stand.close();
  });
});
