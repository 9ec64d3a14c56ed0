import puppeteer, { type Browser, type Page } from "puppeteer-core";
import type { LaunchOptions } from "./chromium.ts";
import { type BuiltExtension, readBuiltExtension } from "./extension.ts";
import { findBrowser } from "./find.ts";
import { openFirefoxWindow } from "./firefox-window.ts";
import { until } from "./until.ts";

/** The host of the extension's pages in these runs: Firefox draws it at random unless told. */
const extensionUuid = "f0f0f0f0-1111-4222-8333-f0f0f0f0f0f0";

const quietPrefs = {
  "services.settings.server": "data:,#remote-settings-dummy/v1",
  "app.update.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  // A permission prompt is browser UI that no driver can click: answer yes at once.
  "extensions.webextOptionalPermissionPrompts": false,
};

export interface FirefoxOptions extends LaunchOptions {
  /** Further preferences, such as those of Global Privacy Control. */
  readonly prefs?: Readonly<Record<string, boolean | number | string>>;
}

export interface Firefox {
  readonly browser: Browser;
  /** A new tab, at this address if one is given, once its document is parsed. */
  openTab(url?: string): Promise<Page>;
  close(): Promise<void>;
}

export interface FirefoxWithExtension extends Firefox {
  readonly extension: ExtensionInFirefox;
}

export interface ExtensionInFirefox {
  /** The gecko id. */
  readonly id: string;
  /** The address of a page of the extension: `url("panel.html?tab=1")`. */
  url(path: string): string;
  /** The id that `browser.tabs` has for the tab of this page. Brings the tab to the front. */
  tabIdOf(page: Page): Promise<number>;
  /** The sidebar's page as a tab of its own; `search` is added to its address (`"?tab=12"`). */
  openPanelTab(search?: string): Promise<Page>;
  /** A click on the extension's icon while this page is in front (needs `default_area: "navbar"`). */
  triggerAction(page: Page): Promise<void>;
  /** Grants an optional host permission without a person: `grantHost("http://127.0.0.1/*")`. */
  grantHost(pattern: string): Promise<void>;
}

/**
 * Starts Firefox with a fresh profile, headless unless told otherwise.
 *
 * @example
 * const firefox = await launchFirefox({ extension: "dist/extension/firefox" });
 * const panel = await firefox.extension.openPanelTab();
 */
export async function launchFirefox(
  options: FirefoxOptions & { readonly extension: string },
): Promise<FirefoxWithExtension>;
export async function launchFirefox(options?: FirefoxOptions): Promise<Firefox>;
export async function launchFirefox(
  options: FirefoxOptions & { readonly extension?: string } = {},
): Promise<Firefox> {
  const built = options.extension ? await readBuiltExtension(options.extension) : undefined;
  const headed = options.headed ?? false;
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: await findBrowser("firefox", { install: false }),
    headless: !headed,
    args: ["--remote-allow-system-access", ...(options.args ?? [])],
    extraPrefsFirefox: {
      ...quietPrefs,
      ...(built && { "extensions.webextensions.uuids": JSON.stringify({ [built.geckoId]: extensionUuid }) }),
      ...options.prefs,
    },
    defaultViewport: headed ? null : { width: 1280, height: 800 },
  });
  const firefox: Firefox = {
    browser,
    async openTab(url) {
      const page = await browser.newPage();
      if (url) await page.goto(url, { waitUntil: "domcontentloaded" });
      return page;
    },
    close: () => browser.close(),
  };
  if (!built) return firefox;
  try {
    await browser.installExtension(built.folder);
    return Object.assign(firefox, { extension: driveExtension(browser, built) });
  } catch (error) {
    await browser.close();
    throw error;
  }
}

function driveExtension(browser: Browser, built: BuiltExtension): ExtensionInFirefox {
  const id = built.geckoId;
  const url = (path: string) => `moz-extension://${extensionUuid}/${path.replace(/^\//, "")}`;

  async function openPanelTab(search = ""): Promise<Page> {
    const page = await browser.newPage();
    const address = url(built.panel + search);
    // Firefox reports no load events for extension pages, so goto never resolves: ask the page.
    page.goto(address).catch(() => undefined);
    await until("the panel's page is loaded", () =>
      page.evaluate(
        (expected) => location.href.startsWith(expected) && document.readyState === "complete",
        address,
      ),
    );
    return page;
  }

  return {
    id,
    url,
    openPanelTab,
    async tabIdOf(page) {
      const asker = await openPanelTab();
      await page.bringToFront();
      const tabId = await until("the tab in front is known", () =>
        asker.evaluate(async () => {
          const { browser: api } = globalThis as unknown as { browser: typeof chrome };
          const [tab] = await api.tabs.query({ active: true, lastFocusedWindow: true });
          return tab?.id;
        }),
      );
      await asker.close();
      return tabId;
    },
    async triggerAction(page) {
      await page.bringToFront();
      const window = await openFirefoxWindow(browser);
      await window.clickAction(id);
    },
    async grantHost(pattern) {
      const window = await openFirefoxWindow(browser);
      await window.grantHost(id, pattern);
    },
  };
}
