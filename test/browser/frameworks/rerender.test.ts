import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Chromium, launchChromium } from "../drive/chromium.ts";
import { isBrowserThere } from "../drive/find.ts";
import type { Visit } from "../page/visit.ts";
import type { View } from "./apps/app.ts";
import { FRAMEWORKS } from "./build.ts";
import { variationOf } from "./library.ts";
import { type Apps, serveApps } from "./server.ts";
import { knownVisitor, says, wordsIn } from "./visitor.ts";

type Update = {
  readonly name: string;
  readonly steps: readonly Partial<View>[];
  /** What the slots say once Forwhom has stopped: exactly what the framework would show by then. */
  readonly hero?: string;
  readonly cta?: string;
};

const UPDATES: readonly Update[] = [
  { name: "renders the slots’ parent again", steps: [{ note: "second" }, { note: "third" }] },
  {
    name: "changes a text inside the slot",
    steps: [{ title: "Plan ahead" }],
    hero: "New Plan ahead onetwo",
  },
  { name: "changes the slot’s own text", steps: [{ cta: "Begin" }], cta: "Begin" },
  { name: "changes the slot’s own text to and fro", steps: [{ cta: "Begin" }, { cta: "Start now" }] },
  {
    name: "removes the slot’s first child",
    steps: [{ hasBadge: false }],
    hero: "Plan your capacity onetwo",
  },
  { name: "removes it and brings it back", steps: [{ hasBadge: false }, { hasBadge: true }] },
  {
    name: "sorts the slot’s children",
    steps: [{ items: ["two", "one"] }],
    hero: "New Plan your capacity twoone",
  },
  {
    name: "adds children at the end",
    steps: [{ items: ["one", "two", "three"] }],
    hero: "New Plan your capacity onetwothree",
  },
  { name: "removes children", steps: [{ items: ["two"] }], hero: "New Plan your capacity two" },
  { name: "mounts the slot anew under another key", steps: [{ mount: 1 }] },
  { name: "takes the slots out and puts them in again", steps: [{ hasSlots: false }, { hasSlots: true }] },
];

describe.skipIf(!(await isBrowserThere("chromium"))).each(FRAMEWORKS)("%s", (framework) => {
  let chromium: Chromium;
  let apps: Apps;
  let visit: Visit;
  let errorsBefore: number;
  beforeAll(async () => {
    chromium = await launchChromium();
    apps = await serveApps();
    visit = await knownVisitor(chromium.browser, apps.url);
    // The first load compiles the app’s script, which may take longer than any hold.
    await visit.page.goto(`${apps.url}/${framework}`, { waitUntil: "load" });
  });
  afterAll(async () => {
    await visit?.end();
    await chromium?.close();
    await apps?.close();
  });
  beforeEach(async () => {
    const { page, errors } = visit;
    errorsBefore = errors.length;
    await page.goto(`${apps.url}/${framework}`, { waitUntil: "load" });
    await says(page, "hero", variationOf("hero"));
    await says(page, "cta", "Book a demo");
  });
  afterEach(() => {
    expect(visit.errors.slice(errorsBefore)).toEqual([]);
  });

  const set = (change: Partial<View>) => visit.page.evaluate((next) => window.app.set(next), change);

  it.each(UPDATES)("$name: the variation stays, and stopping shows what it rendered", async (update) => {
    const { page } = visit;
    for (const step of update.steps) await set(step);
    await says(page, "hero", variationOf("hero"));
    await says(page, "cta", "Book a demo");
    await page.evaluate(() => window.forwhom?.stop());
    expect(await wordsIn(page, "hero")).toBe(update.hero ?? "New Plan your capacity onetwo");
    expect(await wordsIn(page, "cta")).toBe(update.cta ?? "Start now");
    expect(await hrefOf(page)).toBe("/start");
    await isAlive(page);
  });

  it("unmounts slots that were swapped", async () => {
    const { page } = visit;
    await set({ hasSlots: false });
    expect(await page.$$("[data-fw-slot]")).toEqual([]);
    await isAlive(page);
  });

  it("unmounts the whole app over slots that were swapped", async () => {
    const { page } = visit;
    await page.evaluate(() => window.app.unmount?.());
    expect(await page.$eval("#app", (root) => root.textContent)).toBe("");
  });

  it("goes on as if nothing had been, once Forwhom has stopped", async () => {
    const { page } = visit;
    await page.evaluate(() => window.forwhom?.stop());
    await set({ hasBadge: false, items: ["three", "one"], title: "Plan ahead", cta: "Begin" });
    expect(await wordsIn(page, "hero")).toBe("Plan ahead threeone");
    expect(await wordsIn(page, "cta")).toBe("Begin");
    await isAlive(page);
  });

  async function isAlive(page: Page): Promise<void> {
    await set({ note: "alive", hasBadge: true, items: ["last"] });
    expect(await page.$eval("#note", (note) => note.textContent)).toBe("alive");
  }
});

const hrefOf = (page: Page) => page.$eval('[data-fw-slot="cta"]', (link) => link.getAttribute("href"));
