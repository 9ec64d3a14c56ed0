import type { BrowserContext, CDPSession, Page } from "puppeteer-core";
import type { Random } from "../random.ts";

/** How a view of the page ends. */
export type Ending = "left" | "closed" | "crashed";

export type View = {
  readonly lastsMs: number;
  readonly ending: Ending;
  /** Beside it, in a second tab. */
  readonly beside?: View | undefined;
};

/** A third of the views of a page lasts long enough for the slot to count as seen. */
export function drawView(random: Random, isAlone = false): View {
  const ending = random.one<Ending>(["left", "left", "closed", "crashed"]);
  const lastsMs = random.whole(100, 1_500);
  return {
    lastsMs,
    ending,
    beside: !isAlone && random.chance(0.2) ? drawView(random, true) : undefined,
  };
}

export type Tab = { readonly page: Page; readonly session: CDPSession };

/** A tab that tells what is accepted in it. */
export async function openTab(
  context: BrowserContext,
  accepted: (id: string) => void,
  watch?: () => void,
): Promise<Tab> {
  const page = await context.newPage();
  const session = await page.createCDPSession();
  session.on("Runtime.bindingCalled", ({ name, payload }) => {
    if (name === "accepted") accepted(payload);
  });
  await session.send("Runtime.enable");
  await session.send("Runtime.addBinding", { name: "accepted" });
  // A tab behind another is looked at all the same: what is seen counts.
  await session.send("Emulation.setFocusEmulationEnabled", { enabled: true });
  if (watch) await page.evaluateOnNewDocument(watch);
  return { page, session };
}

/** Looks at the page for as long as the view lasts, and ends it. The tab is answered if it is still there. */
export async function look(tab: Tab, url: string, { lastsMs, ending }: View): Promise<Tab | undefined> {
  // A tab beside it in the same process may have crashed: then so has this one.
  await inTime(tab.page.goto(url, { waitUntil: "domcontentloaded" }));
  await new Promise((resolve) => setTimeout(resolve, lastsMs));
  if (ending === "left" && !tab.page.isClosed() && (await isAlive(tab))) return tab;
  if (ending === "crashed") await crash(tab);
  await closeTab(tab);
  return undefined;
}

/** A tab whose renderer has gone does not answer. */
const isAlive = (tab: Tab): Promise<boolean> =>
  inTime(tab.page.evaluate(() => true)).then((answer) => answer === true);

async function crash({ page, session }: Tab): Promise<void> {
  const crashed = new Promise((resolve) => page.once("error", resolve));
  // It is never answered: whoever would answer has crashed.
  session.send("Page.crash").catch(() => {});
  await inTime(crashed);
}

export const closeTab = (tab: Tab): Promise<unknown> => inTime(tab.page.close());

const LONGEST_MS = 10_000;

const inTime = <Answer>(work: Promise<Answer>): Promise<Answer | undefined> =>
  Promise.race([
    work.catch(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(resolve, LONGEST_MS, undefined)),
  ]);
