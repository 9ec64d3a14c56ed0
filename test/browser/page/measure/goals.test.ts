import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Library } from "../../../../shared/library/library.ts";
import { type Chromium, launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { until } from "../../drive/until.ts";
import { agree, type Stand, serveStand, slotOf } from "../slots/stand.ts";
import { newVisitor, type Visit } from "../visit.ts";
import { posted } from "./people.ts";

const offer = (reachedBy: Library["offers"][string]["reachedBy"]): Library["offers"][string] => ({
  goal: "acquisition",
  label: "Book a demo",
  href: "/page-demo",
  reachedBy,
});

const BODY = `<section data-fw-slot="top">Own</section><button data-demo><b>Book</b></button><button id="else">Else</button>
<form id="ask" action="/page-sent"><button>Ask</button></form>`;

describe.skipIf(!(await isBrowserThere("chromium")))("a goal that the library says how to reach", () => {
  let chromium: Chromium;
  let stand: Stand;
  let visit: Visit;
  let marks = 0;
  beforeAll(async () => {
    chromium = await launchChromium();
    stand = await serveStand({ top: slotOf({ offer: "by-click" }) }, BODY, {
      offers: {
        broken: offer({ click: ":::", form: ":::" }),
        "by-click": offer({ click: "[data-demo]" }),
        "by-form": offer({ form: "#ask" }),
        "by-page": offer({ pages: ["/page-thanks*"] }),
      },
    });
    stand.files["/front.html"] = "<!doctype html><title>In front</title>";
  });
  afterAll(async () => {
    await chromium?.close();
    await stand?.close();
  });
  beforeEach(async () => {
    visit = await newVisitor(chromium.browser);
    stand.posted.length = 0;
    await agree(visit.page, stand.url);
  });
  afterEach(async () => {
    expect(visit.errors).toEqual([]);
    await visit.end();
  });

  async function open(path: string): Promise<void> {
    await visit.page.goto(stand.url + path, { waitUntil: "load" });
    await ready();
  }
  /** Once it answers, the later part is there and listens. */
  const ready = () => visit.page.evaluate(() => window.forwhom?.track("looked_up"));
  /** The offers whose goals were counted, once all that was counted before has arrived. */
  async function reached(): Promise<readonly unknown[]> {
    const mark = `mark-${++marks}`;
    await visit.page.evaluate((one) => window.forwhom?.convert(one), mark);
    const offers = () => posted(stand, "conversion").map((one) => one.offer);
    await until("all has arrived", () => offers().includes(mark));
    return offers().filter((one) => !String(one).startsWith("mark-"));
  }

  it("counts a click inside what the selector finds, once in a view", async () => {
    await open("/page-one");
    await visit.page.click("#else");
    await visit.page.click("[data-demo] b");
    await visit.page.click("[data-demo]");
    expect(await reached()).toEqual(["by-click"]);
    await open("/page-one");
    await visit.page.click("[data-demo]");
    expect(await reached()).toEqual(["by-click", "by-click"]);
  });

  it("credits it to the exposure, and keeps it though the page is left at that moment", async () => {
    await open("/page-one");
    await until("the offer was seen", () => posted(stand, "exposure").length > 0);
    await visit.page.evaluate(() => document.querySelector<HTMLFormElement>("#ask")?.requestSubmit());
    await visit.page.waitForFunction(() => location.pathname === "/page-sent");
    await until("the form has arrived", () => posted(stand, "conversion").length > 0);
    await visit.page.click("[data-demo]");
    expect(await reached()).toEqual(["by-form", "by-click"]);
    const [exposure] = posted(stand, "exposure");
    expect(posted(stand, "conversion")[1]).toMatchObject({
      credits: exposure?.id,
      segment: "tier-a",
      decision: exposure?.decision,
    });
  });

  it("counts who comes to a page, and not who loads it again", async () => {
    await open("/page-thanks?order=1");
    expect(await reached()).toEqual(["by-page"]);
    await visit.page.reload({ waitUntil: "load" });
    await ready();
    expect(await reached()).toEqual(["by-page"]);
    await open("/page-one");
    expect(await reached()).toEqual(["by-page"]);
    await visit.page.evaluate(() => history.pushState(null, "", "/page-thanks"));
    await until("the page has become another", async () => (await reached()).length === 2);
  });

  it("counts a page only once somebody sees it", async () => {
    const front = await visit.page.browserContext().newPage();
    await front.goto(`${stand.url}/front.html`);
    await front.bringToFront();
    await until("the tab is behind", () => visit.page.evaluate(() => document.hidden));
    await open("/page-thanks");
    expect(await reached()).toEqual([]);
    await visit.page.bringToFront();
    await until("it is counted", async () => (await reached()).length > 0);
    expect(await reached()).toEqual(["by-page"]);
  });
});
