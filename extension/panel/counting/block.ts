import browser from "webextension-polyfill";
import { originsOf, type TrackerId } from "../../../shared/protocol/trackers.ts";
import { send } from "../../messages.ts";
import { say } from "../../words.ts";
import { patternFor } from "../act.ts";
import type { Seen } from "../seen.ts";
import { change } from "../store.ts";

/** Blocks these in the tab, if the browser allows it. Must be called from a click or a key, with no await before it. */
export async function blockTrackers(
  { tab, observation }: Seen,
  trackers: readonly TrackerId[],
): Promise<void> {
  // A browser lets us block only where we may act at both ends: on the page that asks, and where it asks.
  const origins = [patternFor(new URL(observation.url)), ...originsOf(trackers)];
  const isAllowed = await browser.permissions.request({ origins }).catch(() => false);
  if (!isAllowed) return change({ notice: say("countingRefused") });
  change({ notice: undefined });
  await send({ type: "block", tab, trackers: [...trackers] });
}

export const unblockTrackers = ({ tab }: Seen): Promise<void> => send({ type: "block", tab, trackers: [] });
