import browser from "webextension-polyfill";

/** Takes a preview's link out of the page's address, without loading it again. Where that may not be, it stays. */
export async function takeLink(tab: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId: tab }, func: dropLink }).catch(() => undefined);
}

/** Runs in the page, in the isolated world: nothing outside it exists there. */
function dropLink(): void {
  if (location.hash.startsWith("#forwhom-preview="))
    history.replaceState(history.state, "", location.pathname + location.search);
}
