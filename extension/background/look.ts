import browser from "webextension-polyfill";
import type { PageState } from "../../shared/protocol/messages.ts";
import { isFirefox } from "../which-browser.ts";
import { say } from "../words.ts";
import { gaveWay } from "./gave-way.ts";
import { lookedOrigin, rememberLooked } from "./memory.ts";
import { tell } from "./tell.ts";

/**
 * Looks at the page in a tab: puts the bridge and the observer into it, which then report by
 * themselves. Both may be put in twice. Where that is not possible the panel hears why; false then.
 */
export async function look(tab: number): Promise<boolean> {
  const refused = await inject(tab);
  if (refused !== undefined && gaveWay(refused)) return true;
  if (refused !== undefined) await tell(tab, await stateWithout(tab, refused));
  else await rememberLooked(tab, (await originOf(tab)) ?? (await lookedOrigin(tab)));
  return refused === undefined;
}

/** As `look`, but while the page is still loading: a refusal then says nothing yet. */
export async function lookEarly(tab: number): Promise<void> {
  await tell(tab, { is: "loading" });
  await inject(tab);
}

async function inject(tab: number): Promise<string | undefined> {
  const target = { tabId: tab };
  try {
    await browser.scripting.executeScript({ target, files: ["bridge.js"] });
    await browser.scripting.executeScript({ target, files: ["observer.js"], world: "MAIN" });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const CLOSED = new Set(["chromewebstore.google.com", "chrome.google.com", "addons.mozilla.org"]);

async function stateWithout(tab: number, refused: string): Promise<PageState> {
  const found = await browser.tabs.get(tab).catch(() => undefined);
  // A tab shows its address only to those who may look into it.
  const url = found?.url ? new URL(found.url) : undefined;
  if (/error page|showing error/i.test(refused)) return { is: "failed", because: say("pageDidNotLoad") };
  if (/chrome:\/\/|gallery|about:/i.test(refused)) return { is: "closed to extensions" };
  if (!url) {
    // Chromium takes its leave back only where the tab leaves the site; Firefox at every navigation.
    const origin = isFirefox ? await lookedOrigin(tab) : undefined;
    return { is: "not allowed", ...(origin && { origin }) };
  }
  if (!/^https?:$/.test(url.protocol) || CLOSED.has(url.hostname)) return { is: "closed to extensions" };
  return isAboutPermission(refused)
    ? { is: "not allowed", origin: url.origin }
    : { is: "failed", because: refused };
}

const isAboutPermission = (refused: string) =>
  /permission|cannot access contents|cannot access/i.test(refused);

async function originOf(tab: number): Promise<string | undefined> {
  const { url } = (await browser.tabs.get(tab).catch(() => undefined)) ?? {};
  return url && /^https?:/.test(url) ? new URL(url).origin : undefined;
}
