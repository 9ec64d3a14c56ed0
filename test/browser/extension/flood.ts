import type { Page } from "puppeteer-core";

/** From now on the page tells 5,000 decisions a second: 100 every 20 ms. */
export async function flood(page: Page): Promise<void> {
  await page.bringToFront();
  await page.evaluate(() => {
    let made = 0;
    setInterval(() => {
      for (let at = 0; at < 100; at++) {
        const detail = { slot: `slot-${made++}`, outcome: "default" };
        document.dispatchEvent(new CustomEvent("forwhom:decision", { detail }));
      }
    }, 20);
  });
}
