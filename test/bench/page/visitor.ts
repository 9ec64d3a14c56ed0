import type { Browser, Page } from "puppeteer-core";
import type { Variant } from "./variants.ts";

/**
 * Somebody who has the site at a host of their own: what a browser keeps of a site belongs to its host,
 * so nobody else's visits are on their device. All are in the browser's one profile, as people's visits
 * are: in a private window it would not keep compiled scripts.
 */
export interface Visitor {
  readonly url: string;
}

let visitors = 0;

/** A visitor who has been to the page before, unless the variant is one for visitors who have not. */
export async function newVisitor(browser: Browser, url: string, variant: Variant): Promise<Visitor> {
  const own = new URL(url);
  own.hostname = `visitor-${++visitors}.localhost`;
  const visitor = { url: own.origin };
  if (variant.asks === undefined) {
    await arrive(browser, visitor);
    await inNewTab(browser, (page) => visitFirst(page, visitor, variant));
  }
  return visitor;
}

/**
 * What comes before every load, the same for all variants, so that none starts with a connection or a
 * process that another has not: signing in elsewhere on the site.
 */
export const arrive = (browser: Browser, { url }: Visitor): Promise<void> =>
  inNewTab(browser, async (page) => {
    await page.goto(`${url}/sign-in`, { waitUntil: "load" });
  });

/** It leaves on the device what it leaves. */
async function visitFirst(page: Page, { url }: Visitor, { path, leaves }: Variant): Promise<void> {
  await page.goto(url + path, { waitUntil: "load" });
  await page.waitForFunction(
    (kept) => kept === undefined || localStorage.getItem(kept.key)?.includes(kept.holding),
    {},
    leaves,
  );
}

async function inNewTab(browser: Browser, act: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.newPage();
  try {
    await act(page);
  } finally {
    await page.close();
  }
}
