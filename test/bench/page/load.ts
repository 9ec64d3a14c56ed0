import type { BrowserContext, Page } from "puppeteer-core";
import { until } from "../../browser/drive/until.ts";
import { type ColourReader, captureFrames } from "./frames.ts";
import { defaultColour, variationColour } from "./landing/hero.ts";
import type { Variant } from "./variants.ts";

export interface Load {
  readonly defaultSeen: boolean;
  readonly variationSeen: boolean;
  readonly cls: number;
  /** Milliseconds since the navigation began. */
  readonly fcp: number;
  readonly lcp: number;
  /** How long JavaScript ran on the main thread, in ms. The driver's own few calls are in it. */
  readonly scriptMs: number;
  /** The script files that the page loaded, as they are sent (brotli), whether or not they were in the cache. */
  readonly scriptBytes: number;
  /** The paths of the page's own requests by `fetch`. */
  readonly asked: readonly string[];
}

/** When a load is over: once it has swapped, if it swaps, and loaded these scripts. */
export type Ending = Pick<Variant, "swaps" | "scripts">;

const atFirstPaint: Ending = { swaps: false, scripts: [] };

/** A page that has not swapped by then keeps its default, and is measured so. */
const longestMs = 3_000;

/** Loads a page in a new tab, with every frame captured, and reads the browser's own numbers. */
export function measureLoad(
  visitor: Pick<BrowserContext, "newPage">,
  colours: ColourReader,
  url: string,
  cpu: number,
): Promise<Load> {
  return captured(() => loadOnce(visitor, colours, url, cpu));
}

/** A load whose hero is in no frame at all was captured too late to prove anything: it is done again. */
export async function captured(load: () => Promise<Load>): Promise<Load> {
  for (let attempt = 1; attempt <= 3; attempt++) {
    const found = await load();
    if (found.defaultSeen || found.variationSeen) return found;
  }
  throw new Error("Three loads of the page in a row left no frame with the hero in it.");
}

export async function loadOnce(
  visitor: Pick<BrowserContext, "newPage">,
  colours: ColourReader,
  url: string,
  cpu: number,
  ending = atFirstPaint,
): Promise<Load> {
  const page = await visitor.newPage();
  try {
    await page.emulateCPUThrottling(cpu);
    const capture = await captureFrames(page);
    await page.goto(url, { waitUntil: "load" });
    await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
    await waitForEnd(page, ending);
    const frames = await capture.stop();
    const { ScriptDuration: scriptSeconds = 0 } = await page.metrics();
    const numbers = await page.evaluate(readNumbers);
    const [defaults = 0, variations = 0] = await colours.countFramesShowing(
      frames,
      defaultColour,
      variationColour,
    );
    return {
      ...numbers,
      scriptMs: scriptSeconds * 1000,
      defaultSeen: defaults > 0,
      variationSeen: variations > 0,
    };
  } finally {
    await page.close();
  }
}

/** Asks from outside, since asking inside the page would count as its script. */
async function waitForEnd(page: Page, { swaps, scripts }: Ending): Promise<void> {
  for (const path of scripts) {
    const isLoaded = (wanted: string) =>
      performance.getEntriesByType("resource").some(({ name }) => new URL(name).pathname === wanted);
    await until(`the page has loaded ${path}`, () => page.evaluate(isLoaded, path));
  }
  if (!swaps) return;
  const hasSwapped = () => document.querySelector(".hero.variation") !== null;
  await until("the page has swapped", () => page.evaluate(hasSwapped), longestMs).catch(() => undefined);
}

/** Runs in the page, so it stands for itself: functions named inside would need the loader's own help. */
async function readNumbers(): Promise<Pick<Load, "cls" | "fcp" | "lcp" | "scriptBytes" | "asked">> {
  const entries = { "layout-shift": [], "largest-contentful-paint": [] } as {
    "layout-shift": (PerformanceEntry & { readonly value: number })[];
    "largest-contentful-paint": PerformanceEntry[];
  };
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) entries[entry.entryType as "layout-shift"].push(entry as never);
  });
  for (const type of Object.keys(entries)) observer.observe({ type, buffered: true });
  // What is buffered is handed over in a task of its own, before the next frame's tasks.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const fcp = performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
  const lcp = entries["largest-contentful-paint"].at(-1)?.startTime;
  if (fcp === undefined || lcp === undefined) throw new Error("The browser has not painted the page.");
  const resources = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
  return {
    cls: entries["layout-shift"].reduce((sum, { value }) => sum + value, 0),
    fcp,
    lcp,
    scriptBytes: resources
      .filter(({ name }) => new URL(name).pathname.endsWith(".js"))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    asked: resources
      .filter(({ initiatorType }) => initiatorType === "fetch")
      .map(({ name }) => new URL(name).pathname),
  };
}
