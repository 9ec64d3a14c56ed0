import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { previewLink } from "../../../../shared/protocol/preview-link.ts";
import { createSite, type Site } from "../../../site/server.ts";
import { type ChromiumWithExtension, launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { faultsInLooks, type Look } from "../../drive/looks.ts";
import { until } from "../../drive/until.ts";
import { shows } from "../../page/visit.ts";
import { choose, loadLibrary, says } from "../panel.ts";

const LOOKS: readonly Look[] = [
  { name: "light", scheme: "light", width: 360, height: 820 },
  { name: "dark", scheme: "dark", width: 360, height: 820 },
  { name: "narrow", scheme: "light", width: 320, height: 820 },
  { name: "rtl", scheme: "dark", width: 320, height: 820, direction: "rtl" },
];

/** What can be focused and is shown, in words for a person. Arrows, not Tab, lead to the other tabs. */
const reachable = () =>
  [...document.querySelectorAll<HTMLElement>("button, a[href], input, select, summary")]
    .filter((one) => one.checkVisibility() && one.tabIndex >= 0)
    .map((one) => (one.getAttribute("aria-label") ?? (one.innerText || one.id || one.tagName)).trim());

/** Which of these has the focus, and whether that can be seen. Past the last one comes the browser itself. */
const focused = () => {
  const one = document.activeElement as HTMLElement | null;
  if (!one || one === document.body) return "the browser";
  const { outlineStyle, outlineWidth } = getComputedStyle(one);
  if (outlineStyle === "none" || Number.parseFloat(outlineWidth) < 2) return "not to be seen";
  return (one.getAttribute("aria-label") ?? (one.innerText || one.id || one.tagName)).trim();
};

describe.skipIf(!(await isBrowserThere("chromium")))("the panel, for every eye and hand", () => {
  let site: Site;
  let bare: Site;
  let chromium: ChromiumWithExtension;
  let page: Page;
  let panel: Page;
  let tabId: number;
  beforeAll(async () => {
    site = await createSite({ port: 0 });
    bare = await createSite({ port: 0, withoutForwhom: true });
    chromium = await launchChromium({ extension: "dist/extension/chrome" });
    page = await chromium.openTab(`${site.url}/`);
    tabId = await chromium.extension.tabIdOf(page);
    panel = await chromium.extension.openSidePanel(page);
    await says(panel, "Northwind");
  });
  afterAll(async () => {
    await chromium?.close();
    await site?.close();
    await bare?.close();
  });

  const hasNoFaults = async (of: Page, name: string) =>
    expect(await faultsInLooks(of, LOOKS, `panel-${name}`, { whole: true })).toEqual([]);

  const closeDialog = async (of: Page) => {
    await of.keyboard.press("Escape");
    await of.waitForFunction(() => !document.querySelector("dialog"));
  };

  it("is without faults on a page, in its audiences, and where nothing is wrong", async () => {
    await hasNoFaults(panel, "page");
    await choose(panel, "Audiences");
    await choose(panel, "About CFOs in evaluation");
    await hasNoFaults(panel, "audiences");
    await choose(panel, /^Findings/);
    await says(panel, "Nothing wrong was found");
    await hasNoFaults(panel, "clean");
  });

  const toLibrary = async () => {
    await panel.click("#tab-library");
    await panel.waitForSelector(".map");
  };

  it("is without faults in the library's map, as far as the page knows it", async () => {
    await toLibrary();
    await hasNoFaults(panel, "map-of-page");
  });

  it("is without faults in the library's dialog: empty, refused and loaded", async () => {
    await choose(panel, /^Library/);
    await panel.waitForSelector("dialog[open]");
    await hasNoFaults(panel, "library");
    await panel.type("dialog input[type=url]", `${bare.url}/nothing.json`);
    await panel.keyboard.press("Enter");
    await panel.waitForSelector("dialog .warning");
    await hasNoFaults(panel, "library-refused");
    await closeDialog(panel);
    await loadLibrary(panel, `${site.url}/library.json`);
    await hasNoFaults(panel, "library-loaded");
    await closeDialog(panel);
  });

  it("is without faults in the map of the full library, and in a segment's card", async () => {
    await toLibrary();
    await hasNoFaults(panel, "map");
    await choose(panel, "Hero (first visit): hero-cfo");
    await says(panel, "CFO / evaluation");
    await hasNoFaults(panel, "card");
  });

  it("is without faults in a preview, and with findings", async () => {
    await choose(panel, "Audiences");
    await says(panel, "Yourself");
    await choose(panel, /^CFOs in evaluation/);
    await shows(page, "hero", "hero-cfo");
    await says(panel, /Preview: seen as/i);
    await choose(panel, /^About CFOs/);
    await hasNoFaults(panel, "preview");
    await choose(panel, "Is a customer");
    await until("the page is seen as a customer", () =>
      panel.evaluate(() => document.querySelector(".name")?.textContent?.includes("Is a customer")),
    );
    await page.goto(`${site.url}/broken`);
    await choose(panel, /^Findings/);
    await panel.waitForSelector(".finding");
    await hasNoFaults(panel, "findings");
    await choose(panel, /^On this page/);
    await panel.waitForSelector(".flag");
    await hasNoFaults(panel, "flagged");
    // The button goes with what it was pressed in: the focus must not go with it.
    const focus = () => panel.evaluate(() => document.activeElement?.id);
    await choose(panel, "Content for somebody else");
    expect(await focus()).toBe("tab-findings");
    await choose(panel, /^Leave/);
    await says(panel, "Yourself");
    expect(await focus()).toBe("tab-findings");
    await page.goto(`${site.url}/`);
  });

  it("is without faults while a visitor is made up, kept, and sent by a colleague", async () => {
    await choose(panel, "Audiences");
    // A second try finds what the first left behind.
    if (!(await panel.$(".make-up[open]"))) await choose(panel, /^Make up a visitor/);
    const add = async (part: string) => {
      if (await panel.$(`[data-part="${part}"]`)) return;
      await panel.select(".add-change", part);
      await panel.waitForSelector(`[data-part="${part}"]`);
    };
    for (const part of [
      "now",
      "gate:crm",
      "property:persona",
      "property:preferredTopics",
      "property:employees",
    ])
      await add(part);
    if (!(await panel.$('[data-part="event:0"]'))) await panel.select(".add-change", "did:page_view");
    await panel.waitForSelector('[data-part="event:0"]');
    await panel.select('[data-part="property:persona"] select', "is analyst");
    await panel.select('[data-part="gate:crm"] select', "open");
    await choose(panel, /^Book a demo ends/);
    await says(panel, "Anybody · 3 changes");
    await choose(panel, "Save visitor");
    await panel.keyboard.press("Enter");
    await panel.waitForSelector(".row.saved");
    await panel.waitForSelector('[data-part="property:employees"]');
    await hasNoFaults(panel, "made-up");
    await choose(panel, /^Leave/);
    // “Yourself” is in the list of audiences, too: the page is loaded again before it is somebody else’s.
    await panel.waitForFunction(() => !document.querySelector(".is-preview"));
    const linked = { segment: "evaluating-cfo", properties: { country: "US" }, also: ["competitors"] };
    await page.goto(previewLink(`${site.url}/pricing`, linked, Date.now() + 60_000));
    await panel.waitForSelector(".link-card .primary");
    await hasNoFaults(panel, "link");
    await choose(panel, "Not now");
    await panel.waitForFunction(() => !document.querySelector(".link-card"));
    await page.goto(`${site.url}/`);
  });

  it("is without faults wherever there is nothing to list", async () => {
    const tab = await chromium.openTab(bare.url);
    const answersNonsense = () => {
      Object.assign(window, { forwhom: { inspect: () => ({ version: "of another age" }) } });
    };
    const states = [
      { name: "not-allowed", says: "may not look at this page yet", at: bare.url, isClicked: false },
      { name: "without", says: "No Forwhom on this page", at: bare.url },
      { name: "failed", says: "That did not work", at: bare.url, before: answersNonsense },
      { name: "closed", says: "Nothing to see here", at: "chrome://version" },
    ];
    for (const { name, says: words, at, isClicked = true, before } of states) {
      await tab.goto(at);
      if (before) await tab.evaluate(before);
      if (isClicked) await chromium.extension.triggerAction(tab);
      else await tab.bringToFront();
      await says(panel, words);
      await hasNoFaults(panel, name);
    }
    await tab.close();
  });

  describe("as a page of its own", () => {
    let own: Page;
    beforeAll(async () => {
      own = await chromium.extension.openPanelTab(`?tab=${tabId}`);
      await says(own, "Northwind");
    });

    it("is without faults, and fills a wide window", async () => {
      const wide: Look = { name: "wide", scheme: "light", width: 1280, height: 800 };
      expect(await faultsInLooks(own, [wide], "panel-page")).toEqual([]);
      await own.click("#tab-library");
      await own.waitForSelector(".map");
      expect(await faultsInLooks(own, [wide], "panel-map", { whole: true })).toEqual([]);
    });

    it.each(["page", "audiences", "findings", "library"])(
      "lets Tab reach everything in “%s”, and shows where it is",
      async (view) => {
        await own.click(`#tab-${view}`);
        // Who was previewed last is read from the browser’s storage first.
        if (view === "audiences") await own.waitForSelector(".recent");
        const expected = ["the browser", ...(await own.evaluate(reachable))];
        const reached: string[] = [];
        for (const _ of expected) {
          await own.keyboard.press("Tab");
          reached.push(await own.evaluate(focused));
        }
        expect(reached.toSorted()).toEqual(expected.toSorted());
      },
    );

    it("moves between the tabs with arrows, Home and End, the other way round from right to left", async () => {
      const press = async (key: "ArrowLeft" | "ArrowRight" | "Home" | "End") => {
        await own.keyboard.press(key);
        return own.evaluate(() => [
          document.activeElement?.id,
          document.querySelector("[aria-selected=true]")?.id,
        ]);
      };
      const both = (view: string) => [`tab-${view}`, `tab-${view}`];
      await own.focus("[aria-selected=true]");
      expect(await press("Home")).toEqual(both("page"));
      expect(await press("ArrowRight")).toEqual(both("audiences"));
      expect(await press("End")).toEqual(both("library"));
      expect(await press("ArrowRight")).toEqual(both("page"));
      expect(await press("ArrowLeft")).toEqual(both("library"));
      await own.evaluate(() => {
        document.dir = "rtl";
      });
      expect(await press("ArrowRight")).toEqual(both("findings"));
      await own.evaluate(() => {
        document.dir = "";
      });
    });

    it("gives the focus back to the button that opened the library, and Esc leaves no preview then", async () => {
      await own.focus(".header .quiet");
      await own.keyboard.press("Enter");
      await own.waitForSelector("dialog[open]");
      expect(await own.evaluate(() => document.activeElement?.closest("dialog") !== null)).toBe(true);
      await closeDialog(own);
      expect(await own.evaluate(focused)).toMatch(/^Library/);
    });

    it("chooses an audience and leaves it again without a mouse", async () => {
      await choose(own, "Audiences");
      await own.focus("input[type=search]");
      await own.keyboard.type("CFOs in eval");
      await own.keyboard.press("ArrowDown");
      expect(await own.evaluate(focused)).toMatch(/^CFOs in evaluation/);
      await own.keyboard.press("Enter");
      await shows(page, "hero", "hero-cfo");
      await says(own, /Preview: seen as/i);
      await own.keyboard.press("Escape");
      await shows(page, "hero", "default");
      await until("the panel is back", () => own.evaluate(() => !document.querySelector(".is-preview")));
    });
  });
});
