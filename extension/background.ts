import browser, { type Runtime } from "webextension-polyfill";
import { arrive } from "./background/arrive.ts";
import { showDraftAgain } from "./background/drafts.ts";
import { look, lookEarly } from "./background/look.ts";
import { forgetTab, lookedOrigin, previewOf, rememberLooked } from "./background/memory.ts";
import { endPreview, endPreviewAt, endPreviewElsewhere, removeCopiedPreview } from "./background/previews.ts";
import { DONE } from "./insist.ts";

/** Chromium has a side panel, Firefox a sidebar. */
const sidePanel: typeof chrome.sidePanel | undefined = chrome.sidePanel;

// With openPanelOnActionClick the browser would open the panel without granting activeTab.
void sidePanel?.setPanelBehavior({ openPanelOnActionClick: false });

browser.action.onClicked.addListener((tab) => {
  // Opening a panel needs the click itself: no await may come before it.
  if (sidePanel && tab.windowId !== undefined) void sidePanel.open({ windowId: tab.windowId });
  else void browser.sidebarAction.open();
  if (tab.id !== undefined) void lookFirst(tab.id);
});

browser.runtime.onMessage.addListener((raw: unknown, from: Runtime.MessageSender) => {
  // Whoever asked is told when it is done: what was stopped in the middle is then asked for anew.
  return arrive(raw, from).then(() => DONE);
});

browser.tabs.onUpdated.addListener((tab, { status, url }) => void updated(tab, status, url));

browser.tabs.onRemoved.addListener((tab) => {
  void forgetTab(tab).then(() => endPreview(tab));
});

async function lookFirst(tab: number): Promise<void> {
  await rememberLooked(tab);
  await look(tab);
}

async function updated(tab: number, status: string | undefined, url: string | undefined): Promise<void> {
  if (url !== undefined && /^https?:/.test(url)) await endPreviewAt(tab, url);
  if (status !== "loading" && status !== "complete") return;
  if ((await lookedOrigin(tab)) === undefined && !(await previewOf(tab))) {
    if (status === "complete") await removeCopiedPreview(tab);
    return;
  }
  if (status === "loading") return lookEarly(tab);
  if (await look(tab)) await showDraftAgain(tab);
  else await endPreviewElsewhere(tab);
}
