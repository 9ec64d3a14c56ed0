import browser from "webextension-polyfill";
import { ask } from "../messages.ts";
import { isFirefox } from "../which-browser.ts";
import { say } from "../words.ts";
import { lookAgain } from "./connect.ts";
import type { Choice } from "./person/choice.ts";
import { previewOf } from "./person/visitor.ts";
import { type Seen, seenIn, urlOf } from "./seen.ts";
import { change, now } from "./store.ts";
import { changeVisitors } from "./visitors/keep.ts";
import { withRecent } from "./visitors/visitors.ts";

type Around = {
  /** When the preview ends at the latest. */
  readonly until?: number;
  /** What has to be done before the page loads again. */
  readonly first?: () => Promise<void>;
  /** The visitor of whom this one is made, by one more change. */
  readonly before?: Choice;
};

/**
 * Shows the page as the chosen visitor, at once; false where there is no such visitor, or no leave to do so.
 * The next choice builds on this one at once. Must be called from a click or a key.
 */
export async function preview(
  seen: Seen,
  choice: Choice,
  { until, first, before }: Around = {},
): Promise<boolean> {
  const chosen = previewOf(choice, seen.rules, { tab: seen.tab, now: Date.now(), until });
  if (!chosen) {
    change({ notice: say("noSuchVisitor") });
    return false;
  }
  // Firefox takes the click's permission back at every navigation: a preview there needs the site's.
  if (isFirefox && !(await allow())) return false;
  await first?.();
  change({ notice: undefined, isLoading: true, asked: choice });
  await ask({ type: "preview", tab: seen.tab, preview: chosen, choice });
  await changeVisitors(new URL(seen.observation.url).origin, (kept) => withRecent(kept, choice, before));
  return true;
}

export async function leave(): Promise<void> {
  const seen = seenIn(now());
  if (!seen?.preview) return;
  change({ notice: undefined, isLoading: true, asked: undefined });
  await ask({ type: "leave preview", tab: seen.tab });
}

/** Frames an element in the page; without a selector the frame goes. */
export async function outline(selector?: string): Promise<void> {
  const { tab } = now();
  if (tab !== undefined) await ask({ type: "outline", tab, ...(selector !== undefined && { selector }) });
}

/** Asks the browser for this site. Must be called from a click or a key, with no await before it. */
export async function allow(): Promise<boolean> {
  const url = urlOf(now());
  if (!url) return false;
  const origins = [patternFor(url)];
  // What is not a click to the browser, such as a date being chosen, may not ask; but may have been allowed before.
  const isAllowed = await browser.permissions
    .request({ origins })
    .catch(() => browser.permissions.contains({ origins }));
  if (!isAllowed) change({ notice: say("noAccess", { host: url.hostname }) });
  return isAllowed;
}

export async function allowAndLook(): Promise<void> {
  if (await allow()) await lookAgain();
}

/** Patterns of hosts carry no port. */
export const patternFor = ({ protocol, hostname }: URL) => `${protocol}//${hostname}/*`;
