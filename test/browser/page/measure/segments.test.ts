import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { library as bench } from "../../../bench/page/landing/library.ts";
import { type Chromium, launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { until } from "../../drive/until.ts";
import { agree, type Stand, serveStand, slotOf } from "../slots/stand.ts";
import { newVisitor, readKept, type Visit } from "../visit.ts";
import { people, posted, say, told } from "./people.ts";

/** Behavior and CRM are asked for apart. */
const consent = {
  ...bench.consent,
  gates: { storage: "functional", behavior: "behavior", crm: "crm", measurement: "analytics" },
} as const;

describe.skipIf(!(await isBrowserThere("chromium")))("who comes into a segment, or leaves it", () => {
  let chromium: Chromium;
  let stand: Stand;
  let visit: Visit;
  let marks = 0;
  beforeAll(async () => {
    chromium = await launchChromium();
    stand = await serveStand(
      { top: slotOf({ text: "Changed" }) },
      '<section data-fw-slot="top">Own</section>',
      { ...people, consent },
    );
    stand.files["/beside.html"] = "<!doctype html><title>Beside</title>";
  });
  afterAll(async () => {
    await chromium?.close();
    await stand?.close();
  });
  beforeEach(async () => {
    visit = await newVisitor(chromium.browser);
    stand.posted.length = 0;
    say(stand, { lifecycleStage: "lead" });
    await agree(visit.page, stand.url);
    await visit.page.evaluate(() => {
      const [, agreed = ""] = /cc_cookie=([^;]+)/.exec(document.cookie) ?? [];
      const choice = JSON.parse(decodeURIComponent(agreed));
      choice.categories = [...choice.categories, "behavior", "crm"];
      // biome-ignore lint/suspicious/noDocumentCookie: as the consent manager keeps it.
      document.cookie = `cc_cookie=${encodeURIComponent(JSON.stringify(choice))};path=/`;
    });
  });
  afterEach(async () => {
    expect(visit.errors).toEqual([]);
    await visit.end();
  });

  /** Each segment with what was posted of it, in order, once all that was measured before has arrived. */
  async function moves(page: Page = visit.page): Promise<readonly string[]> {
    const mark = `mark-${++marks}`;
    await page.evaluate((offer) => window.forwhom?.convert(offer), mark);
    await until("all has arrived", () => posted(stand, "conversion").some(({ offer }) => offer === mark));
    return posted(stand, "segment").map(({ segment, change }) => `${segment} ${change}`);
  }
  const ask = (page: Page = visit.page) => page.evaluate(() => window.forwhom?.refresh());
  async function open(path: string, page: Page = visit.page): Promise<void> {
    await page.goto(stand.url + path, { waitUntil: "load" });
    await page.waitForFunction(() => window.forwhom);
    await ask(page);
  }

  it("is told once, over reloads and tabs", async () => {
    await open("/page-one");
    expect((await moves()).toSorted()).toEqual(["lead entered", "tier-a entered"]);
    await open("/page-one");
    const tab = await visit.page.browserContext().newPage();
    await open("/page-two", tab);
    await open("/page-read", tab);
    expect((await moves(tab)).toSorted()).toEqual(["lead entered", "reader entered", "tier-a entered"]);
    await ask();
    expect(await moves()).toHaveLength(3);
    expect(posted(stand, "segment")[0]).toMatchObject({
      reportAs: expect.any(String),
      library: expect.any(String),
    });
  });

  it("is told once where two tabs learn it at the same moment", async () => {
    const tab = await visit.page.browserContext().newPage();
    const pages = [visit.page, tab];
    await Promise.all(pages.map((page) => open("/page-read", page)));
    await Promise.all(pages.map((page) => ask(page)));
    expect((await moves()).toSorted()).toEqual(["lead entered", "reader entered", "tier-a entered"]);
  });

  it("leaves by an answer, and not because nobody knows", async () => {
    await open("/page-one");
    say(stand, {});
    await ask();
    expect(await moves()).toHaveLength(2);
    say(stand, { lifecycleStage: "customer" });
    await ask();
    await ask();
    expect((await moves()).slice(2)).toEqual(["lead left"]);
    say(stand, { lifecycleStage: "lead" });
    await ask();
    expect((await moves()).slice(3)).toEqual(["lead entered"]);
  });

  it("is told to the page and its tools, but for segments that are decided behind the endpoint", async () => {
    await visit.page.evaluateOnNewDocument(() => {
      const heard: unknown[] = [];
      document.addEventListener("forwhom:segment", (event) => heard.push((event as CustomEvent).detail));
      Object.assign(window, { heard });
    });
    await open("/page-one");
    expect((await moves()).toSorted()).toEqual(["lead entered", "tier-a entered"]);
    expect(await visit.page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([
      { segment: "lead", change: "entered" },
    ]);
    expect(await told(visit.page, "segment")).toMatchObject([
      { forwhom_segment: "lead", forwhom_change: "entered", forwhom_reportAs: "Lead" },
    ]);
  });

  it.each(["on the page", "elsewhere"])("is not told again of somebody who signs in %s", async (where) => {
    const hash = await signOut();
    await open("/page-read");
    expect(await moves()).toEqual(["reader entered"]);
    if (where === "elsewhere") await visit.page.goto(`${stand.url}/beside.html`);
    await visit.page.evaluate((cookie) => {
      // biome-ignore lint/suspicious/noDocumentCookie: as the site's server sets it.
      document.cookie = cookie;
    }, `${hash};path=/`);
    if (where === "elsewhere") await open("/page-one");
    else await ask();
    await until("she is known", async () => (await moves()).length > 2);
    // What she read before is hers now.
    expect((await kept())?.in?.toSorted()).toEqual(["lead", "reader", "tier-a"]);
    expect((await moves()).toSorted()).toEqual(["lead entered", "reader entered", "tier-a entered"]);
  });

  /** Takes one category out of what was agreed to; the page hears of it as its consent manager tells it. */
  const withdraw = (category: string) =>
    visit.page.evaluate((gone) => {
      const [, agreed = ""] = /cc_cookie=([^;]+)/.exec(document.cookie) ?? [];
      const choice = JSON.parse(decodeURIComponent(agreed));
      choice.categories = choice.categories.filter((one: string) => one !== gone);
      // biome-ignore lint/suspicious/noDocumentCookie: as the consent manager keeps it.
      document.cookie = `cc_cookie=${encodeURIComponent(JSON.stringify(choice))};path=/`;
      dispatchEvent(new CustomEvent("cc:onChange"));
    }, category);
  const kept = async () =>
    ((await visit.page.evaluate(readKept)) as { answer?: unknown; in?: readonly string[] }[])[0];

  it.each(["analytics", "behavior"])("is erased where consent to %s is withdrawn", async (category) => {
    await open("/page-read");
    expect(await moves()).toHaveLength(3);
    await withdraw(category);
    await until("it is gone", async () => (await kept())?.in === undefined);
    expect(await kept()).toMatchObject({ answer: expect.anything() });
  });

  it("is erased where it rests on what the CRM is not asked for any more, and the rest is not told again", async () => {
    await open("/page-read");
    expect(await moves()).toHaveLength(3);
    await withdraw("crm");
    await until("it is gone", async () => (await kept())?.in?.join() === "reader");
    await visit.page.reload({ waitUntil: "load" });
    await visit.page.evaluate(() => window.forwhom?.track("looked_up"));
    expect(await moves()).toHaveLength(3);
    expect((await kept())?.in).toEqual(["reader"]);
  });

  it("is not kept where counting is not agreed to", async () => {
    await withdraw("analytics");
    await open("/page-read");
    await visit.page.evaluate(() => window.forwhom?.track("looked_up"));
    expect(await kept()).toMatchObject({ answer: expect.anything() });
    expect((await kept())?.in).toBeUndefined();
    expect(stand.posted).toEqual([]);
    expect(await told(visit.page, "segment")).toEqual([]);
  });

  /** Nobody is identified from here on; answers the cookie that said who it was. */
  const signOut = () =>
    visit.page.evaluate(() => {
      const [hash = ""] = /forwhom_hash=[^;]+/.exec(document.cookie) ?? [];
      // biome-ignore lint/suspicious/noDocumentCookie: as the site's server takes it away.
      document.cookie = "forwhom_hash=;path=/;max-age=0";
      return hash;
    });
});
