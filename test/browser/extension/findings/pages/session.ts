import type { Page } from "puppeteer-core";
import type { Observation } from "../../../../../shared/protocol/observation.ts";
import { launchChromium } from "../../../drive/chromium.ts";
import { launchFirefox } from "../../../drive/firefox.ts";
import { openFirefoxWindow } from "../../../drive/firefox-window.ts";
import { until } from "../../../drive/until.ts";
import type { Name } from "../../panel.ts";
import type { Served } from "./serve-pages.ts";

type One = Served["origins"][number];

/** One browser for all pages: they are watched many at a time, and the panel goes from one to the next. */
export type Session = {
  /** Opens pages as a marketer would who has the panel open on each site, until every check can tell. */
  readonly watch: (pages: readonly One[]) => Promise<void>;
  /** What the panel says of one of them. */
  readonly looking: <T>(origin: string, look: (panel: Page) => Promise<T>) => Promise<T>;
  readonly findings: (panel: Page) => Promise<readonly string[]>;
  readonly leave: (pages: readonly One[]) => Promise<void>;
  /** From now on the browser sends Global Privacy Control. */
  readonly askForPrivacy: () => Promise<void>;
  readonly close: () => Promise<void>;
};

type Hearing = { heard?: Record<number, Observation> };

const SITES = "http://*.localhost/*";
const GPC = ["privacy.globalprivacycontrol.enabled", "privacy.globalprivacycontrol.functionality.enabled"];

export async function openSession(name: Name): Promise<Session> {
  const driven =
    name === "chromium"
      ? await launchChromium({ extension: "dist/extension/chrome" })
      : await launchFirefox({ extension: "dist/extension/firefox" });
  const { browser, extension } = driven;
  await extension.grantHost(SITES);
  const tabs = new Map<string, { readonly page: Page; readonly id: number }>();
  const hub = await extension.openPanelTab("?tab=0");
  // Chromium has only been told to say yes: it still wants to be asked.
  if (name === "chromium") await hub.evaluate((origins) => chrome.permissions.request({ origins }), [SITES]);
  await hub.evaluate(() => {
    const hearing = globalThis as unknown as Hearing;
    hearing.heard = {};
    chrome.runtime.onMessage.addListener(
      (message: { tab?: number; state?: { observation?: Observation } } | undefined) => {
        if (message?.state?.observation && message.tab !== undefined && hearing.heard)
          hearing.heard[message.tab] = message.state.observation;
      },
    );
  });
  const look = (tab: number) =>
    hub.evaluate((id) => void chrome.runtime.sendMessage({ type: "look", tab: id }), tab);

  async function open({ origin, page: { there } }: One): Promise<void> {
    const page = await driven.openTab(`${origin}/empty`);
    const id = await until("the tab is known", () =>
      hub.evaluate(async (host) => {
        const [tab] = await chrome.tabs.query({ url: `http://${host}/*` });
        return tab?.id;
      }, new URL(origin).hostname),
    );
    tabs.set(origin, { page, id });
    await look(id);
    await until("the panel looks at it", () =>
      hub.evaluate((tab) => (globalThis as unknown as Hearing).heard?.[tab] !== undefined, id),
    );
    await page.goto(`${origin}/`, { waitUntil: "load" });
    if (there !== undefined) await page.waitForSelector(there);
  }

  async function settles({ origin, page: { moments = 1, library, heard } }: One): Promise<void> {
    const { id } = tabs.get(origin) ?? { id: 0 };
    await until(`what happens at ${origin} is over`, async () => {
      const observation = await hub.evaluate((tab) => (globalThis as unknown as Hearing).heard?.[tab], id);
      const isOver =
        observation?.url === `${origin}/` &&
        (library === undefined || observation.claim !== undefined) &&
        observation.watched.consent.length >= moments &&
        (heard === undefined ||
          observation.consent.some(({ source, state }) => source === heard && state === "answered")) &&
        observation.watched.at - lastOf(observation) > 3_050;
      if (!isOver) await look(id);
      return isOver;
    });
  }

  return {
    async watch(pages) {
      for (const page of pages) await open(page);
      for (const page of pages) await settles(page);
    },
    async looking(origin, see) {
      const panel = await extension.openPanelTab(`?tab=${tabs.get(origin)?.id}`);
      try {
        return await see(panel);
      } finally {
        await panel.close();
      }
    },
    findings: (panel) =>
      until("the panel has examined the page", () =>
        panel.evaluate(() => {
          document.querySelector<HTMLElement>("#tab-findings")?.click();
          const isThere = document.querySelector(".findings .buckets") !== null;
          return isThere && [...document.querySelectorAll(".finding h2")].map((one) => one.textContent ?? "");
        }),
      ),
    async leave(pages) {
      for (const { origin } of pages) await tabs.get(origin)?.page.close();
    },
    async askForPrivacy() {
      const window = await openFirefoxWindow(browser);
      for (const pref of GPC) await window.setPref(pref, true);
    },
    close: () => driven.close(),
  };
}

/** When something last happened that a check may have to wait for. */
const lastOf = ({ watched: { loaded, consent, device, requests }, slots }: Observation): number =>
  Math.max(
    loaded,
    ...consent.map(({ at }) => at),
    ...device.map(({ since }) => since ?? 0),
    ...requests.map(({ at }) => at),
    ...slots.map(({ since }) => since ?? 0),
  );
