import browser from "webextension-polyfill";
import { conditionsOf, originsOf, TRACKER_IDS, type TrackerId } from "../../shared/protocol/trackers.ts";

/**
 * Neither browser takes the permission as an optional one: Firefox 153 drops it, and Chromium 156 grants it, but then
 * never answers when rules are set. It is told at no install, and reaches no host by itself.
 */
const rules = () => chrome.declarativeNetRequest;

/**
 * Blocks these collectors in one tab and nothing else in it, and nobody's before. The browser keeps the rules until
 * it ends: they are read from there, so that a worker that died in between has forgotten nothing.
 */
export async function block(tab: number, trackers: readonly TrackerId[]): Promise<void> {
  const api = rules();
  const all = await api.getSessionRules();
  const next = Math.max(0, ...all.map(({ id }) => id)) + 1;
  await api.updateSessionRules({
    removeRuleIds: ofTab(all, tab).map(({ id }) => id),
    addRules: trackers
      .flatMap((tracker) => conditionsOf(tracker))
      .map((requests, at) => ({
        id: next + at,
        action: { type: "block" as chrome.declarativeNetRequest.RuleActionType.BLOCK },
        condition: { tabIds: [tab], ...requests },
      })),
  });
}

export async function stopBlocking(tab: number): Promise<void> {
  if ((await hostsIn(tab)).size > 0) await block(tab, []);
}

/** Whose collectors cannot be reached from this tab: a rule without leave for its host blocks nothing. */
export async function blockedIn(tab: number): Promise<readonly TrackerId[]> {
  const hosts = await hostsIn(tab);
  if (hosts.size === 0) return [];
  const ruled = TRACKER_IDS.filter((id) =>
    conditionsOf(id).every(({ requestDomains }) => requestDomains.every((host) => hosts.has(host))),
  );
  const allowed = await Promise.all(
    ruled.map((id) => browser.permissions.contains({ origins: [...originsOf([id])] })),
  );
  return ruled.filter((_, at) => allowed[at]);
}

async function hostsIn(tab: number): Promise<ReadonlySet<string>> {
  const all = await rules().getSessionRules();
  return new Set(ofTab(all, tab).flatMap(({ condition }) => condition.requestDomains ?? []));
}

const ofTab = (all: readonly chrome.declarativeNetRequest.Rule[], tab: number) =>
  all.filter(({ condition }) => condition.tabIds?.includes(tab));
