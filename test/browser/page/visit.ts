import type { Page } from "puppeteer-core";
import type { Forwhom } from "../../../sdk/page/forwhom.ts";
import { until } from "../drive/until.ts";

/** What each slot of the page says it shows: a variation's id, or "default", or "neutral". */
export const shownOn = (page: Page): Promise<Record<string, string | null>> =>
  page.evaluate(() => {
    const slots = [...document.querySelectorAll("[data-fw-slot]")];
    return Object.fromEntries(
      slots.map((one) => [
        one.getAttribute("data-fw-slot"),
        one.getAttribute("data-fw-shown") ?? one.getAttribute("data-fw-done"),
      ]),
    );
  });

export const shows = (page: Page, slot: string, what: string) =>
  until(`${slot} shows ${what}`, async () => (await shownOn(page))[slot] === what);

/** Everything that can be read on the page, as somebody would read it. */
export const wordsOn = (page: Page): Promise<string> =>
  page.evaluate(() => (document.querySelector("main")?.innerText ?? "").replace(/\s+/g, " "));

/** Clicks a button of the real consent dialog. */
export async function answerConsent(page: Page, answer: "all" | "necessary"): Promise<void> {
  const button = `.cm__btn[data-role="${answer}"]`;
  await page.waitForSelector(button, { visible: true });
  await page.evaluate((selector) => document.querySelector<HTMLElement>(selector)?.click(), button);
  await page.waitForFunction(() => document.cookie.includes("cc_cookie="));
}

export async function signIn(page: Page, contact: string): Promise<void> {
  await submit(page, `button[name="contact"][value="${contact}"]`);
}

export async function signOut(page: Page): Promise<void> {
  await submit(page, `form[action="/sign-out"] button`);
}

async function submit(page: Page, button: string): Promise<void> {
  const arrived = page.waitForNavigation({ waitUntil: "load" });
  await page.evaluate((selector) => {
    const found = document.querySelector<HTMLButtonElement>(selector);
    if (!found) throw new Error(`There is no ${selector}`);
    found.form?.requestSubmit(found);
  }, button);
  await arrived;
}

/** Resolves once the endpoint's answer, or the page view, is kept in IndexedDB. */
export const kept = (page: Page): Promise<unknown> =>
  until("something is kept in IndexedDB", () => page.evaluate(readKept));

/** Everything kept of visitors in our database. */
export function readKept(): Promise<readonly unknown[]> {
  return new Promise((resolve) => {
    const opening = indexedDB.open("forwhom");
    opening.onerror = () => resolve([]);
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onsuccess = () => {
      const database = opening.result;
      const reading = database.transaction("visitors").objectStore("visitors").getAll();
      reading.onerror = () => resolve([]);
      reading.onsuccess = () => {
        database.close();
        resolve(reading.result);
      };
    };
  });
}

/** A tab of its own, with nothing in it from any other: cookies, storage and cache are its own too. */
export type Visit = {
  readonly page: Page;
  readonly errors: readonly string[];
  readonly end: () => Promise<void>;
};

type Browser = {
  createBrowserContext(): Promise<{ newPage(): Promise<Page>; close(): Promise<void> }>;
};

/** Somebody who was never here. Whatever goes wrong on the page is in `errors`. */
export async function newVisitor(browser: Browser): Promise<Visit> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warn") errors.push(message.text());
  });
  return { page, errors, end: () => context.close() };
}

declare global {
  interface Window {
    forwhom?: Forwhom;
  }
}
