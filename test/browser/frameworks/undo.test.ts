import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Chromium, launchChromium } from "../drive/chromium.ts";
import { isBrowserThere } from "../drive/find.ts";
import type { Visit } from "../page/visit.ts";
import { variationOf } from "./library.ts";
import { type Apps, serveApps } from "./server.ts";
import { knownVisitor, says } from "./visitor.ts";

declare global {
  interface Window {
    /** The slot's nodes as the page made them, and what it held. */
    own: { readonly nodes: readonly Node[]; readonly html: string };
    clicks: number;
  }
}

const UNDONE = [
  { by: "stopping", undo: () => window.forwhom?.stop() },
  {
    by: "the withdrawal of consent",
    undo: () => {
      // biome-ignore lint/suspicious/noDocumentCookie: the consent manager's own signal, as it writes it
      document.cookie = `cc_cookie=${encodeURIComponent(
        JSON.stringify({
          categories: ["necessary"],
          consentId: "5f0f6b0a-6f0e-4a53-9d8c-0d9a5f3c1b2e",
          consentTimestamp: new Date().toISOString(),
          expirationTime: Date.now() + 1e10,
        }),
      )}; path=/`;
      dispatchEvent(new CustomEvent("cc:onChange"));
    },
  },
];

describe.skipIf(!(await isBrowserThere("chromium"))).each(UNDONE)("a swap undone by $by", ({ undo }) => {
  let chromium: Chromium;
  let apps: Apps;
  let visit: Visit;
  beforeAll(async () => {
    chromium = await launchChromium();
    apps = await serveApps();
  });
  afterAll(async () => {
    await chromium?.close();
    await apps?.close();
  });
  beforeEach(async () => {
    visit = await knownVisitor(chromium.browser, apps.url);
    await visit.page.goto(`${apps.url}/plain`, { waitUntil: "load" });
    await visit.page.evaluate(addForm);
    await says(visit.page, "found", variationOf("found"));
  });
  afterEach(async () => {
    expect(visit.errors).toEqual([]);
    await visit.end();
  });

  const undone = async (page: Page) => {
    await page.evaluate(undo);
    await page.waitForFunction(() => !document.querySelector("[data-fw-shown]"));
  };

  it("leaves the very nodes that were there, in their order, and nothing else", async () => {
    const { page } = visit;
    await undone(page);
    const found = await page.evaluate(() => {
      const slot = document.querySelector('[data-fw-slot="found"]');
      const nodes = [...(slot?.childNodes ?? [])];
      const { own } = window;
      const isSame = nodes.length === own.nodes.length && nodes.every((node, at) => node === own.nodes[at]);
      return { isSame, html: slot?.innerHTML === own.html };
    });
    expect(found).toEqual({ isSame: true, html: true });
  });

  it("leaves their listeners, and what somebody had typed", async () => {
    const { page } = visit;
    await undone(page);
    await page.click('[data-fw-slot="found"] button');
    expect(await page.evaluate(() => window.clicks)).toBe(1);
    expect(await page.$eval('[data-fw-slot="found"] input', (input) => input.value)).toBe("typed");
  });

  it("gives back the focus, and where in the field it was", async () => {
    const { page } = visit;
    await undone(page);
    const focused = await page.evaluate(() => {
      const input = document.activeElement as HTMLInputElement;
      return { id: input.id, at: input.selectionStart };
    });
    expect(focused).toEqual({ id: "name", at: 2 });
  });

  it("does not take the focus from where somebody went meanwhile", async () => {
    const { page } = visit;
    await page.focus("#elsewhere");
    await undone(page);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("elsewhere");
  });

  it("leaves what the page has changed in the slot since", async () => {
    const { page } = visit;
    await page.evaluate(() => {
      const [text] = window.own.nodes;
      if (text) text.nodeValue = "Changed since ";
    });
    await says(page, "found", variationOf("found"));
    await undone(page);
    expect(await page.evaluate(() => window.own.nodes[0]?.nodeValue)).toBe("Changed since ");
    await says(page, "found", "Changed since Send");
  });

  it("gives a link its own words and address back", async () => {
    const { page } = visit;
    await page.evaluate(() => {
      const link = document.createElement("a");
      link.dataset.fwSlot = "link";
      link.href = "/start";
      link.textContent = "Start now";
      document.querySelector("main")?.append(link);
    });
    await says(page, "link", "Book a demo");
    await undone(page);
    await says(page, "link", "Start now");
    const link = await page.$eval('[data-fw-slot="link"]', (one) => one.getAttribute("href"));
    expect(link).toBe("/start");
  });
});

/** A slot with loose words, a field that has the focus, and a button that counts its clicks. */
function addForm(): void {
  window.clicks = 0;
  const slot = document.createElement("section");
  slot.dataset.fwSlot = "found";
  const input = document.createElement("input");
  input.id = "name";
  input.value = "typed";
  const button = document.createElement("button");
  button.textContent = "Send";
  button.addEventListener("click", () => {
    window.clicks += 1;
  });
  slot.append("Your name ", input, " ", button);
  window.own = { nodes: [...slot.childNodes], html: slot.innerHTML };
  const elsewhere = document.createElement("button");
  elsewhere.id = "elsewhere";
  document.querySelector("main")?.append(slot, elsewhere);
  input.focus();
  input.setSelectionRange(2, 2);
  // Only now is it a slot: what is held cannot be focused.
  slot.className = "by-selector";
}
