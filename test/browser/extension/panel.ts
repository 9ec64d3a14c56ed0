import type { ElementHandle, Page } from "puppeteer-core";
import { launchChromium } from "../drive/chromium.ts";
import { launchFirefox } from "../drive/firefox.ts";
import { until } from "../drive/until.ts";

export type Name = "chromium" | "firefox";

/** A browser with the built extension, a tab of the site, and the panel that looks at it. */
export type Watched = {
  readonly page: Page;
  readonly panel: Page;
  readonly close: () => Promise<void>;
  /** Another tab, without a panel of its own. */
  readonly openTab: (url: string) => Promise<Page>;
};

/** Opens the site and the panel as a marketer would: with a click on the icon, or by allowing the site. */
export async function watch(browser: Name, url: string): Promise<Watched> {
  return browser === "chromium" ? inChromium(url) : inFirefox(url);
}

async function inChromium(url: string): Promise<Watched> {
  const chromium = await launchChromium({ extension: "dist/extension/chrome" });
  const page = await chromium.openTab(url);
  const panel = await chromium.extension.openSidePanel(page);
  return { page, panel, close: () => chromium.close(), openTab: (at) => chromium.openTab(at) };
}

async function inFirefox(url: string): Promise<Watched> {
  const firefox = await launchFirefox({ extension: "dist/extension/firefox" });
  await firefox.extension.grantHost("http://127.0.0.1/*");
  const page = await firefox.openTab(url);
  const tab = await firefox.extension.tabIdOf(page);
  const panel = await firefox.extension.openPanelTab(`?tab=${tab}`);
  return { page, panel, close: () => firefox.close(), openTab: (at) => firefox.openTab(at) };
}

export const wordsIn = (panel: Page): Promise<string> =>
  panel.evaluate(() => document.body.innerText.replace(/\s+/g, " "));

export const says = (panel: Page, words: string | RegExp) =>
  until(`the panel says ${words}`, async () => {
    const all = await wordsIn(panel);
    if (typeof words === "string" ? all.includes(words) : words.test(all)) return true;
    throw new Error(`it says “${all.slice(0, 400)}”`);
  });

/**
 * Clicks the first button, tab or switch with this name, as a hand would: browsers ask for that. Where what is
 * to be clicked is moved or drawn anew meanwhile, and the click misses, a hand clicks again.
 */
export async function choose(panel: Page, name: string | RegExp): Promise<void> {
  await panel.bringToFront();
  await until(`a click hits the button ${name}`, async () => {
    const button = await buttonCalled(panel, name);
    if (!button) throw new Error(`the panel says “${(await wordsIn(panel)).slice(0, 1_000)}”`);
    // The driver takes a side panel for as high as its window, and would click below its edge.
    await button.evaluate((one) => one.scrollIntoView({ block: "center", behavior: "instant" }));
    const [first, then] = [await button.clickablePoint(), await button.clickablePoint()];
    // What still moves would be missed.
    if (first.x !== then.x || first.y !== then.y) return false;
    await button.evaluate((one) => {
      Object.assign(window, { isMissed: true });
      const look = ({ target }: Event) =>
        // What is no more was drawn anew, most likely just where it stood.
        Object.assign(window, { isMissed: one.isConnected && !one.contains(target as Node) });
      addEventListener("click", look, { once: true, capture: true });
    });
    await panel.mouse.click(first.x, first.y);
    const isMissed = await panel
      .evaluate(() => (window as { isMissed?: boolean }).isMissed)
      .catch(() => false);
    return isMissed !== true;
  });
}

async function buttonCalled(panel: Page, name: string | RegExp): Promise<ElementHandle<HTMLElement> | null> {
  const found = await panel.evaluateHandle(
    (source, isExpression) => {
      const matches = (text: string) => (isExpression ? new RegExp(source).test(text) : text === source);
      return [...document.querySelectorAll<HTMLElement>("button, summary")].find((one) => {
        const label = one.getAttribute("aria-label") ?? one.innerText;
        return one.checkVisibility() && matches(label.replace(/\s+/g, " ").trim());
      });
    },
    typeof name === "string" ? name : name.source,
    typeof name !== "string",
  );
  return found.asElement() as ElementHandle<HTMLElement> | null;
}

/** What one slot's card says, with everything unfolded. */
export const cardOf = (panel: Page, slot: string): Promise<string> =>
  until(`there is a card for ${slot}`, () =>
    panel.evaluate((name) => {
      const card = [...document.querySelectorAll("li.slot")].find(
        (one) => one.querySelector("h2")?.innerText === name,
      );
      return card?.textContent?.replace(/\s+/g, " ") ?? "";
    }, slot),
  );

/** The link to the preview, as the panel hands it to the clipboard. */
export async function copiedLink(panel: Page): Promise<string> {
  await panel.evaluate(() => {
    navigator.clipboard.writeText = async (text) => {
      document.documentElement.dataset.copied = text;
    };
  });
  await choose(panel, "Copy link");
  return until("the link is copied", () => panel.evaluate(() => document.documentElement.dataset.copied));
}

/** Gives the panel the full library of the site, by its address. */
export async function loadLibrary(panel: Page, address: string): Promise<void> {
  await choose(panel, /^Library/);
  await fillInLibrary(panel, address);
}

/** The same in the dialog, where that is open already. */
export async function fillInLibrary(panel: Page, address: string): Promise<void> {
  await panel.waitForSelector("dialog input[type=url], dialog input[type=text]");
  await panel.type("dialog input[type=url], dialog input[type=text]", address);
  await panel.keyboard.press("Enter");
  await until("the library is loaded", () =>
    panel.evaluate(() => document.querySelector(".loaded-dot") !== null),
  );
}
