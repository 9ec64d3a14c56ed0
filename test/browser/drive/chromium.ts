import puppeteer, { type Browser, type Page, type Target, type WebWorker } from "puppeteer-core";
import { type BuiltExtension, readBuiltExtension } from "./extension.ts";
import { findBrowser } from "./find.ts";
import { until } from "./until.ts";

const quietFlags = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export interface LaunchOptions {
  /** A window that a person can see. */
  readonly headed?: boolean;
  /** Further flags for the browser. */
  readonly args?: readonly string[];
}

export interface Chromium {
  readonly browser: Browser;
  /** A new tab, at this address if one is given, once its document is parsed. */
  openTab(url?: string): Promise<Page>;
  close(): Promise<void>;
}

export interface ChromiumWithExtension extends Chromium {
  readonly extension: ExtensionInChromium;
}

export interface ExtensionInChromium {
  readonly id: string;
  /** The address of a page of the extension: `url("panel.html?tab=1")`. */
  url(path: string): string;
  /** The service worker; it is started again if the browser has put it to sleep. */
  worker(): Promise<WebWorker>;
  /** The id that `chrome.tabs` has for the tab of this page. Brings the tab to the front. */
  tabIdOf(page: Page): Promise<number>;
  /** The panel's page as a tab of its own; `search` is added to its address (`"?tab=12"`). */
  openPanelTab(search?: string): Promise<Page>;
  /** A click on the extension's icon while this page is in front: grants activeTab. */
  triggerAction(page: Page): Promise<void>;
  /** Clicks the icon on this page, and hands over the real side panel which that opened. */
  openSidePanel(page: Page): Promise<Page>;
  /** Grants an optional host permission without a person: `grantHost("http://127.0.0.1/*")`. */
  grantHost(pattern: string): Promise<void>;
}

/**
 * Starts Chromium with a fresh profile, headless unless told otherwise.
 *
 * @example
 * const chromium = await launchChromium({ extension: "dist/extension/chrome" });
 * const page = await chromium.openTab(site.url);
 * const panel = await chromium.extension.openSidePanel(page);
 */
export async function launchChromium(
  options: LaunchOptions & { readonly extension: string },
): Promise<ChromiumWithExtension>;
export async function launchChromium(options?: LaunchOptions): Promise<Chromium>;
export async function launchChromium(
  options: LaunchOptions & { readonly extension?: string } = {},
): Promise<Chromium> {
  const built = options.extension ? await readBuiltExtension(options.extension) : undefined;
  const headed = options.headed ?? false;
  const browser = await puppeteer.launch({
    executablePath: await findBrowser("chromium", { install: false }),
    headless: !headed,
    pipe: true,
    args: [...quietFlags, ...sandboxFlags(headed), ...(options.args ?? [])],
    // Without this a person's window would say that a test drives it.
    ...(headed ? { ignoreDefaultArgs: ["--enable-automation"] } : {}),
    ...(built ? { enableExtensions: [built.folder] } : {}),
    defaultViewport: headed ? null : { width: 1280, height: 800 },
  });
  const chromium: Chromium = {
    browser,
    async openTab(url) {
      const page = await browser.newPage();
      if (url) await page.goto(url, { waitUntil: "domcontentloaded" });
      return page;
    },
    close: () => browser.close(),
  };
  if (!built) return chromium;
  try {
    return Object.assign(chromium, { extension: await driveExtension(browser, built) });
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** Chromium's sandbox refuses to run as root; containers often forbid it too. A person keeps it. */
function sandboxFlags(headed: boolean): string[] {
  return !headed || process.getuid?.() === 0 ? ["--no-sandbox"] : [];
}

async function driveExtension(browser: Browser, built: BuiltExtension): Promise<ExtensionInChromium> {
  const installed = await until("Chromium has installed the extension", async () =>
    [...(await browser.extensions()).values()].find(({ path }) => path === built.folder),
  );
  const { id } = installed;
  const url = (path: string) => `chrome-extension://${id}/${path.replace(/^\//, "")}`;
  const isWorker = (target: Target) => target.type() === "service_worker" && target.url().startsWith(url(""));
  // The side panel is a target like a tab; what we opened as a tab ourselves is not it.
  const panelTabs = new Set<Target>();
  const isSidePanel = (target: Target) => target.url().startsWith(url(built.panel)) && !panelTabs.has(target);

  async function openPage(path: string): Promise<Page> {
    const page = await browser.newPage();
    panelTabs.add(page.target());
    await page.goto(url(path), { waitUntil: "domcontentloaded" });
    return page;
  }

  async function runningWorker(): Promise<WebWorker> {
    const target = await browser.waitForTarget(isWorker, { timeout: 15_000 });
    const found = await until("the service worker answers", () => target.worker());
    // Once activated its script has run, so its listeners are there; a click before that is lost.
    await until("the service worker is activated", () =>
      found.evaluate(
        () =>
          (globalThis as unknown as { registration: ServiceWorkerRegistration }).registration.active
            ?.state === "activated",
      ),
    );
    return found;
  }

  async function worker(): Promise<WebWorker> {
    if (browser.targets().some(isWorker)) return runningWorker();
    const waker = await openPage(built.panel);
    // A message wakes a worker that sleeps, whatever it says; nobody needs to answer.
    await waker.evaluate(() => void chrome.runtime.sendMessage({}).catch(() => undefined));
    const found = await runningWorker();
    await waker.close();
    return found;
  }

  async function triggerAction(page: Page): Promise<void> {
    await page.bringToFront();
    await installed.triggerAction(page);
  }

  await runningWorker();
  return {
    id,
    url,
    worker,
    triggerAction,
    openPanelTab: (search = "") => openPage(built.panel + search),
    async tabIdOf(page) {
      await page.bringToFront();
      const service = await worker();
      return until("the tab in front is known", () =>
        service.evaluate(async () => {
          const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
          return tab?.id;
        }),
      );
    },
    async openSidePanel(page) {
      await triggerAction(page);
      const target = await browser.waitForTarget(isSidePanel, { timeout: 15_000 });
      const panel = await target.asPage();
      await until("the side panel is drawn", () =>
        panel.evaluate(() => document.readyState === "complete" && innerWidth > 0),
      );
      return panel;
    },
    async grantHost(pattern) {
      const settings = await browser.newPage();
      await settings.goto("chrome://extensions/");
      await settings.evaluate(
        (extensionId, host) =>
          // Only this page has the API, and its types are not public.
          (
            chrome as unknown as {
              developerPrivate: { addHostPermission(id: string, host: string): Promise<void> };
            }
          ).developerPrivate.addHostPermission(extensionId, host),
        id,
        pattern,
      );
      await settings.close();
    },
  };
}
