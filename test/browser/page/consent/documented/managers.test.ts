import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Chromium, launchChromium } from "../../../drive/chromium.ts";
import { isBrowserThere } from "../../../drive/find.ts";
import { until } from "../../../drive/until.ts";
import { type Stand, seenOn } from "../../slots/stand.ts";
import { newVisitor, type Visit } from "../../visit.ts";
import { MANAGERS, standInOf } from "./managers.ts";
import {
  CLOSED,
  choose,
  come,
  comeLate,
  gatesAre,
  gatesOn,
  hasSpoken,
  keptOn,
  OPEN,
  OWN,
  runLate,
  SHOWN,
  scripted,
  serveManager,
  settled,
} from "./stand.ts";

let chromium: Chromium;
const isThere = await isBrowserThere("chromium");
beforeAll(async () => {
  if (isThere) chromium = await launchChromium();
});
afterAll(() => chromium?.close());

describe.skipIf(!isThere).each(MANAGERS)("$name, by its documented interface", (manager) => {
  let stand: Stand;
  let visit: Visit;
  let standIn: string;
  /** What a page may say that has no script where it names one. */
  let isMissing: boolean;
  beforeAll(async () => {
    standIn = await standInOf(manager);
    stand = await serveManager(manager);
  });
  afterAll(() => stand?.close());
  beforeEach(async () => {
    visit = await newVisitor(chromium.browser);
    stand.asked.length = 0;
    isMissing = false;
  });
  afterEach(async () => {
    const errors = visit.errors.filter((error) => !isMissing || !error.includes("404"));
    expect(errors).toEqual([]);
    expect(stand.violations).toEqual([]);
    await visit.end();
  });

  const shows = (wanted: Record<string, string>) =>
    until(`the page shows ${Object.values(wanted)}`, async () => {
      const seen = await seenOn(visit.page);
      return Object.entries(wanted).every(([slot, text]) => seen[slot] === text);
    });
  const isAsked = () => stand.asked.includes("/forwhom/membership");

  /** Nothing is open, kept, asked or shown. */
  async function nothingHappened(): Promise<void> {
    expect(Object.values((await gatesOn(visit.page)) ?? {})).not.toContain("open");
    expect(await keptOn(visit.page)).toEqual([]);
    expect(isAsked()).toBe(false);
    expect(await seenOn(visit.page)).toEqual(OWN);
  }

  it("has nothing read, kept or asked before a choice, is alive after a yes, and back after a no", async () => {
    scripted(stand, standIn);
    await come(visit, stand);
    await nothingHappened();
    await choose(visit.page, "agree");
    await gatesAre(visit.page, OPEN);
    await shows({ ...OWN, below: SHOWN.below });
    await choose(visit.page, "refuse");
    await gatesAre(visit.page, CLOSED);
    expect(await seenOn(visit.page)).toEqual(OWN);
    await visit.page.waitForFunction(() => localStorage.getItem("forwhom") === null);
  });

  it("knows a returning visitor", async () => {
    scripted(stand, standIn);
    await come(visit, stand);
    await choose(visit.page, "agree");
    await visit.page.waitForFunction(() => localStorage.getItem("forwhom")?.includes('"answer"'));
    if (manager.isReadFirst) {
      // Without its script, what it keeps is read; then its script confirms it, and nothing moves.
      scripted(stand, "");
      await come(visit, stand, true);
      expect(await gatesOn(visit.page)).toEqual(OPEN);
      expect(await seenOn(visit.page)).toEqual(SHOWN);
      await visit.page.evaluate(() => {
        window.moved = [];
        const note = () => window.moved.push(document.querySelector("[data-fw-slot=top]")?.textContent ?? "");
        new MutationObserver(note).observe(document.body, {
          subtree: true,
          childList: true,
          characterData: true,
        });
      });
      await comeLate(visit, stand, manager);
      await hasSpoken(visit.page);
      await settled(visit.page);
      expect(await gatesOn(visit.page)).toEqual(OPEN);
      expect(await visit.page.evaluate(() => window.moved.filter((text) => text !== "Changed top"))).toEqual(
        [],
      );
    } else {
      await come(visit, stand);
      await gatesAre(visit.page, OPEN);
      await shows({ below: SHOWN.below });
    }
  });

  // What has no cookie of a documented form cannot contradict it.
  if (manager.isReadFirst)
    it("is believed over the cookie that it contradicts", async () => {
      scripted(stand, standIn);
      await come(visit, stand);
      await choose(visit.page, "agree");
      await visit.page.waitForFunction(() => localStorage.getItem("forwhom")?.includes('"answer"'));
      scripted(stand, "");
      await come(visit, stand, true);
      expect(await seenOn(visit.page)).toEqual(SHOWN);
      await comeLate(visit, stand, manager);
      await choose(visit.page, "refuse");
      await gatesAre(visit.page, CLOSED);
      expect(await seenOn(visit.page)).toEqual(OWN);
    });

  it("may come after everything else", async () => {
    scripted(stand, "");
    await come(visit, stand, true);
    await comeLate(visit, stand, manager);
    await nothingHappened();
    await choose(visit.page, "agree");
    await gatesAre(visit.page, OPEN);
    await shows({ below: SHOWN.below });
  });

  it("leaves everything shut where it never comes", async () => {
    isMissing = true;
    scripted(stand, undefined);
    await come(visit, stand);
    await nothingHappened();
  });

  it.each(manager.broken)("leaves everything shut, and the page in peace, with $what", async (broken) => {
    if (broken.isBefore) await visit.page.evaluateOnNewDocument(broken.script);
    scripted(stand, broken.isBefore ? "" : broken.script);
    await come(visit, stand, true);
    await nothingHappened();
    if (broken.isForGood) return;
    await runLate(visit.page, stand, standIn);
    await choose(visit.page, "agree");
    await gatesAre(visit.page, OPEN);
  });

  it("is let go when Forwhom is stopped", async () => {
    scripted(stand, standIn);
    await come(visit, stand);
    await visit.page.evaluate(() => window.forwhom?.stop());
    const before = await gatesOn(visit.page);
    await choose(visit.page, "agree");
    await settled(visit.page);
    expect(await gatesOn(visit.page)).toEqual(before);
    expect(isAsked()).toBe(false);
  });
});

declare global {
  interface Window {
    moved: string[];
  }
}
