import type { Page } from "puppeteer-core";
import type { ConsentRules } from "../../../../../shared/library/consent.ts";
import { type Stand, serveStand, slotOf } from "../../slots/stand.ts";
import type { Visit } from "../../visit.ts";
import { type Manager, standInOf } from "./managers.ts";

export const OPEN = { storage: "open", behavior: "open", crm: "open", measurement: "open" };
export const CLOSED = { storage: "closed", behavior: "closed", crm: "closed", measurement: "closed" };
export const OWN = { top: "Own top", below: "Own below" };
export const SHOWN = { top: "Changed top", below: "Changed below" };

/** A page whose consent this manager keeps, with a slot in view and one far below. */
export const serveManager = (manager: Manager, more: Partial<ConsentRules> = {}): Promise<Stand> =>
  serveStand(
    { top: slotOf({ text: "Changed top" }), below: slotOf({ text: "Changed below" }) },
    `<script src="/cmp.js"></script>
<section data-fw-slot="top">Own top</section><div class="far"></div><section data-fw-slot="below">Own below</section>`,
    { consent: { source: manager.id, gates: manager.gates, ...more } },
  );

/** What the page has where the manager's script should be. Undefined: nothing comes. */
export function scripted(stand: Stand, script: string | undefined): void {
  if (script === undefined) delete stand.files["/cmp.js"];
  else stand.files["/cmp.js"] = script;
}

/**
 * Somebody whom the endpoint knows comes to the page.
 *
 * @param isOpen scripts may be put into it later, which its own policy forbids.
 */
export async function come({ page }: Visit, { url }: Stand, isOpen = false): Promise<void> {
  await page.setBypassCSP(isOpen);
  await page.setCookie({ name: "forwhom_hash", value: "0123456789abcdef", url });
  await page.goto(url, { waitUntil: "load" });
  await page.waitForFunction(() => window.forwhom !== undefined);
}

/** The manager's script comes after everything else. */
export async function comeLate({ page }: Visit, stand: Stand, manager: Manager): Promise<void> {
  await runLate(page, stand, await standInOf(manager));
}

export async function runLate(page: Page, stand: Stand, script: string): Promise<void> {
  stand.files["/late.js"] = script;
  await page.addScriptTag({ url: `${stand.url}/late.js` });
}

export const gatesOn = (page: Page): Promise<Record<string, string> | undefined> =>
  page.evaluate(() => ({ ...window.forwhom?.consent().gates }));

export const gatesAre = (page: Page, wanted: Record<string, string>): Promise<unknown> =>
  page.waitForFunction(
    (all) => {
      const gates: Record<string, string> = { ...window.forwhom?.consent().gates };
      return Object.entries(all).every(([gate, state]) => gates[gate] === state);
    },
    { timeout: 10_000 },
    wanted,
  );

/** Some managers have a word with their server first. */
export const hasSpoken = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => window.visitor !== undefined);

export async function choose(page: Page, answer: "agree" | "refuse"): Promise<void> {
  await hasSpoken(page);
  await page.evaluate((said) => window.visitor[said](), answer);
}

/** Whatever was queued until now has run. */
export const settled = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));

/** What is kept on the device by us: nothing, before anybody agreed. */
export const keptOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => [
    ...Object.keys(localStorage).filter((key) => key.startsWith("forwhom")),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => name ?? ""),
    ...(await caches.keys()),
  ]);

declare global {
  interface Window {
    /** What a visitor does in the dialog of a stand-in. */
    visitor: {
      agree(): void;
      refuse(): void;
      toggle(): void;
      listeners(): number;
    };
  }
}
