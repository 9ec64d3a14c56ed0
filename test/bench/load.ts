import type { Browser, Page } from "puppeteer-core";
import { type ColourReader, captureFrames } from "./frames.ts";
import { defaultColour, variationColour } from "./landing.ts";

export interface Load {
  readonly defaultSeen: boolean;
  readonly variationSeen: boolean;
  readonly cls: number;
  /** Milliseconds since the navigation began. */
  readonly fcp: number;
  readonly lcp: number;
}

/**
 * Loads a page in a new tab, with every frame captured, and reads the browser's own numbers.
 *
 * A load whose hero is in no frame at all was captured too late to prove anything: it is done again.
 */
export async function measureLoad(
  browser: Browser,
  colours: ColourReader,
  url: string,
  cpu: number,
): Promise<Load> {
  for (let attempt = 1; attempt <= 3; attempt++) {
    const load = await loadOnce(browser, colours, url, cpu);
    if (load.defaultSeen || load.variationSeen) return load;
  }
  throw new Error(`Three loads of ${url} in a row left no frame with the hero in it.`);
}

async function loadOnce(browser: Browser, colours: ColourReader, url: string, cpu: number): Promise<Load> {
  const page = await browser.newPage();
  try {
    await page.emulateCPUThrottling(cpu);
    const capture = await captureFrames(page);
    await page.goto(url, { waitUntil: "load" });
    await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
    const frames = await capture.stop();
    const numbers = await page.evaluate(readNumbers);
    return {
      ...numbers,
      defaultSeen: (await colours.countFramesShowing(frames, defaultColour)) > 0,
      variationSeen: (await colours.countFramesShowing(frames, variationColour)) > 0,
    };
  } finally {
    await page.close();
  }
}

/** A first view as it happens to a visitor who is signed in: it leaves membership on the device. */
export async function warmUp(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.goto(`${url}/with`, { waitUntil: "load" });
  await page.waitForFunction(() => localStorage.getItem("forwhom")?.includes('"answer"'));
}

/** Runs in the page, so it stands for itself: functions named inside would need the loader's own help. */
async function readNumbers(): Promise<{ cls: number; fcp: number; lcp: number }> {
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
  return { cls: entries["layout-shift"].reduce((sum, { value }) => sum + value, 0), fcp, lcp };
}
