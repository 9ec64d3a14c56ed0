import { useEffect } from "preact/hooks";
import browser from "webextension-polyfill";
import type { Severity } from "../../shared/findings/finding.ts";
import { count, say } from "../words.ts";
import type { Examined } from "./examined.ts";

const COLOUR: Readonly<Record<Severity, string>> = {
  critical: "#a3211b",
  serious: "#a3211b",
  moderate: "#7c5300",
  minor: "#56635e",
};

/** More do not fit on the icon. */
const MOST = 99;

/**
 * The icon says how much was found on the page in this tab, for as long as the panel looks at it. The panel
 * does it itself: where the background sleeps or was killed nothing is lost, and with the panel it ends.
 */
export function useBadge(tab: number | undefined, examined: Examined | undefined): void {
  // A browser takes the badge off by itself when the tab loads a page: so it is set anew for each look.
  useEffect(() => {
    if (tab === undefined) return;
    if (examined && examined.found.length > 0) void setBadge(tab, examined);
    else void takeBadge(tab);
  }, [tab, examined]);
  useEffect(() => {
    if (tab === undefined) return;
    const take = () => void takeBadge(tab);
    window.addEventListener("pagehide", take);
    return () => {
      window.removeEventListener("pagehide", take);
      take();
    };
  }, [tab]);
}

export async function setBadge(tabId: number, { found }: Pick<Examined, "found">): Promise<void> {
  // The gravest come first.
  const [gravest] = found;
  if (!gravest) return takeBadge(tabId);
  const text = found.length > MOST ? `${MOST}+` : String(found.length);
  await Promise.all([
    browser.action.setBadgeBackgroundColor({ tabId, color: COLOUR[gravest.rule.severity] }),
    browser.action.setBadgeTextColor({ tabId, color: "#ffffff" }),
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setTitle({ tabId, title: count("badge", found.length) }),
  ]).catch(isGone);
}

export async function takeBadge(tabId: number): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: "" }),
    browser.action.setTitle({ tabId, title: say("actionTitle") }),
  ]).catch(isGone);
}

/** The tab was closed meanwhile, and its badge with it. */
const isGone = () => undefined;
