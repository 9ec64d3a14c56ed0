import type { Browser, Page } from "puppeteer-core";
import { until } from "../drive/until.ts";
import { newVisitor, type Visit } from "../page/visit.ts";

/** Somebody whom the endpoint knows, and who was here before: what is decided is decided at once. */
export async function knownVisitor(browser: Browser, url: string): Promise<Visit> {
  const visit = await newVisitor(browser);
  await visit.page.goto(`${url}/sign-in`);
  await visit.page.goto(`${url}/plain`, { waitUntil: "load" });
  await visit.page.waitForFunction(() => {
    const kept = localStorage.getItem("forwhom") ?? "";
    return kept.includes('"answer"') && kept.includes('"page_view"');
  });
  return visit;
}

/** What somebody reads in a slot; undefined where the page has no such slot, or keeps it invisible. */
export const wordsIn = (page: Page, slot: string): Promise<string | undefined> =>
  page.evaluate((id) => {
    const element = document.querySelector<HTMLElement>(`[data-fw-slot="${id}"]`);
    if (!element?.checkVisibility({ visibilityProperty: true })) return undefined;
    return element.innerText.replace(/\s+/g, " ").trim();
  }, slot);

/** Resolves once a slot says this, and not before. */
export const says = (page: Page, slot: string, words: string) =>
  until(`${slot} says “${words}”`, async () => {
    const found = await wordsIn(page, slot);
    if (found === words) return true;
    throw new Error(`it says “${found}”`);
  });
