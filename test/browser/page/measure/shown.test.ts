import type { Browser, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { lotOf } from "../../../../sdk/page/measure/lot.ts";
import type { Library } from "../../../../shared/library/library.ts";
import { library as bench } from "../../../bench/page/landing/library.ts";
import { launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { launchFirefox } from "../../drive/firefox.ts";
import { until } from "../../drive/until.ts";
import { agree, type Slot, type Stand, seenOn, serveStand, slotOf, visitBefore } from "../slots/stand.ts";
import { newVisitor, type Visit } from "../visit.ts";
import { lookAt, outOfView, scrollTo } from "./look.ts";
import { eventsOf, nothingWaits } from "./received.ts";

const BROWSERS = [
  { name: "chromium", launch: launchChromium },
  { name: "firefox", launch: launchFirefox },
] as const;

const FOR_MS = 200;
/** On the page of these tests only: what is seen on the way there does not count. */
const here = (content: Slot["neutral"], more: Partial<Slot> = {}) =>
  slotOf(content, { pages: ["/page-one"], ...more });

const TOP = '<section data-fw-slot="top">Own</section><div class="far"></div>';

/** A salt by which the visitor of these tests is held out. */
async function saltThatHoldsOut(): Promise<string> {
  for (let at = 0; ; at++) {
    const salt = `salt-${at}`;
    if (((await lotOf("0123456789abcdef", salt)) ?? 1) < 0.5) return salt;
  }
}

for (const { name, launch } of BROWSERS)
  describe.skipIf(!(await isBrowserThere(name)))(`in ${name}, what counts as shown`, () => {
    let opened: { readonly browser: Browser; close(): Promise<void> };
    let stand: Stand;
    let visit: Visit;
    let page: Page;
    beforeAll(async () => {
      opened = await launch();
    });
    afterAll(() => opened?.close());
    beforeEach(async () => {
      visit = await newVisitor(opened.browser);
      page = visit.page;
    });
    afterEach(async () => {
      await visit.end();
      await stand?.close();
    });

    async function serve(
      slots: Library["slots"],
      body = TOP,
      measurement: Library["measurement"] = {},
      more: Partial<Library> = {},
    ): Promise<void> {
      stand = await serveStand(slots, body, {
        ...more,
        measurement: { seen: { forMs: FOR_MS }, ...measurement },
        offers: { demo: { goal: "acquisition", label: "Book a demo", href: "/demo" } },
      });
    }
    const open = async () => {
      await page.goto(`${stand.url}/page-one`, { waitUntil: "load" });
      await page.evaluate(() => window.forwhom?.track("arrived"));
    };
    /** All exposures, once all that was measured so far has arrived. */
    async function exposures() {
      await page.evaluate(() => window.forwhom?.convert("demo"));
      await until("it has arrived", () => eventsOf(stand).some(({ type }) => type === "conversion"));
      await nothingWaits(page);
      return eventsOf(stand).filter(({ type }) => type === "exposure");
    }
    it("is not what the page cannot show, but what stands in its place", async () => {
      const variations = [
        { id: "not-there", for: "tier-a", content: { template: true as const } },
        { id: "instead", for: "tier-a", content: { text: "Instead" } },
      ];
      const missing = variations.slice(0, 1);
      await serve(
        {
          top: here({ text: "Neutral" }, { variations }),
          bare: here({ text: "Neutral" }, { variations: missing.map((one) => ({ ...one, id: "bare" })) }),
        },
        `<section data-fw-slot="bare">Own</section>${TOP}`,
      );
      await visitBefore(page, stand.url);
      await open();
      expect(await seenOn(page)).toEqual({ top: "Instead", bare: "Own" });
      await lookAt(page, "bare", FOR_MS * 2);
      await until("the other was counted", () => eventsOf(stand).length > 0);
      expect(await exposures()).toMatchObject([{ slot: "top", variation: "instead", arm: "shown" }]);
    });

    it("is not what came too late for this view", async () => {
      await serve({ top: here({ text: "Changed" }) });
      let answer = () => {};
      stand.until = new Promise<void>((resolve) => {
        answer = resolve;
      });
      await agree(page, stand.url);
      await page.goto(`${stand.url}/page-one`, { waitUntil: "load" });
      await until("its own content is shown", async () => (await seenOn(page)).top === "Own");
      answer();
      await page.waitForFunction(() => localStorage.getItem("forwhom")?.includes('"answer"'));
      await lookAt(page, "top", FOR_MS * 4);
      expect(await exposures()).toEqual([]);
      expect(await seenOn(page)).toEqual({ top: "Own" });
    });

    it.each([
      ["had been seen before", 200],
      ["had been glanced at before", 5_000],
    ])("is what was put there while nobody saw it, once, although its own content %s", async (_, forMs) => {
      await serve({ top: here({ text: "Changed" }) }, TOP, { seen: { forMs } });
      let answer = () => {};
      stand.until = new Promise<void>((resolve) => {
        answer = resolve;
      });
      await agree(page, stand.url);
      await open();
      await lookAt(page, "top", 500);
      // Below the window, so that nothing moves.
      await page.evaluate(() => {
        document.body.prepend(document.querySelector(".far") as Element);
      });
      await outOfView(page, "top");
      answer();
      await until("it has changed", async () => (await seenOn(page)).top === "Changed");
      expect(await exposures()).toEqual([]);
      await scrollTo(page, "top", 1);
      await until("it was counted", () => eventsOf(stand).some(({ slot }) => slot === "top"));
      expect(await exposures()).toMatchObject([{ slot: "top", arm: "shown" }]);
    });

    describe("of somebody who is held out", () => {
      const holdingOut = async () =>
        ({
          holdout: 0.5,
          salt: await saltThatHoldsOut(),
          reportTo: ["dataLayer"],
        }) satisfies Library["measurement"];
      const heldOut = async (body: string) => {
        const slots = { top: here({ text: "Changed" }), low: here({ offer: "demo" }) };
        await serve(slots, body, await holdingOut());
      };
      const LOW = `${TOP}<section data-fw-slot="low"><a href="/own">Own</a></section><div class="far"></div>`;

      it("is counted by the same rule, as held out, and nowhere noted as shown", async () => {
        await heldOut(LOW);
        await visitBefore(page, stand.url);
        await open();
        await until("what is in view was counted", () => eventsOf(stand).length > 0);
        expect(await exposures()).toMatchObject([{ slot: "top", arm: "holdout" }]);
        await scrollTo(page, "low", 1);
        await until("the other was counted", () => eventsOf(stand).some(({ slot }) => slot === "low"));
        expect(await exposures()).toMatchObject([
          { slot: "top", arm: "holdout" },
          { slot: "low", offer: "demo", arm: "holdout" },
        ]);
        expect(await seenOn(page)).toEqual({ top: "Own", low: "Own" });
        const told = await page.evaluate(() =>
          ((window as { dataLayer?: Record<string, unknown>[] }).dataLayer ?? []).map((one) => [
            one.event,
            one.forwhom_arm,
          ]),
        );
        expect(told.filter(([event]) => event === "forwhom_exposure")).toEqual(
          Array(2).fill(["forwhom_exposure", "holdout"]),
        );
        const kept = await page.evaluate(() => localStorage.getItem("forwhom"));
        expect(kept).toContain('"lot"');
        expect(kept).not.toMatch(/treated|offer_shown/);
      });

      it("is not what would have been taken away before it counted", async () => {
        const deal = { input: "lifecycle", type: "boolean", from: "crm", of: "contact" } as const;
        await serve(
          {
            top: here(
              { text: "Neutral" },
              { variations: [{ id: "more", for: "tier-a", goal: "expansion", content: { text: "More" } }] },
            ),
          },
          TOP,
          { ...(await holdingOut()), seen: { forMs: 2_000 } },
          {
            properties: { ...bench.properties, deal },
            suppressions: {
              dealing: {
                name: "Dealing",
                class: "relationship",
                reason: "A deal is open",
                when: { property: "deal", is: true },
                blocks: { goals: ["expansion"] },
              },
            },
          },
        );
        stand.membership.segments = { "tier-a": { is: "yes" }, dealing: { is: "no" } };
        await visitBefore(page, stand.url);
        await open();
        expect(await page.evaluate(() => window.forwhom?.decide("top").candidates)).toMatchObject([
          { stoppedBy: { by: "holdout" } },
        ]);
        stand.membership.segments = { "tier-a": { is: "yes" }, dealing: { is: "yes" } };
        await page.evaluate(() => window.forwhom?.refresh());
        await lookAt(page, "top", 3_000);
        expect(await exposures()).toEqual([]);
      });

      it("is what would have been put there in time for somebody to see it, and nothing else", async () => {
        await heldOut(LOW);
        let answer = () => {};
        stand.until = new Promise<void>((resolve) => {
          answer = resolve;
        });
        await agree(page, stand.url);
        await page.goto(`${stand.url}/page-one`, { waitUntil: "load" });
        await until("its own content is shown", async () => (await seenOn(page)).top === "Own");
        answer();
        await page.waitForFunction(() => localStorage.getItem("forwhom")?.includes('"answer"'));
        await lookAt(page, "top", FOR_MS * 4);
        expect(await exposures()).toEqual([]);
        await scrollTo(page, "low", 1);
        await until("what nobody had seen was counted", () =>
          eventsOf(stand).some(({ slot }) => slot === "low"),
        );
        expect(await exposures()).toMatchObject([{ slot: "low", arm: "holdout" }]);
      });
    });
  });
