import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoLibrary } from "../../../site/published.ts";
import { createSite, type Site } from "../../../site/server.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { faultsInLooks, type Look, wear } from "../../drive/looks.ts";
import { until } from "../../drive/until.ts";
import { choose, loadLibrary, says, type Watched, watch } from "../panel.ts";

const LOOKS: readonly Look[] = [
  { name: "light", scheme: "light", width: 320, height: 820 },
  { name: "dark", scheme: "dark", width: 360, height: 820 },
  { name: "rtl", scheme: "light", width: 320, height: 820, direction: "rtl" },
];

describe.skipIf(!(await isBrowserThere("chromium")))("a library in which something is wanting", () => {
  let site: Site;
  let watched: Watched;
  let panel: Page;
  beforeAll(async () => {
    site = await createSite({ port: 0, library: await wanting() });
    watched = await watch("chromium", site.url);
    panel = watched.panel;
    await says(panel, "Northwind");
    await loadLibrary(panel, `${site.url}/library.json`);
    await panel.keyboard.press("Escape");
    await panel.waitForFunction(() => !document.querySelector("dialog"));
    await panel.click("#tab-library");
    await panel.waitForSelector(".map");
  });
  afterAll(async () => {
    await watched?.close();
    await site?.close();
  });

  const marked = (selector: string) =>
    panel.evaluate(
      (at) =>
        [...document.querySelectorAll<HTMLElement>(at)].map((one) => one.innerText.split(",")[0]?.trim()),
      selector,
    );

  it("shows at a glance whom nobody speaks to, and what somebody should look at", async () => {
    expect(await marked(".is-silent .map-name")).toEqual([LONG]);
    expect(await marked(".map-name:has(.icon)")).toEqual(["IT leads", LONG]);
    await says(panel, "1 segment that nobody speaks to");
    await says(panel, "2 segments with an overdue review or a failing test");
    expect(await faultsInLooks(panel, LOOKS, "library-wanting", { whole: true })).toEqual([]);
  });

  it("says in the card since when its review is overdue, and that nothing is meant for it", async () => {
    await choose(panel, new RegExp(`^${LONG}`));
    await says(panel, "September 1, 2025, overdue since October 1, 2025");
    await says(panel, "Nobody: nothing is meant for it.");
    expect(await faultsInLooks(panel, LOOKS, "library-wanting-card", { whole: true })).toEqual([]);
    await choose(panel, "Back to the map");
    // From the top: the tabs stay in view, and would take a click on what is under them.
    await panel.evaluate(() => scrollTo(0, 0));
    await choose(panel, /^IT leads/);
    await until("the test fails", () =>
      panel.evaluate(() => document.querySelectorAll(".tests .is-failing").length === 1),
    );
    await choose(panel, "Back to the map");
  });

  it("scrolls sideways inside itself where there are many slots, and the names stay", async () => {
    const [look] = LOOKS;
    if (look) await wear(panel, look);
    const before = await panel.evaluate(boxes);
    expect(before.isWider).toBe(true);
    await panel.focus(".map-name");
    await panel.keyboard.press("End");
    const after = await panel.evaluate(boxes);
    expect(after.scrolled).toBeGreaterThan(100);
    expect(after.names).toEqual(before.names);
    expect(after.page).toBe(before.page);
  });
});

const LONG = "Speditionskaufleute mit Rahmenverträgen";

/** Where the names stand, how far the map is scrolled, and that the page is not. */
function boxes() {
  const window = document.querySelector(".map-window");
  return {
    isWider: (window?.scrollWidth ?? 0) > (window?.clientWidth ?? 0),
    scrolled: window?.scrollLeft ?? 0,
    names: [...document.querySelectorAll(".map-name")].map((one) => one.getBoundingClientRect().left),
    page: document.documentElement.scrollWidth,
  };
}

/** One segment that no slot speaks to and that nobody has reviewed, one test that fails, and more slots than fit. */
async function wanting(): Promise<unknown> {
  const library = structuredClone(await demoLibrary()) as {
    segments: Record<string, { name: string; review: unknown; tests: { expect: string }[] }>;
    slots: Record<string, unknown>;
  };
  const { segments, slots } = library;
  const { logistics, "it-lead": itLead } = segments;
  if (logistics)
    segments.unspoken = { ...logistics, name: LONG, review: { every: "30d", last: "2025-09-01" } };
  const [test] = itLead?.tests ?? [];
  if (test) test.expect = test.expect === "yes" ? "no" : "yes";
  for (let more = 1; more <= 12; more++)
    slots[`more-${more}`] = { ...(slots["case-study"] as object), selector: `#more-${more}`, variations: [] };
  return library;
}
