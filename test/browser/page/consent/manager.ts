import { build } from "esbuild";
import type { Page } from "puppeteer-core";

export type CookieConsent = { acceptCategory(some: readonly string[]): void };

export const ALL = ["functional", "personalization", "analytics"] as const;

/** The visitor changes their choice in the real consent manager, to exactly these categories. */
export const choose = (page: Page, categories: readonly string[]): Promise<void> =>
  page.evaluate((some) => {
    const { CookieConsent } = window as unknown as { CookieConsent: CookieConsent };
    CookieConsent.acceptCategory(some);
  }, categories);

/** Everything in one store of our database; none where there is no database. */
export const inStore = (
  page: Page,
  name: "visitors" | "outbox" | "credits",
): Promise<readonly Record<string, unknown>[]> =>
  page.evaluate(
    (store) =>
      new Promise<Record<string, unknown>[]>((resolve) => {
        const opening = indexedDB.open("forwhom");
        opening.onerror = () => resolve([]);
        opening.onupgradeneeded = () => opening.transaction?.abort();
        opening.onsuccess = () => {
          const reading = opening.result.transaction(store).objectStore(store).getAll();
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result);
          };
        };
      }),
    name,
  );

/** Stub and CmpApi of @iabtechlabtcf: a real IAB TCF consent manager, which `say` opens and lets speak. */
export async function tcfManager(): Promise<string> {
  const contents = `
    import * as makeStub from "@iabtechlabtcf/stub";
    import { CmpApi } from "@iabtechlabtcf/cmpapi";
    (makeStub.default ?? makeStub)();
    window.say = (tc) => { (window.cmp ??= new CmpApi(31, 1, true)).update(tc, false); };
  `;
  const bundled = await build({
    stdin: { contents, resolveDir: process.cwd() },
    bundle: true,
    format: "iife",
    write: false,
  });
  return bundled.outputFiles[0]?.text ?? "";
}

export const say = (page: Page, tc: string): Promise<void> =>
  page.evaluate((text) => (window as unknown as { say(tc: string): void }).say(text), tc);
