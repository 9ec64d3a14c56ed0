import type { Page } from "puppeteer-core";

/** The copy of what is kept that is read before the first paint; null: none. */
export const hintOn = (page: Page): Promise<string | null> =>
  page.evaluate(() => localStorage.getItem("forwhom"));

/** Resolves once an answer of the endpoint about whoever is signed in is kept, in both places. */
export async function answerKept(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const hash = document.cookie.match(/forwhom_hash=(\w+)/)?.[1];
    const kept = JSON.parse(localStorage.getItem("forwhom") ?? "{}");
    return kept.answer && kept.hash === hash;
  });
  await page.waitForFunction(
    () =>
      new Promise((resolve) => {
        const hash = document.cookie.match(/forwhom_hash=(\w+)/)?.[1];
        const opening = indexedDB.open("forwhom");
        opening.onerror = () => resolve(false);
        opening.onupgradeneeded = () => opening.transaction?.abort();
        opening.onsuccess = () => {
          const reading = opening.result.transaction("visitors").objectStore("visitors").getAll();
          reading.onsuccess = () => {
            opening.result.close();
            resolve(
              reading.result.length === 1 && reading.result[0].hash === hash && reading.result[0].answer,
            );
          };
        };
      }),
  );
}

/**
 * Leaves the page, and what is kept of the answer becomes so much older, in both places; negative: it is
 * from the future. On another page, or what the page still knows would be kept again.
 */
export async function ageKept(page: Page, siteUrl: string, ms: number): Promise<void> {
  await page.goto(`${siteUrl}/site.css`);
  await page.evaluate(
    (by) =>
      new Promise<void>((resolve, reject) => {
        const asOf = new Date(Date.now() - by).toISOString();
        const hint = JSON.parse(localStorage.getItem("forwhom") ?? "{}");
        hint.answer.asOf = asOf;
        localStorage.setItem("forwhom", JSON.stringify(hint));
        const opening = indexedDB.open("forwhom");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction("visitors", "readwrite");
          const visitors = transaction.objectStore("visitors");
          const reading = visitors.getAll();
          reading.onsuccess = () => {
            for (const kept of reading.result) visitors.put({ ...kept, answer: { ...kept.answer, asOf } });
          };
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    ms,
  );
}
