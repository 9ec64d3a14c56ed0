import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { captureFrames, openColourReader } from "../../bench/page/frames.ts";
import { defaultColour, variationColour } from "../../bench/page/landing/hero.ts";
import { type Chromium, launchChromium } from "../drive/chromium.ts";
import { isBrowserThere } from "../drive/find.ts";
import { until } from "../drive/until.ts";
import type { Visit } from "../page/visit.ts";
import { variationOf } from "./library.ts";
import { type Apps, serveApps } from "./server.ts";
import { knownVisitor, says, wordsIn } from "./visitor.ts";

describe.skipIf(!(await isBrowserThere("chromium")))("a slot that comes late", () => {
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

  it("is shown when the server sends it, long after the rest", async () => {
    const { page } = visit;
    const loaded = page.goto(`${apps.url}/stream`, { waitUntil: "load" });
    await until("the page is there without its slot", () =>
      page.evaluate(() => document.body?.innerText.trim() === "Before" && window.forwhom !== undefined),
    );
    apps.release();
    await loaded;
    await says(page, "late", variationOf("late"));
  });

  it("is shown in every one of its elements, down an endless list", async () => {
    const { page } = visit;
    await page.goto(`${apps.url}/plain`, { waitUntil: "load" });
    await page.evaluate(() => {
      const main = document.querySelector("main");
      const append = () => {
        for (let count = 0; count < 5; count++) {
          const tile = document.createElement("div");
          tile.className = "tile block";
          tile.textContent = "Own tile";
          main?.append(tile);
        }
        const [last] = [...document.querySelectorAll(".tile")].slice(-1);
        if (last && document.querySelectorAll(".tile").length < 20) end.observe(last);
      };
      const end = new IntersectionObserver((entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        end.disconnect();
        append();
      });
      append();
    });
    await until("the end of the list is reached", async () => {
      await page.evaluate(() => scrollBy(0, 400));
      return (await page.$$(".tile")).length === 20;
    });
    const words = await page.$$eval(".tile", (tiles) => tiles.map((tile) => (tile as HTMLElement).innerText));
    expect(new Set(words)).toEqual(new Set([variationOf("tile")]));
  });

  it("is found by its selector, and only where the selector finds it", async () => {
    const { page } = visit;
    await page.goto(`${apps.url}/plain`, { waitUntil: "load" });
    const words = await page.evaluate(async () => {
      const make = (parent: Element | null) => {
        const element = document.createElement("div");
        element.className = "by-selector";
        element.textContent = "Own";
        parent?.append(element);
        return element;
      };
      const [inside, outside] = [make(document.querySelector("main")), make(document.body)];
      await new Promise(requestAnimationFrame);
      return [inside.innerText, outside.innerText];
    });
    expect(words).toEqual([variationOf("found"), "Own"]);
  });

  it("shows its own content in no frame when a script puts it into view", async () => {
    const { page } = visit;
    const colours = await openColourReader(chromium.browser);
    await page.bringToFront();
    await page.goto(`${apps.url}/plain`, { waitUntil: "load" });
    await page.evaluate(() => window.forwhom?.inspect());
    const capture = await captureFrames(page);
    for (let count = 0; count < 5; count++)
      await page.evaluate(async () => {
        const slot = document.createElement("section");
        slot.dataset.fwSlot = "colour";
        const own = document.createElement("div");
        own.className = "block default";
        const template = document.createElement("template");
        template.dataset.fwVariation = "colour-tier-a";
        const other = document.createElement("div");
        other.className = "block variation";
        template.content.append(other);
        slot.append(own, template);
        document.querySelector("main")?.replaceChildren(slot);
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      });
    const frames = await capture.stop();
    expect((await colours.countFramesShowing(frames, variationColour))[0]).toBeGreaterThan(0);
    expect(await colours.countFramesShowing(frames, defaultColour)).toEqual([0]);
    await colours.close();
  });

  it("is left alone once Forwhom has stopped", async () => {
    const { page } = visit;
    await page.goto(`${apps.url}/plain`, { waitUntil: "load" });
    await page.evaluate(() => {
      window.forwhom?.stop();
      const slot = document.createElement("section");
      slot.dataset.fwSlot = "late";
      slot.textContent = "Own late";
      document.querySelector("main")?.append(slot);
    });
    expect(await wordsIn(page, "late")).toBe("Own late");
  });
});
