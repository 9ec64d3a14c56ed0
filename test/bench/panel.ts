import { parseArgs } from "node:util";
import type { Page } from "puppeteer-core";
import { launchChromium } from "../browser/drive/chromium.ts";
import { until } from "../browser/drive/until.ts";
import { flood } from "../browser/extension/flood.ts";
import { createSite } from "../site/server.ts";
import { calm } from "./page/calm.ts";
import { showProgress } from "./page/progress.ts";

/** Times of what a marketer waits for, in ms from the click or from the page's decision to the painted panel. */
const budgets = {
  "first useful screen": 200,
  "decision to its row": 100,
  "another view, while a page tells 5,000 things a second": 200,
} as const;
type Measure = keyof typeof budgets;

const { values } = parseArgs({
  options: { json: { type: "boolean", default: false }, times: { type: "string", default: "30" } },
});
const times = Number(values.times);
if (!Number.isInteger(times) || times < 1) {
  console.error(`--times ${values.times}: expected how often to measure, such as 30.`);
  process.exit(2);
}

const site = await createSite({ port: 0 });
const chromium = await launchChromium({ extension: "dist/extension/chrome" });
try {
  const page = await chromium.openTab(site.url);
  // The click on the icon allows the extension to look at the page, as it does for a marketer.
  const beside = await chromium.extension.openSidePanel(page);
  await until("the panel knows the page", () =>
    beside.evaluate(() => document.querySelector("li.slot") !== null),
  );
  await beside.evaluateOnNewDocument(watchCards);
  await beside.reload();
  const tell = showProgress(`the panel, ${times} times`);
  const measured: Record<Measure, number[]> = {
    "first useful screen": [],
    "decision to its row": [],
    "another view, while a page tells 5,000 things a second": [],
  };
  for (let at = 1; at <= times; at++) {
    measured["decision to its row"].push(await rowAfterDecision(page, beside));
    measured["first useful screen"].push(await firstUsefulScreen(beside));
    tell((0.8 * at) / times);
  }
  await listWhatHappens(beside);
  await flood(page);
  await until("the list is full", () =>
    beside.evaluate(() => document.querySelectorAll(".log > li").length >= 300),
  );
  for (let at = 1; at <= times; at++) {
    measured["another view, while a page tells 5,000 things a second"].push(await anotherView(beside));
    tell(0.8 + (0.2 * at) / times);
  }
  const rows = Object.entries(budgets).map(([name, budget]) => {
    const sorted = measured[name as Measure].toSorted((a, b) => a - b);
    return { measure: name, times, median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), budget };
  });
  if (values.json) console.log(JSON.stringify(rows));
  else {
    const widest = Math.max(...rows.map(({ measure }) => measure.length));
    console.log(`| ${"panel, in ms".padEnd(widest)} | times | median | 95 % within | budget |`);
    console.log(`| ${"-".repeat(widest)} | ----: | -----: | ----------: | -----: |`);
    for (const { measure, median, p95, budget } of rows)
      console.log(
        `| ${measure.padEnd(widest)} | ${String(times).padStart(5)} | ${String(median).padStart(6)} | ${String(p95).padStart(11)} | ${String(budget).padStart(6)} |`,
      );
  }
} finally {
  await chromium.close();
  await site.close();
}

interface Seen {
  readonly cards: number;
  /** Both in ms since 1970, from the clock that all pages share. */
  readonly first: number;
  readonly last: number;
}

/** Runs in the panel: says when a further card was painted. */
function watchCards(): void {
  const seen = { cards: document.querySelectorAll("li.slot").length, first: 0, last: 0 };
  Object.assign(window, { seen });
  new MutationObserver(() => {
    const cards = document.querySelectorAll("li.slot").length;
    if (cards === seen.cards) return;
    const isMore = cards > seen.cards;
    seen.cards = cards;
    // The frame after the one in which it is laid out: by then it has been painted.
    if (isMore)
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          seen.last = performance.timeOrigin + performance.now();
          seen.first ||= seen.last;
        }),
      );
  }).observe(document, { childList: true, subtree: true });
}

function seenIn(panel: Page): Promise<Seen> {
  return panel.evaluate(() => (window as unknown as { seen: Seen }).seen);
}

/** Milliseconds from the moment at which the browser begins to load the panel; nothing of it is kept before. */
async function firstUsefulScreen(panel: Page): Promise<number> {
  await calm();
  await panel.reload({ waitUntil: "domcontentloaded" });
  const { first } = await until("the panel shows a slot's card", async () => {
    const seen = await seenIn(panel);
    return seen.first > 0 && seen;
  });
  return first - (await panel.evaluate(() => performance.timeOrigin));
}

/**
 * Milliseconds from the page's word that it has decided a slot that came late, to that slot's card in the panel
 * beside it.
 */
async function rowAfterDecision(page: Page, panel: Page): Promise<number> {
  await page.bringToFront();
  await page.reload();
  const slots = await page.evaluate(() => document.querySelectorAll("[data-fw-slot]").length);
  const shows = (cards: number) =>
    until(`the panel shows ${cards} cards`, async () => {
      const seen = await seenIn(panel);
      return seen.cards === cards && seen;
    });
  await shows(slots);
  await page.evaluate(() => document.querySelector('[data-fw-slot="closing-cta"]')?.remove());
  await shows(slots - 1);
  await calm();
  const decided = await page.evaluate(() => {
    const made = new Promise<number>((resolve) => {
      document.addEventListener("forwhom:decision", () =>
        resolve(performance.timeOrigin + performance.now()),
      );
    });
    const slot = document.createElement("p");
    slot.dataset.fwSlot = "closing-cta";
    document.querySelector("main")?.append(slot);
    return made;
  });
  await shows(slots);
  const { last } = await until("its card is painted", async () => {
    const seen = await seenIn(panel);
    return seen.last > decided && seen;
  });
  return last - decided;
}

/** Opens the list of what happens in the tab, which is the most that a view has to draw anew. */
async function listWhatHappens(panel: Page): Promise<void> {
  for (const name of ["What Forwhom knows", "What happens in this tab"])
    await until(`${name} is opened`, () =>
      panel.evaluate((start) => {
        const all = [...document.querySelectorAll<HTMLElement>("button, summary")];
        const one = all.find((each) => each.innerText.trim().startsWith(start) || each.ariaLabel === start);
        one?.click();
        return one !== undefined;
      }, name),
    );
}

/** Milliseconds from a click on the next view's tab, at any moment, to that view. */
function anotherView(panel: Page): Promise<number> {
  return panel.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const tabs = [...document.querySelectorAll<HTMLElement>("[role=tab]")];
        const at = tabs.findIndex(({ ariaSelected }) => ariaSelected === "true");
        const next = tabs[(at + 1) % tabs.length] as HTMLElement;
        let clicked = 0;
        new MutationObserver((_, observer) => {
          observer.disconnect();
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - clicked)));
        }).observe(next, { attributeFilter: ["aria-selected"] });
        setTimeout(() => {
          clicked = performance.now();
          next.click();
        }, Math.random() * 200);
      }),
  );
}

function quantile(sorted: readonly number[], share: number): number {
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}
