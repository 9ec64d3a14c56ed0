import type { Page } from "puppeteer-core";
import { answerConsent, signIn } from "../page/visit.ts";

/** Somebody who agreed, signed in, and whose answer from the endpoint is kept: the next view is a warm one. */
export async function becomeKnown(page: Page, url: string, contact: string): Promise<void> {
  await page.goto(url, { waitUntil: "load" });
  await answerConsent(page, "all");
  await signIn(page, contact);
  await page.waitForFunction(() => localStorage.getItem("forwhom")?.includes('"answer"'));
}

/** Takes consent back and answers what a slot says by the time the next frame is drawn. */
export const withdrawnTo = (page: Page, slot: string): Promise<string | undefined> =>
  page.evaluate(async (selector) => {
    const { CookieConsent } = window as unknown as {
      CookieConsent: { acceptCategory(some: string[]): void };
    };
    CookieConsent.acceptCategory([]);
    await new Promise(requestAnimationFrame);
    return document.querySelector<HTMLElement>(selector)?.innerText.trim();
  }, `[data-fw-slot="${slot}"]`);

/** What a slot says to whoever reads the page. */
export const wordsIn = (page: Page, slot: string): Promise<string | undefined> =>
  page.$eval(`[data-fw-slot="${slot}"]`, (one) =>
    one.checkVisibility({ visibilityProperty: true }) ? (one as HTMLElement).innerText.trim() : undefined,
  );

/** Something to wait for, and what ends the waiting. */
export function newGate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}
