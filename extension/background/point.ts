import browser from "webextension-polyfill";
import type { PointingStep } from "../../shared/protocol/draft/pointing-steps.ts";
import { sendToTab } from "../messages.ts";
import { tell } from "./tell.ts";

/** Lets the marketer point at an element of the page; with a step, goes from one to the next or ends it. */
export async function point(tab: number, step: PointingStep | undefined): Promise<void> {
  if (step !== undefined) return sendToTab(tab, { type: "point", tab, step });
  try {
    await browser.scripting.executeScript({ target: { tabId: tab }, files: ["point.js"] });
  } catch (error) {
    await tell(tab, { is: "failed", because: error instanceof Error ? error.message : String(error) });
  }
}
