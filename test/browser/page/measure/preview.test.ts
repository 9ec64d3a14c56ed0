import type { Browser, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { gatesAll } from "../../../../shared/consent/gates.ts";
import { launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { launchFirefox } from "../../drive/firefox.ts";
import { until } from "../../drive/until.ts";
import { type Device, dump, watchDevice } from "../device.ts";
import { answerKept } from "../membership/device.ts";
import { type Stand, seenOn, serveStand, slotOf, visitBefore } from "../slots/stand.ts";
import { newVisitor, type Visit } from "../visit.ts";
import { lookAt } from "./look.ts";
import { eventsOf } from "./received.ts";

const BROWSERS = [
  { name: "chromium", launch: launchChromium },
  { name: "firefox", launch: launchFirefox },
] as const;

const SEEN_MS = 300;
const TOOLS = ["dataLayer", "_hsq", "analytics", "adobeDataLayer"];

const tier = (name: string) => ({
  name: `Tier ${name}`,
  input: "fit" as const,
  purpose: "Tell the visitor who is previewed from whoever is there",
  owner: "tests@forwhom.example",
  when: { property: "icpTier", is: name },
  reportAs: `Tier ${name}`,
  review: { every: "1mo", last: "2026-11-01" },
  tests: [{ name: "of this tier", visitor: { properties: { icpTier: name } }, expect: "yes" as const }],
});

/** DESIGN §6, invariant 7: a preview never pollutes Forwhom's measurement. */
for (const { name, launch } of BROWSERS)
  describe.skipIf(!(await isBrowserThere(name)))(`in ${name}, a page`, () => {
    let opened: { readonly browser: Browser; close(): Promise<void> };
    let stand: Stand;
    let visit: Visit;
    let page: Page;
    let device: Device;
    beforeAll(async () => {
      opened = await launch();
      const variations = ["tier-a", "tier-b"].map((segment) => ({
        id: `hero-${segment}`,
        for: segment,
        content: segment === "tier-a" ? { offer: "demo" } : { text: "For whoever is there" },
      }));
      stand = await serveStand(
        { hero: slotOf({ text: "Neutral" }, { variations, pages: ["/page*"] }) },
        '<section data-fw-slot="hero"><a href="/own">Own</a></section>',
        {
          segments: { "tier-a": tier("a"), "tier-b": tier("b") },
          offers: { demo: { goal: "acquisition", label: "Book a demo", href: "/demo" } },
          measurement: {
            seen: { forMs: SEEN_MS },
            reportTo: ["dataLayer", "hubspot", "segment", "adobe"],
            hubId: "1234567",
          },
        },
      );
      stand.membership.segments = { "tier-a": { is: "no" }, "tier-b": { is: "yes" } };
      stand.files["/beside.html"] = "<!doctype html><title>Beside</title>";
    });
    afterAll(async () => {
      await opened?.close();
      await stand?.close();
    });
    beforeEach(async () => {
      visit = await newVisitor(opened.browser);
      page = visit.page;
      await visitBefore(page, stand.url);
      // What is kept of whoever is there stays as it is from now on.
      await answerKept(page);
      await page.goto(`${stand.url}/beside.html`);
      stand.posted.length = 0;
      stand.asked.length = 0;
      device = await watchDevice(page);
      await page.evaluateOnNewDocument(() => {
        const said: unknown[] = [];
        Object.defineProperty(window, "said", { value: said });
        document.addEventListener("forwhom:exposure", ({ detail }: Event & { detail?: unknown }) =>
          said.push(detail),
        );
      });
    });
    afterEach(() => visit.end());

    const asked = () => stand.asked.filter((path) => path.startsWith("/forwhom/"));
    const said = () => page.evaluate(() => (window as unknown as { said: unknown[] }).said);
    /** How often each tool was told something. */
    const told = () =>
      page.evaluate(
        (all) => all.map((one) => (window as unknown as Record<string, unknown[]>)[one]?.length ?? 0),
        TOOLS,
      );

    /** Another visitor is handed over before any script of the page runs, who agreed to everything. */
    const preview = () =>
      page.evaluateOnNewDocument(
        (gates, until) => {
          Object.defineProperty(window, Symbol.for("forwhom.preview"), {
            value: {
              label: "The best tier",
              facts: {
                properties: {},
                memberships: { "tier-a": { is: "yes" }, "tier-b": { is: "no" } },
                events: [],
                now: Date.now(),
              },
              consent: { gates, basis: "explicit", sources: [], fingerprint: "oooo" },
              until,
            },
          });
        },
        gatesAll("open"),
        Date.now() + 3_600_000,
      );

    /** The page is looked at for long enough once whatever would count is there, and asks for everything. */
    async function everythingHappens(): Promise<void> {
      await page.evaluate(() => window.forwhom?.inspect());
      await page.evaluate(
        () =>
          new Promise<void>((done) =>
            requestAnimationFrame(() => setTimeout(() => requestIdleCallback(() => done()))),
          ),
      );
      await lookAt(page, "hero", SEEN_MS * 4);
      await page.evaluate(async () => {
        const { forwhom } = window;
        if (!forwhom) throw new Error("Forwhom is not there.");
        await forwhom.track("topic_open", { topic: "close" });
        await forwhom.dismiss("demo");
        await forwhom.convert("demo");
        await forwhom.refresh();
        await forwhom.identify("a token");
        document.dispatchEvent(new Event("visibilitychange"));
        for (const event of ["online", "pagehide", "focus"]) dispatchEvent(new Event(event));
        dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
        history.pushState({}, "", "/page-two");
        document.body.append(document.createElement("p"));
      });
      await lookAt(page, "hero", SEEN_MS * 4);
    }

    it("under a preview shows the previewed visitor's variation, and counts, keeps, reads and asks nothing", async () => {
      const before = await dump(page);
      await preview();
      await page.goto(`${stand.url}/page-one`, { waitUntil: "load" });
      expect(await seenOn(page)).toEqual({ hero: "Book a demo" });
      await everythingHappens();
      await page.evaluate(() => window.forwhom?.forget());
      expect(await seenOn(page)).toEqual({ hero: "Book a demo" });
      expect(await device.touches()).toEqual([]);
      expect(await device.cookies()).toEqual([]);
      expect(await said()).toEqual([]);
      expect(await told()).toEqual([0, 0, 0, 0]);
      // What is sent while a page is left is sent before the next is asked for.
      await page.goto(`${stand.url}/beside.html`);
      expect(asked()).toEqual([]);
      expect(stand.posted).toEqual([]);
      expect(await dump(page)).toBe(before);
    });

    it("without one is about whoever is there, and does all of that", async () => {
      await page.goto(`${stand.url}/page-one`, { waitUntil: "load" });
      expect(await seenOn(page)).toEqual({ hero: "For whoever is there" });
      await everythingHappens();
      await until("all was counted", () => eventsOf(stand).length >= 3);
      expect(eventsOf(stand)).toMatchObject([
        { type: "exposure", variation: "hero-tier-b" },
        { type: "conversion", offer: "demo" },
        { type: "exposure", variation: "hero-tier-b" },
      ]);
      await page.evaluate(() => window.forwhom?.forget());
      expect(await said()).toEqual(Array(2).fill({ slot: "hero", variation: "hero-tier-b", arm: "shown" }));
      expect(await told()).toEqual([3, 3, 3, 3]);
      expect(await device.cookies()).toEqual(expect.arrayContaining(["cc_cookie", "forwhom_hash"]));
      expect(await device.touches()).toEqual(
        expect.arrayContaining([
          "storage.getItem(forwhom)",
          "storage.setItem(forwhom)",
          "indexedDB.open(forwhom)",
        ]),
      );
      for (const path of ["membership", "identify", "events", "sign-out"])
        expect(asked()).toContain(`/forwhom/${path}`);
      expect(await page.evaluate(() => localStorage.getItem("forwhom"))).toBeNull();
    });
  });
