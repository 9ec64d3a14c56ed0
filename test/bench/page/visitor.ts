import type { Browser, BrowserContext, Page } from "puppeteer-core";
import type { Variant } from "./variants.ts";

/** Somebody with a device of their own: where they open tabs, and what is kept there. */
export type Visitor = Pick<BrowserContext, "newPage" | "close">;

/** A visitor who has been to the page before, if the variant is one for visitors who have. */
export async function newVisitor(browser: Browser, url: string, variant: Variant): Promise<Visitor> {
  const visitor = await browser.createBrowserContext();
  if (variant.leaves) {
    await arrive(visitor, url, variant);
    await inNewTab(visitor, (page) => visitFirst(page, url, variant));
  }
  return visitor;
}

/**
 * What comes before every load, the same for all variants, so that none starts with a connection or a
 * process that another has not: signing in elsewhere on the site. Where the page is to be visited for the
 * first time, all that earlier loads left is erased before.
 */
export async function arrive(visitor: Visitor, url: string, { leaves }: Variant): Promise<void> {
  await inNewTab(visitor, async (page) => {
    if (!leaves) await eraseEverything(page, url);
    await page.goto(`${url}/sign-in`, { waitUntil: "load" });
  });
}

async function eraseEverything(page: Page, origin: string): Promise<void> {
  const session = await page.createCDPSession();
  await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
  await session.send("Network.clearBrowserCache");
  await session.detach();
}

/** It leaves on the device what it leaves. */
async function visitFirst(page: Page, url: string, { path, leaves }: Variant): Promise<void> {
  await page.goto(url + path, { waitUntil: "load" });
  await page.waitForFunction(
    (kept) => kept === undefined || localStorage.getItem(kept.key)?.includes(kept.holding),
    {},
    leaves,
  );
}

async function inNewTab(visitor: Visitor, act: (page: Page) => Promise<void>): Promise<void> {
  const page = await visitor.newPage();
  try {
    await act(page);
  } finally {
    await page.close();
  }
}
