import { launchChromium } from "../browser/drive/chromium.ts";
import { findBrowser } from "../browser/drive/find.ts";
import { launchFirefox } from "../browser/drive/firefox.ts";

type Opened = { readonly said: string; readonly close: () => Promise<void> };

/** Opens a window with the extension loaded on this address, in the first browser that is there. */
export async function openInBrowser(
  url: string,
  extension: { chrome: string; firefox: string },
): Promise<Opened> {
  const ways = [
    { browser: "chromium", title: "Chromium", launch: launchChromium, extension: extension.chrome },
    { browser: "firefox", title: "Firefox", launch: launchFirefox, extension: extension.firefox },
  ] as const;
  const failures: string[] = [];
  for (const { browser, title, launch, extension: folder } of ways) {
    const isThere = await findBrowser(browser, { install: false }).catch(() => undefined);
    if (!isThere) continue;
    try {
      const opened = await launch({ headed: true, extension: folder });
      await opened.openTab(url);
      return {
        said: `${title} is open with the extension: click its icon on the site.`,
        close: opened.close,
      };
    } catch (error) {
      failures.push(`${title} could not be opened: ${firstLine(error)}.`);
    }
  }
  const said =
    failures.length > 0
      ? failures.join(" ")
      : "No Chromium and no Firefox was found: install one, or set CHROME_PATH or FIREFOX_PATH to its program.";
  return { said, close: async () => undefined };
}

/** A browser that dies at once has its whole log in the error; of that, what a person can use. */
function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  if (/missing x server|cannot open display|no DISPLAY/i.test(text))
    return "there is no screen to show it on";
  return (text.split("\n").find((line) => line.trim() !== "") ?? "it does not say why")
    .trim()
    .replace(/\.$/, "");
}
