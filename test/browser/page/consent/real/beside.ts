import type { Page } from "puppeteer-core";
import type { ConsentRecord } from "../../../../../shared/consent/record.ts";
import type { ConsentRules } from "../../../../../shared/library/consent.ts";
import { watchDevice } from "../../device.ts";
import { type Stand, serveStand, slotOf } from "../../slots/stand.ts";
import { newVisitor, type Visit } from "../../visit.ts";

/** What each file on the page holds, in their order: the manager's real package, then how a site starts it. */
export type Manager = Readonly<Record<`/${string}.js`, string>>;

export const OPEN = { storage: "open", behavior: "open", crm: "open", measurement: "open" };
export const UNKNOWN = { storage: "unknown", behavior: "unknown", crm: "unknown", measurement: "unknown" };
export const CLOSED = { storage: "closed", behavior: "closed", crm: "closed", measurement: "closed" };

/** One category for every gate. */
export const everyGate = (category: string): ConsentRules["gates"] => ({
  storage: category,
  behavior: category,
  crm: category,
  measurement: category,
});

/** One page with one slot for a visitor whom the endpoint knows, served with a consent manager on it. */
export function serveBeside(manager: Manager, consent: ConsentRules, rest = ""): Promise<Stand> {
  const scripts = Object.keys(manager).map((path) => `<script src="${path}"></script>`);
  const body = `<section data-fw-slot="hero">Own</section>${scripts.join("")}${rest}`;
  return serveStand({ hero: slotOf({ text: "For you" }) }, body, { consent }).then((stand) =>
    Object.assign(stand, { files: manager }),
  );
}

export type Visitor = {
  readonly page: Page;
  /** Loads the page, as a first visit or a later one. */
  readonly load: () => Promise<void>;
  readonly gates: () => Promise<ConsentRecord["gates"] | undefined>;
  /** What consent was the moment that the page script had started. */
  readonly first: () => Promise<ConsentRecord["gates"]>;
  /** Whether the gates are still as they were in it, and nothing of it had to be corrected. */
  readonly isAsFirst: () => Promise<boolean>;
  /** What the page script did to the device and the network. */
  readonly touches: () => Promise<readonly string[]>;
  /** Runs in the page, and looks before anything is painted there. */
  readonly rightAfter: (code: string) => Promise<{ gates: ConsentRecord["gates"]; hero: string }>;
  /** What the slot shows. */
  readonly hero: () => Promise<string | undefined>;
  /** Resolves once the endpoint's answer about the visitor is kept, which consent has to cover. */
  readonly known: () => Promise<unknown>;
  /** What the device keeps of them. */
  readonly kept: () => Promise<string | null>;
  readonly end: () => Promise<void>;
};

type Watched = { firstRecord?: ConsentRecord };

/** Somebody who is signed in and was not asked for consent yet. */
export async function visitorOf(
  browser: Parameters<typeof newVisitor>[0],
  stand: Stand,
  country = "DE",
): Promise<Visitor> {
  const visit: Visit = await newVisitor(browser);
  const { page } = visit;
  // Managers write their dialogs with innerHTML and style elements, which the stand's policy forbids.
  await page.setBypassCSP(true);
  const { touches } = await watchDevice(page);
  await page.evaluateOnNewDocument((said) => {
    let current: { consent(): ConsentRecord } | undefined;
    Object.defineProperty(window, "forwhom", {
      get: () => current,
      set(value) {
        current = value;
        (window as Watched).firstRecord = value.consent();
      },
    });
    if (said !== "DE")
      new MutationObserver(() => {
        for (const one of document.querySelectorAll("script[data-country]"))
          one.setAttribute("data-country", said);
      }).observe(document, { childList: true, subtree: true });
  }, country);
  await page.setCookie({ name: "forwhom_hash", value: "0123456789abcdef", url: stand.url });
  return {
    page,
    touches,
    load: async () => void (await page.goto(stand.url, { waitUntil: "load" })),
    gates: () => page.evaluate(() => window.forwhom?.consent().gates),
    first: () =>
      page.evaluate(() => {
        const { firstRecord } = window as Watched;
        if (!firstRecord) throw new Error("The page script has not started.");
        return firstRecord.gates;
      }),
    isAsFirst: () =>
      page.evaluate(() => {
        const now = window.forwhom?.consent();
        const { firstRecord } = window as Watched;
        return (
          now?.fingerprint === firstRecord?.fingerprint && !now?.sources.some(({ corrects }) => corrects)
        );
      }),
    rightAfter: (code) =>
      page.evaluate(`(async () => {
        await (${code});
        return { gates: forwhom.consent().gates, hero: document.querySelector("section").textContent.trim() };
      })()`) as Promise<{ gates: ConsentRecord["gates"]; hero: string }>,
    hero: () => page.evaluate(() => document.querySelector("section")?.textContent?.trim()),
    known: () => page.waitForFunction(() => localStorage.getItem("forwhom")?.includes('"answer"')),
    kept: () => page.evaluate(() => localStorage.getItem("forwhom")),
    end: visit.end,
  };
}

/** Whether the endpoint was asked who the visitor is. */
export const wasAsked = (stand: Stand): boolean => stand.asked.includes("/forwhom/membership");
