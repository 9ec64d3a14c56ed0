import browser from "webextension-polyfill";
import type { Choice } from "../../shared/protocol/choice.ts";
import type { Preview } from "../../shared/protocol/preview.ts";
import { PREVIEW_KEY } from "../../shared/protocol/preview-key.ts";
import { say } from "../words.ts";
import { stopBlocking } from "./blocking.ts";
import { gaveWay } from "./gave-way.ts";
import { forgetPreview, isAnyPreviewOn, previewOf, rememberPreview } from "./memory.ts";
import { tell } from "./tell.ts";

const SCRIPT = "forwhom-preview";
/** How often a page may give way to the next before the one that stays is met. */
const PATIENCE = 3;

/** Shows the tab's page as somebody else from its next load on, and loads it again. DESIGN §5, Preview. */
export async function startPreview(tab: number, preview: Preview, choice?: Choice): Promise<void> {
  if (preview.tab !== tab) return;
  try {
    const origin = await inPage(tab, putPreview, [PREVIEW_KEY, JSON.stringify(preview)]);
    if (typeof origin !== "string") throw new Error(say("previewRefused"));
    await rememberPreview(tab, { preview, origin, since: Date.now(), choice });
    await handOver();
    await browser.tabs.reload(tab);
  } catch (error) {
    await tell(tab, { is: "failed", because: error instanceof Error ? error.message : String(error) });
  }
}

/** Shows the tab's page as it is for the real visitor again. */
export async function leavePreview(tab: number): Promise<void> {
  await forgetPreview(tab);
  await stopBlocking(tab);
  await stopHandingOver();
  await takeFromPage(tab).catch(() => undefined);
  await reload(tab);
}

/**
 * What a page says it was loaded with, held against what this tab was given: sessionStorage is copied
 * to duplicated and restored tabs, and a preview must not follow. True: the page may go on.
 */
export async function isPreviewRight(
  tab: number,
  page: { readonly preview: Preview | undefined; readonly loaded: number; readonly origin: string },
): Promise<boolean> {
  const given = await previewOf(tab);
  const { preview: said, loaded, origin } = page;
  if (!said) {
    // The tab has left the origin, or the time is over, or the page has emptied its storage. But the page
    // from before the preview may still have something to say.
    if (given && loaded > given.since) await endPreview(tab);
    // Its time is over: nobody else ends then what was blocked for it.
    else if (!given) await stopBlocking(tab);
    return true;
  }
  if (said.tab === tab && given?.origin === origin) return true;
  await removeFromPage(tab);
  return false;
}

/** Where the extension may no longer look, the tab has left the site; or it was only about to load another page of it. */
export async function endPreviewElsewhere(tab: number): Promise<void> {
  const { url } = (await browser.tabs.get(tab).catch(() => undefined)) ?? {};
  await endPreviewAt(tab, url);
}

/** Ends the tab's preview where its page is of another site, or its address may not be known. */
export async function endPreviewAt(tab: number, url: string | undefined): Promise<void> {
  const given = await previewOf(tab);
  if (given && (!url || new URL(url).origin !== given.origin)) await endPreview(tab);
}

/** Forgets the tab's preview without touching its page: the tab is gone, or shows another site. */
export async function endPreview(tab: number): Promise<void> {
  await forgetPreview(tab);
  await stopBlocking(tab);
  await stopHandingOver();
}

/** A tab that nobody looks at may still hold a copy; where the extension may not look, neither can it run. */
export async function removeCopiedPreview(tab: number): Promise<void> {
  if (!(await isAnyPreviewOn()) || (await previewOf(tab))) return;
  await removeFromPage(tab);
}

/** Registers the script that gives the preview to the page before the page's first own script runs. */
async function handOver(): Promise<void> {
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
  if (registered) return;
  await browser.scripting.registerContentScripts([
    {
      id: SCRIPT,
      matches: ["http://*/*", "https://*/*"],
      js: ["preview.js"],
      runAt: "document_start",
      world: "MAIN",
      persistAcrossSessions: false,
    },
  ]);
}

async function stopHandingOver(): Promise<void> {
  if (await isAnyPreviewOn()) return;
  await browser.scripting.unregisterContentScripts({ ids: [SCRIPT] }).catch(() => undefined);
}

/** A page that is just going may still say what it was loaded with: the next has nothing to lose by then. */
async function removeFromPage(tab: number): Promise<void> {
  if (await takeFromPage(tab).catch(() => false)) await reload(tab);
}

const takeFromPage = (tab: number) => inPage(tab, takePreview, [PREVIEW_KEY]);
const reload = (tab: number) => browser.tabs.reload(tab).catch(() => undefined);

async function inPage<Args extends string[]>(tab: number, func: (...args: Args) => unknown, args: Args) {
  const injection = {
    target: { tabId: tab },
    func: func as (...args: unknown[]) => unknown,
    args,
    // A page whose scripts never come has its storage all the same.
    injectImmediately: true,
  };
  const inject = async (patience: number): Promise<unknown> => {
    try {
      const [injected] = await browser.scripting.executeScript(injection);
      return injected?.result;
    } catch (error) {
      // Whoever chooses twice in a row meets a page that is just being loaded for the first.
      if (patience > 0 && error instanceof Error && gaveWay(error.message)) return inject(patience - 1);
      throw error;
    }
  };
  return inject(PATIENCE);
}

/** These run in the page, in the isolated world: nothing outside them exists there. */
function putPreview(key: string, text: string): string {
  sessionStorage.setItem(key, text);
  return location.origin;
}

function takePreview(key: string): boolean {
  const isThere = sessionStorage.getItem(key) !== null;
  sessionStorage.removeItem(key);
  return isThere;
}
