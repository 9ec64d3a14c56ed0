import browser from "webextension-polyfill";
import type { Writing, WrittenPlace } from "../../shared/protocol/draft/in-place.ts";
import { send, sendToTab } from "../messages.ts";
import { tell } from "./tell.ts";

/** Lets the marketer write in the page of a tab; without a place it ends. */
export async function writeInPlace(tab: number, place: WrittenPlace | undefined): Promise<void> {
  if (!place) return sendToTab(tab, { type: "write in place", tab });
  try {
    await browser.scripting.executeScript({ target: { tabId: tab }, files: ["write.js"] });
    await browser.scripting.insertCSS(hiding(tab, place.selector));
    await sendToTab(tab, { type: "write in place", tab, place });
  } catch (error) {
    await tell(tab, { is: "failed", because: error instanceof Error ? error.message : String(error) });
  }
}

/** What was written there is the panel's to keep. */
export async function written(tab: number, writing: Writing): Promise<void> {
  const { is, selector, text } = writing;
  if (is !== "writing") await browser.scripting.removeCSS(hiding(tab, selector)).catch(() => undefined);
  await send({ type: "writing in", tab, is, selector, ...(text !== undefined && { text }) });
}

/**
 * The words in the page are not seen while the field over them has the focus. A sheet of the browser's user
 * needs nobody's leave, and the page has no part in it.
 */
const hiding = (tab: number, selector: string) => ({
  target: { tabId: tab },
  origin: "USER" as const,
  css: `:root:has(> forwhom-overlay:focus-within) :is(${selector}) [data-fw-content] { -webkit-text-fill-color: transparent !important }`,
});
