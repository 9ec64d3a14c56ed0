import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { demoLibrary } from "../../../site/published.ts";
import { createSite, type Site } from "../../../site/server.ts";
import { type Chromium, launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { until } from "../../drive/until.ts";
import { answerKept } from "../membership/device.ts";
import { answerConsent, shownOn, shows, signIn } from "../visit.ts";
import { type Heard, heardVisitor, noise, unseenOn } from "./quiet.ts";

describe.skipIf(!(await isBrowserThere("chromium")))("a page around which something is wrong", () => {
  let chromium: Chromium;
  let site: Site;
  let tcf: Site;
  let apart: Site;
  let visit: Heard;
  beforeAll(async () => {
    chromium = await launchChromium();
    site = await createSite({ port: 0 });
    apart = await createSite({ port: 0, embedding: "apart" });
    const library = (await demoLibrary()) as Record<string, unknown>;
    tcf = await createSite({ port: 0, library: { ...library, consent: { source: "tcf", gates: {} } } });
  });
  afterAll(async () => {
    await chromium?.close();
    await site?.close();
    await apart?.close();
    await tcf?.close();
  });
  beforeEach(async () => {
    visit = await heardVisitor(chromium.browser);
  });
  afterEach(() => visit.end());

  async function comeBackAsCfo(at = site) {
    const { page } = visit;
    await page.goto(at.url, { waitUntil: "load" });
    await answerConsent(page, "all");
    await signIn(page, "ines-cfo");
    await answerKept(page);
    visit.forget();
  }

  async function ownIsShown() {
    const shown = Object.values(await shownOn(visit.page));
    expect(shown.filter((one) => one !== null && one !== "default")).toEqual([]);
    expect(await unseenOn(visit.page)).toEqual([]);
  }

  it.each(["there from the beginning", "there when the page is parsed", "there when it is loaded"])(
    "shows its own content where the consent manager throws, %s",
    async (since) => {
      const { page } = visit;
      await page.evaluateOnNewDocument((when) => {
        const come = () =>
          Object.assign(window, {
            __tcfapi: () => {
              throw new Error("the consent manager's own");
            },
          });
        if (when.endsWith("beginning")) come();
        else if (when.endsWith("parsed")) document.addEventListener("DOMContentLoaded", come);
        else addEventListener("load", come, { capture: true });
      }, since);
      await page.goto(tcf.url, { waitUntil: "load" });
      await page.waitForFunction(() => window.forwhom !== undefined);
      await ownIsShown();
      expect(noise(visit)).toEqual([]);
    },
  );

  it("shows its own content where a consent manager answers nonsense", async () => {
    const { page } = visit;
    await page.evaluateOnNewDocument(() => {
      const answers = [null, 7, "yes", {}, { gdprApplies: true, purpose: null, vendor: { consents: "all" } }];
      const __tcfapi = (_: string, __: number, callback: (data: unknown, isSuccess: unknown) => void) => {
        for (const answer of answers) callback(answer, true);
      };
      Object.assign(window, { __tcfapi });
    });
    await page.goto(tcf.url, { waitUntil: "load" });
    await page.waitForFunction(() => window.forwhom !== undefined);
    await ownIsShown();
    expect(noise(visit)).toEqual([]);
  });

  it.each([
    "%7B",
    "null",
    "[]",
    "%E0%A4%A",
    '{"categories":7}',
    '{"categories":["personalization"],"expirationTime":"x"}',
  ])("shows its own content where the consent manager's cookie is broken: %s", async (value) => {
    const { page } = visit;
    await page.setCookie({ name: "cc_cookie", value, url: site.url });
    await page.goto(site.url, { waitUntil: "load" });
    await page.waitForFunction(() => window.forwhom !== undefined);
    await ownIsShown();
    // The consent manager has errors of its own.
    expect(noise(visit).filter((line) => !/cookieconsent/.test(line))).toEqual([]);
  });

  it("shows its own content where cookies may not be read", async () => {
    const { page } = visit;
    await page.evaluateOnNewDocument(() => {
      Object.defineProperty(Document.prototype, "cookie", {
        get: () => {
          throw new DOMException("The document is sandboxed", "SecurityError");
        },
        set: () => {},
      });
    });
    await page.setRequestInterception(true);
    page.on("request", (request) =>
      /vendor|consent\.js/.test(request.url()) ? request.abort() : request.continue(),
    );
    await page.goto(site.url, { waitUntil: "load" });
    await ownIsShown();
    expect(noise(visit)).toEqual([]);
  });

  it.each(["one script", "apart"] as const)(
    "starts once where its tag stands in the page twice: %s",
    async (how) => {
      const { page } = visit;
      const at = how === "apart" ? apart : site;
      await comeBackAsCfo(at);
      await page.setRequestInterception(true);
      page.on("request", async (request) => {
        if (!request.isNavigationRequest()) return request.continue();
        const response = await fetch(request.url());
        const body = (await response.text()).replace(/<script src="\/forwhom[^>]*><\/script>/, "$&$&");
        return request.respond({ body, contentType: "text/html" });
      });
      const before = at.requests().length;
      await page.reload({ waitUntil: "load" });
      await page.waitForFunction(() => window.forwhom !== undefined);
      expect(await page.evaluate(() => document.querySelectorAll('script[src^="/forwhom"]').length)).toBe(2);
      // Its manifest is there twice before anybody can know that it is not needed.
      const manifests = () =>
        at
          .requests()
          .slice(before)
          .filter(({ path }) => path === "/forwhom.json").length;
      await until("both have run", () => how === "one script" || manifests() === 2);
      await page.evaluate(() => window.forwhom?.refresh());
      const asked = at
        .requests()
        .slice(before)
        .filter(({ path }) => path === "/forwhom/membership").length;
      const sheets = await page.evaluate(() => document.adoptedStyleSheets.length);
      expect([asked, sheets]).toEqual([1, 1]);
      await shows(page, "hero", "hero-cfo");
      expect(noise(visit)).toEqual([]);
    },
  );

  it("is not disturbed by the page's own errors, before it and after it, and keeps none from the page", async () => {
    const { page } = visit;
    await comeBackAsCfo();
    await page.evaluateOnNewDocument(() => {
      queueMicrotask(() => {
        throw new Error("own, before");
      });
      addEventListener("DOMContentLoaded", () => {
        throw new Error("own, parsed");
      });
      addEventListener("load", () => {
        void Promise.reject(new Error("own, rejected"));
      });
      document.addEventListener("forwhom:decision", () => {
        throw new Error("own, listening");
      });
    });
    await page.reload({ waitUntil: "load" });
    await shows(page, "hero", "hero-cfo");
    await page.waitForFunction(() => window.forwhom !== undefined);
    const own = [...new Set(visit.errors.map((line) => /own, \w+/.exec(line)?.[0] ?? line))].sort();
    expect(own).toEqual(["own, before", "own, listening", "own, parsed", "own, rejected"]);
  });

  it.each([-400, 400])("shows what is known and no error where the clock is off by %d days", async (days) => {
    const { page } = visit;
    await comeBackAsCfo();
    await page.evaluateOnNewDocument((by) => {
      const now = Date.now;
      Date.now = () => now() + by * 86_400_000;
    }, days);
    await page.reload({ waitUntil: "load" });
    await page.waitForFunction(() =>
      document.querySelector("[data-fw-slot=hero]")?.hasAttribute("data-fw-done"),
    );
    expect(await unseenOn(page)).toEqual([]);
    expect(noise(visit)).toEqual([]);
  });
});
