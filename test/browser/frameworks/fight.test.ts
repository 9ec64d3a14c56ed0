import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Chromium, launchChromium } from "../drive/chromium.ts";
import { isBrowserThere } from "../drive/find.ts";
import { until } from "../drive/until.ts";
import type { Visit } from "../page/visit.ts";
import { FRAMEWORKS } from "./build.ts";
import { variationOf } from "./library.ts";
import { type Apps, serveApps } from "./server.ts";
import { knownVisitor, says, wordsIn } from "./visitor.ts";

const OWN = "New Plan your capacity onetwo";

/** Far more than somebody may bear to see, and far less than a loop that does not end. */
const MOST_ROUNDS = 50;

declare global {
  interface Window {
    /** How often the page has put its own content back. */
    rounds: number;
  }
}

/** Renders the hero anew, under another key, whenever anybody else has changed something in the app. */
function remountOnChange(): void {
  window.rounds = 0;
  const root = document.getElementById("app");
  const observer = new MutationObserver(() => {
    // In the next frame, so that two that fight for ever leave the page time to be asked.
    requestAnimationFrame(async () => {
      window.rounds += 1;
      await window.app.set({ mount: window.rounds });
      observer.takeRecords();
    });
  });
  if (root) observer.observe(root, { childList: true, characterData: true, subtree: true });
}

/** A countdown in the slot’s own text: it never ends. */
function countInCta(): void {
  window.rounds = 0;
  setInterval(() => {
    window.rounds += 1;
    void window.app.set({ cta: `Start now ${window.rounds}` });
  }, 10);
}

describe.skipIf(!(await isBrowserThere("chromium")))("a component that fights", () => {
  let chromium: Chromium;
  let apps: Apps;
  let visit: Visit;
  beforeAll(async () => {
    chromium = await launchChromium();
    apps = await serveApps();
  });
  afterAll(async () => {
    await chromium?.close();
    await apps?.close();
  });
  beforeEach(async () => {
    visit = await knownVisitor(chromium.browser, apps.url);
  });
  afterEach(async () => {
    expect(visit.errors).toEqual([]);
    await visit.end();
  });

  async function open(framework: string): Promise<Page> {
    const { page } = visit;
    // The first load compiles the app’s script, which may take longer than any hold.
    for (let load = 0; load < 2; load++) await page.goto(`${apps.url}/${framework}`, { waitUntil: "load" });
    await says(page, "hero", variationOf("hero"));
    await says(page, "cta", "Book a demo");
    return page;
  }

  it.each(FRAMEWORKS)("by mounting anew wins, in %s, and the trace says why", async (framework) => {
    const page = await open(framework);
    await page.evaluate(remountOnChange);
    await page.evaluate(() => window.app.set({ mount: -1 }));
    await isContested(page, "hero");
    await says(page, "hero", OWN);
    expect(await page.evaluate(() => window.rounds)).toBeLessThan(MOST_ROUNDS);
    // It was given up for good, and nothing else was.
    for (let round = 0; round < 10; round++) {
      await page.evaluate((mount) => window.app.set({ mount }), 1_000 + round);
      expect(await wordsIn(page, "hero")).toBe(OWN);
    }
    expect(await page.$$('[data-fw-slot="hero"][data-fw-shown]')).toEqual([]);
    await says(page, "cta", "Book a demo");
  });

  it.each(FRAMEWORKS)("by an interval wins, in %s, and goes on", async (framework) => {
    const page = await open(framework);
    await page.evaluate(countInCta);
    await isContested(page, "cta");
    const counts = await page.evaluate(() => window.rounds);
    await until("the countdown is seen to go on", async () => {
      const [, count] = /^Start now (\d+)$/.exec((await wordsIn(page, "cta")) ?? "") ?? [];
      return Number(count) > counts + 5;
    });
    expect(await page.$eval('[data-fw-slot="cta"]', (link) => link.getAttribute("href"))).toBe("/start");
    await says(page, "hero", variationOf("hero"));
  });

  it("without any framework wins too", async () => {
    const { page } = visit;
    await page.goto(`${apps.url}/plain`, { waitUntil: "load" });
    await page.evaluate(() => {
      window.rounds = 0;
      const slot = document.createElement("section");
      slot.dataset.fwSlot = "late";
      slot.textContent = "Own late";
      const putBack = () => {
        if (slot.innerText.trim() === "Own late") return;
        window.rounds += 1;
        slot.textContent = "Own late";
      };
      new MutationObserver(() => requestAnimationFrame(putBack)).observe(slot, { childList: true });
      document.querySelector("main")?.append(slot);
    });
    await isContested(page, "late");
    await says(page, "late", "Own late");
    expect(await page.evaluate(() => window.rounds)).toBeLessThan(MOST_ROUNDS);
  });

  it("is not one that renders a few times for good reason", async () => {
    const page = await open("react");
    for (const cta of ["Begin", "Begin now", "Start now"]) {
      await page.evaluate((next) => window.app.set({ cta: next }), cta);
      await says(page, "cta", "Book a demo");
    }
    expect(await page.evaluate(() => window.forwhom?.decide("cta").outcome)).toBe("variation");
  });

  /** Resolves once Forwhom has given a slot up, and says so to whoever asks. */
  const isContested = (page: Page, slot: string) =>
    until(`${slot} is given up`, async () => {
      const decisions = await page.evaluate(async () => (await window.forwhom?.inspect())?.decisions);
      const decision = decisions?.find((one) => one.slot === slot);
      return decision?.outcome === "default" && JSON.stringify(decision).includes('"by":"contested"');
    });
});
