import browser from "webextension-polyfill";
import { capture } from "./capture.ts";

/** Less is not enough: a picture of a tab needs leave for every site, or the click on the icon, as long as that lasts. */
const EVERYWHERE = { origins: ["<all_urls>"] };

export async function mayTake(tab: number): Promise<boolean> {
  if (await browser.permissions.contains(EVERYWHERE)) return true;
  const tried = await capture(tab).catch(() => undefined);
  tried?.close();
  return tried !== undefined;
}

/** Must be called from a click or a key, with no await before it. */
export const askToTake = (): Promise<boolean> => browser.permissions.request(EVERYWHERE).catch(() => false);
