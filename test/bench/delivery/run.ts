import type { Browser, BrowserContext } from "puppeteer-core";
import { randomFrom } from "../random.ts";
import { drawFault, type Fault } from "./faults.ts";
import { serveSite } from "./serve.ts";
import type { Subject } from "./subject.ts";
import { closeTab, drawView, type Ending, look, openTab, type Tab, type View } from "./visit.ts";

export type Counts = {
  /** Events that were accepted, as far as it could be seen. */
  readonly accepted: number;
  /** Of those that arrived, each once. */
  readonly received: number;
  /** Accepted, and never arrived. */
  readonly lost: number;
  /** Stands there more than once. */
  readonly doubled: number;
};

export type Outcome = Counts & {
  readonly views: number;
  readonly endings: Readonly<Record<Ending, number>>;
  readonly faults: Readonly<Record<Fault, number>>;
};

export type RunOptions = {
  readonly browser: Browser;
  readonly views: number;
  readonly seed: number;
  /** People who visit at the same time, each with a device of their own. */
  readonly visitors?: number;
  readonly tell?: (part: number) => void;
};

/** Lets people visit a page whose events meet every fault, gives it quiet, and counts. */
export async function runFaults(subject: Subject, options: RunOptions): Promise<Outcome> {
  const { browser, views, seed, visitors = 4, tell } = options;
  const random = randomFrom(seed);
  const accepted = new Set<string>();
  const faults = { none: 0, delay: 0, fail: 0, drop: 0, "lose the answer": 0, hang: 0 };
  const endings = { left: 0, closed: 0, crashed: 0 };
  let isQuiet = false;
  const fault = () => {
    const drawn = isQuiet ? "none" : drawFault(random);
    faults[drawn]++;
    return drawn;
  };
  const site = await serveSite({ ...subject.site, fault, delayMs: () => random.whole(200, 2_000) });
  const contexts: BrowserContext[] = [];
  let begun = 0;
  let done = 0;

  async function visit(context: BrowserContext): Promise<void> {
    const open = () => openTab(context, (id) => accepted.add(id), subject.watch);
    const view = async (at: Tab, drawn: View): Promise<Tab | undefined> => {
      const left = await look(at, site.url, drawn);
      endings[drawn.ending]++;
      done++;
      tell?.(done / views);
      return left;
    };
    let tab: Tab | undefined = await open();
    await tab.page.goto(`${site.url}/sign-in`);
    while (begun < views) {
      const drawn = drawView(random);
      const { beside } = begun + 1 < views ? drawn : { beside: undefined };
      begun += beside ? 2 : 1;
      tab ??= await open();
      const [left, second]: readonly (Tab | undefined)[] = await Promise.all([
        view(tab, drawn),
        beside && open().then((other) => view(other, beside)),
      ]);
      await closeIfOpen(second);
      tab = left;
    }
    await closeIfOpen(tab);
  }

  async function drain(context: BrowserContext): Promise<void> {
    const tab = await openTab(context, (id) => accepted.add(id), subject.watch);
    await tab.page.goto(`${site.url}/quiet`, { waitUntil: "load" });
    await subject.drained(tab.page);
    await closeTab(tab);
  }

  try {
    for (let at = 0; at < visitors; at++) contexts.push(await browser.createBrowserContext());
    await Promise.all(contexts.map(visit));
    isQuiet = true;
    await Promise.all(contexts.map(drain));
    const received = await subject.received();
    const distinct = new Set(received);
    return {
      accepted: accepted.size,
      received: distinct.size,
      lost: [...accepted].filter((id) => !distinct.has(id)).length,
      doubled: received.length - distinct.size,
      views: done,
      endings,
      faults,
    };
  } finally {
    for (const context of contexts) await context.close().catch(() => {});
    await site.close();
    await subject.close?.();
  }
}

const closeIfOpen = async (tab: Tab | undefined): Promise<unknown> => tab && closeTab(tab);
