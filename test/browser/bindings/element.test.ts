import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { LONGEST_HOLD } from "../../../shared/library/vocabulary.ts";
import { type ColourReader, captureFrames, openColourReader } from "../../bench/page/frames.ts";
import { type Chromium, launchChromium } from "../drive/chromium.ts";
import { isBrowserThere } from "../drive/find.ts";
import { until } from "../drive/until.ts";
import { answerConsent, newVisitor, shownOn, shows, signIn, type Visit } from "../page/visit.ts";
import { DEFAULT_COLOUR, VARIATION_COLOUR } from "./app/react-app.ts";
import { type Apps, ELEMENT, serveApps } from "./app/serve.ts";
import { becomeKnown, newGate, withdrawnTo, wordsIn } from "./visitor.ts";

describe.skipIf(!(await isBrowserThere("chromium")))("a page with <forwhom-slot>", () => {
  let chromium: Chromium;
  let colours: ColourReader;
  let apps: Apps;
  let visit: Visit;
  beforeAll(async () => {
    chromium = await launchChromium();
    colours = await openColourReader(chromium.browser);
    apps = await serveApps(LONGEST_HOLD);
  });
  afterAll(async () => {
    await chromium?.close();
    await apps?.site.close();
  });
  beforeEach(async () => {
    visit = await newVisitor(chromium.browser);
  });
  afterEach(async () => {
    expect(visit.errors).toEqual([]);
    await visit.end();
  });

  const open = async () => {
    await apps.serveTo(visit.page);
    await visit.page.goto(apps.site.url + ELEMENT, { waitUntil: "load" });
  };

  it("shows its default to somebody who has not consented", async () => {
    const { page } = visit;
    await page.goto(apps.site.url, { waitUntil: "load" });
    await answerConsent(page, "necessary");
    await signIn(page, "ines-cfo");
    await open();
    expect(await shownOn(page)).toEqual({ hero: "default" });
    expect(await wordsIn(page, "hero")).toBe("For everybody");
  });

  it("shows the variation to a visitor who comes back, the default in no frame, and counts it", async () => {
    const { page } = visit;
    await becomeKnown(page, apps.site.url, "ines-cfo");
    const capture = await captureFrames(page);
    await open();
    await shows(page, "hero", "hero-cfo");
    const frames = await capture.stop();
    const [defaults, variations] = await colours.countFramesShowing(frames, DEFAULT_COLOUR, VARIATION_COLOUR);
    expect(defaults).toBe(0);
    expect(variations).toBeGreaterThan(0);
    expect(await wordsIn(page, "hero")).toBe("A plan for the board");
    const decided = await page.$eval("forwhom-slot", (one) => one.decision?.shown?.variation);
    expect(decided).toBe("hero-cfo");
    const hero = () => apps.site.events().filter(({ slot }) => slot === "hero");
    await until("the exposure has arrived", () => hero().length > 0);
    expect(hero()).toMatchObject([{ type: "exposure", variation: "hero-cfo", arm: "shown" }]);
  });

  it("has its variation before its class is there, and draws nothing again when that comes", async () => {
    const { page } = visit;
    await becomeKnown(page, apps.site.url, "ines-cfo");
    const gate = newGate();
    await apps.serveTo(page, { "/app/element.js": gate.opened });
    const loaded = page.goto(apps.site.url + ELEMENT, { waitUntil: "load" });
    const words = () => page.$eval("forwhom-slot", (one) => one.innerText.trim());
    await until("the variation is there", async () => (await words()) === "A plan for the board");
    expect(await page.$eval("forwhom-slot", (one) => one.matches(":defined"))).toBe(false);
    const drawn = await page.evaluateHandle(() => document.querySelector("forwhom-slot h1"));
    gate.open();
    await loaded;
    expect(await page.$eval("forwhom-slot", (one) => one.matches(":defined"))).toBe(true);
    expect(await page.evaluate((one) => one?.isConnected, drawn)).toBe(true);
  });

  it("shows the variation in the first frame of an element that comes later", async () => {
    const { page } = visit;
    await becomeKnown(page, apps.site.url, "ines-cfo");
    await open();
    const words = await page.evaluate(async () => {
      const later = document.createElement("forwhom-slot");
      later.name = "proof";
      later.innerHTML = `Many use it<template data-fw-variation="proof-cfo">Covenants are kept</template>`;
      document.querySelector("main")?.append(later);
      await new Promise(requestAnimationFrame);
      return later.innerText;
    });
    expect(words).toBe("Covenants are kept");
  });

  it("falls back before the next frame when consent is taken back", async () => {
    const { page } = visit;
    await becomeKnown(page, apps.site.url, "ines-cfo");
    await open();
    await shows(page, "hero", "hero-cfo");
    expect(await withdrawnTo(page, "hero")).toBe("For everybody");
  });
});
