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
  name: "visitors" | "outbox",
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
