import type { Browser } from "puppeteer-core";
import { until } from "../../browser/drive/until.ts";
import { type ColourReader, captureFrames } from "./frames.ts";
import { defaultColour, variationColour } from "./landing/hero.ts";
import { type Numbers, readNumbers } from "./numbers.ts";
import { openQuietTab, type QuietTab } from "./quiet-tab.ts";
import type { Variant } from "./variants.ts";

/** What was on the screen while a page was loaded. */
export interface Film extends Pick<Numbers, "cls" | "asked" | "scriptBytes"> {
  readonly defaultSeen: boolean;
  readonly variationSeen: boolean;
}

/** When it was there. */
export interface Times extends Pick<Numbers, "fcp" | "lcp"> {
  /** How long JavaScript ran on the main thread, in ms. */
  readonly scriptMs: number;
}

/** When a load is over: once it has swapped, if it swaps, and loaded these scripts. */
export type Ending = Pick<Variant, "swaps" | "scripts">;

const atFirstPaint: Ending = { swaps: false, scripts: [] };

/** A page that has not swapped by then keeps its default, and is measured so. */
const longestMs = 3_000;

/**
 * Loads a page in a new tab, with every frame captured. A load whose hero is in no frame at all was
 * captured too late to prove anything: it is done again.
 */
export async function filmLoad(
  browser: Browser,
  colours: ColourReader,
  url: () => string | Promise<string>,
  cpu: number,
  ending?: Ending,
): Promise<Film> {
  for (let attempt = 1; attempt <= 3; attempt++) {
    const found = await filmOnce(browser, colours, await url(), cpu, ending);
    if (found.defaultSeen || found.variationSeen) return found;
  }
  throw new Error("Three loads of the page in a row left no frame with the hero in it.");
}

async function filmOnce(
  browser: Browser,
  colours: ColourReader,
  url: string,
  cpu: number,
  ending = atFirstPaint,
): Promise<Film> {
  const page = await browser.newPage();
  try {
    await page.emulateCPUThrottling(cpu);
    const capture = await captureFrames(page);
    await page.goto(url, { waitUntil: "load" });
    await waitForEnd(page, ending);
    const frames = await capture.stop();
    const { cls, asked, scriptBytes } = await page.evaluate(readNumbers);
    const [defaults = 0, variations = 0] = await colours.countFramesShowing(
      frames,
      defaultColour,
      variationColour,
    );
    return { cls, asked, scriptBytes, defaultSeen: defaults > 0, variationSeen: variations > 0 };
  } finally {
    await page.close();
  }
}

/** Loads a page in a new tab that nobody watches, and reads the browser's own numbers when it is over. */
export async function timeLoad(browser: Browser, url: string, cpu: number, ending: Ending): Promise<Times> {
  const tab = await openQuietTab(browser, cpu);
  try {
    await tab.goto(url);
    await waitForEnd(tab, ending);
    const scriptMs = await tab.scriptMs();
    const { fcp, lcp } = await tab.evaluate(readNumbers);
    return { fcp, lcp, scriptMs };
  } finally {
    await tab.close();
  }
}

/** Asks from outside, since asking inside the page would count as its script. */
async function waitForEnd(tab: Pick<QuietTab, "evaluate">, { swaps, scripts }: Ending): Promise<void> {
  await until("the page is loaded and painted", () => tab.evaluate(isPainted));
  for (const path of scripts) await until(`the page has loaded ${path}`, () => tab.evaluate(hasLoaded, path));
  if (swaps)
    await until("the page has swapped", () => tab.evaluate(hasSwapped), longestMs).catch(() => undefined);
}

// These run in the page, so they stand for themselves.
const isPainted = () =>
  document.readyState === "complete" && performance.getEntriesByName("first-contentful-paint").length > 0;

const hasLoaded = (path: string) =>
  performance.getEntriesByType("resource").some(({ name }) => new URL(name).pathname === path);

const hasSwapped = () => document.querySelector(".hero.variation") !== null;
