import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Library } from "../../../../shared/library/library.ts";
import { demoLibrary } from "../../../site/published.ts";
import { createSite, type Site, type SiteOptions } from "../../../site/server.ts";
import { type Chromium, launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { until } from "../../drive/until.ts";
import { watchDevice } from "../device.ts";
import { newVisitor, shownOn, shows, type Visit } from "../visit.ts";

const demo = (await demoLibrary()) as Library;

/** The demonstration with content for visitors from the United States, in view and below the fold. */
function forAmericans(): Library {
  const { customer, ...segments } = demo.segments;
  const { hero, proof } = demo.slots;
  if (!customer || !hero || !proof) throw new Error("The demonstration has another library now.");
  const inUs = {
    ...customer,
    name: "In the United States",
    when: { property: "country", is: "US" },
    tests: [
      { name: "somebody in Boston", visitor: { properties: { country: "US" } }, expect: "yes" as const },
    ],
  };
  const variation = (slot: string) =>
    ({
      id: `${slot}-us`,
      for: "in-us",
      goal: "education",

      content: { text: "Howdy" },
    }) as const;
  return {
    ...demo,
    suppressions: {},
    segments: { customer, ...segments, "in-us": inUs },
    slots: {
      ...demo.slots,
      hero: { ...hero, variations: [variation("hero"), ...hero.variations] },
      proof: { ...proof, variations: [variation("proof"), ...proof.variations] },
    },
  };
}

/** A library that does not depend on the country at all. */
function nowhere(): Library {
  const { regions: _optOut, ...consent } = demo.consent;
  const { country: _country, ...properties } = demo.properties;
  const slots = Object.fromEntries(
    Object.entries(demo.slots).map(([id, slot]) => [id, { ...slot, variations: [] }]),
  );
  const offers = Object.fromEntries(
    Object.entries(demo.offers).map(([id, { eligible: _eligible, ...offer }]) => [id, offer]),
  );
  return { ...demo, consent, properties, segments: {}, suppressions: {}, offers, slots };
}

const OPEN = { storage: "open", behavior: "open", crm: "open", measurement: "open" };
const UNKNOWN = { storage: "unknown", behavior: "unknown", crm: "unknown", measurement: "unknown" };

describe.skipIf(!(await isBrowserThere("chromium")))("the country of a visitor who has not answered", () => {
  let chromium: Chromium;
  let site: Site;
  let visit: Visit;
  let page: Page;
  beforeAll(async () => {
    chromium = await launchChromium();
  });
  afterAll(() => chromium?.close());
  afterEach(async () => {
    await visit.end();
    await site.close();
  });

  async function arrive(options: Partial<SiteOptions>): Promise<void> {
    site = await createSite({ port: 0, library: forAmericans(), ...options });
    visit = await newVisitor(chromium.browser);
    page = visit.page;
    await page.evaluateOnNewDocument(() => {
      const { fetch } = window;
      const fetched: unknown[] = [];
      window.fetch = (input, init) => {
        fetched.push([String(input), init?.credentials, init?.cache]);
        return fetch(input, init);
      };
      Object.assign(window, { fetched });
    });
    await page.goto(site.url, { waitUntil: "load" });
  }

  const gates = () => page.evaluate(() => window.forwhom?.consent().gates);
  const asked = () => site.requests().filter(({ path }) => path === "/forwhom/context").length;
  const located = (country: string) =>
    until("the country is known", () =>
      page.evaluate((where) => window.forwhom?.consent().country === where, country),
    );

  it.each(["tag", "Server-Timing"] as const)(
    "is known at once by the page’s own %s, and nobody is asked",
    async (countryIn) => {
      await arrive({ country: "US", countryIn });
      expect(await gates()).toEqual(OPEN);
      expect(await shownOn(page)).toMatchObject({ hero: "hero-us", proof: "proof-us" });
      await page.evaluate(() => window.forwhom?.inspect());
      await page.waitForNetworkIdle();
      expect(asked()).toBe(0);
    },
  );

  it("is asked of the endpoint where the page does not say it, as anybody, and used where nobody sees it", async () => {
    await arrive({ country: "US", countryIn: "endpoint" });
    await located("US");
    expect(await gates()).toEqual(OPEN);
    await shows(page, "proof", "proof-us");
    expect(await shownOn(page)).toMatchObject({ hero: "default" });
    const fetched = await page.evaluate(() => (window as unknown as { fetched: unknown[] }).fetched);
    expect(fetched).toContainEqual(["/forwhom/context", "omit", "no-store"]);
    expect(asked()).toBe(1);
    const everything = await page.evaluate(async () => window.forwhom?.inspect());
    expect(everything?.facts.properties.country).toEqual({ is: "known", value: "US" });
  });

  it("opens nothing in Germany, and is kept nowhere", async () => {
    site = await createSite({ port: 0, library: forAmericans(), country: "DE", countryIn: "endpoint" });
    visit = await newVisitor(chromium.browser);
    page = visit.page;
    const device = await watchDevice(page);
    await page.goto(site.url, { waitUntil: "load" });
    await located("DE");
    expect(await gates()).toEqual(UNKNOWN);
    expect(await device.touches()).toEqual(["fetch(/forwhom/context)"]);
    expect(await shownOn(page)).toMatchObject({ hero: "default", proof: "default" });
  });

  it("stays unknown, and so opt-in, where the endpoint does not know it either", async () => {
    await arrive({ country: "" });
    await until("the endpoint has answered", () =>
      page.evaluate(() =>
        performance.getEntriesByType("resource").some((one) => one.name.endsWith("/forwhom/context")),
      ),
    );
    expect(await gates()).toEqual(UNKNOWN);
    expect(await page.evaluate(() => window.forwhom?.consent().country)).toBeUndefined();
  });

  it("is not asked for by a library that does not depend on it", async () => {
    await arrive({ country: "US", countryIn: "endpoint", library: nowhere() });
    await page.evaluate(() => window.forwhom?.track("something"));
    await page.waitForNetworkIdle();
    expect(asked()).toBe(0);
    expect(await gates()).toEqual(UNKNOWN);
  });
});
