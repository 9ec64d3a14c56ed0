import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Chromium, launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { until } from "../../drive/until.ts";
import { sorted } from "./library.ts";
import { manifestOf, type Policy, type Site, serveCases } from "./site.ts";
import { type Watched, watchedVisitor } from "./watch.ts";
import { CASES } from "./ways.ts";

describe.skipIf(!(await isBrowserThere("chromium")))("HTML in a browser without a Sanitizer", () => {
  const cases = [...CASES.html.slice(0, 8), ...CASES.fragment.slice(0, 8)];
  let chromium: Chromium;
  let site: Site;
  let visitor: Watched;
  let said: string[];
  beforeAll(async () => {
    chromium = await launchChromium();
    site = await serveCases(cases, manifestOf(sorted(cases)));
  });
  afterAll(async () => {
    await chromium?.close();
    await site?.close();
  });
  beforeEach(async () => {
    visitor = await watchedVisitor(chromium.browser);
    said = [];
    visitor.page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
    await visitor.page.evaluateOnNewDocument(() => {
      delete (Element.prototype as { setHTML?: unknown }).setHTML;
    });
  });
  afterEach(() => visitor.end());

  async function ownIsShown(path: string, policy: Policy) {
    const { page } = visitor;
    await page.goto(`${site.url}${path}?policy=${policy}`, { waitUntil: "load" });
    await page.waitForFunction(() => !document.querySelector("[data-fw-slot]:not([data-fw-done])"));
    expect(
      await page.evaluate(
        () =>
          [...document.querySelectorAll<HTMLElement>("[data-fw-slot]")].filter(
            (slot) => slot.innerText !== "Own" || !slot.checkVisibility({ visibilityProperty: true }),
          ).length,
      ),
    ).toBe(0);
  }

  it.each(["/html/0", "/fragment/0"])(
    "shows what is its own on %s where no script may make a Trusted Types policy, and says so once",
    async (path) => {
      await ownIsShown(path, "stricter");
      const { executed, violations, rejections } = await visitor.seen();
      expect([executed, rejections]).toEqual([[], []]);
      // Nobody can see beforehand whether a policy may be made: trying is the one thing that is reported.
      expect(violations.filter((one) => !/^trusted-types trusted-types-policy/.test(one))).toEqual([]);
      expect(said).toEqual([expect.stringMatching(/^error: .*TrustedTypePolicy.*'dompurify' violates/)]);
    },
  );

  it("shows what is its own where what sanitises does not arrive, asks for it once, and says nothing", async () => {
    const { page } = visitor;
    await page.setRequestInterception(true);
    let refused = 0;
    page.on("request", (request) => {
      if (!request.url().includes("sanitize")) return request.continue();
      refused++;
      return request.abort("connectionrefused");
    });
    await ownIsShown("/html/0", "none");
    await until("it was asked for", () => refused > 0);
    const { rejections } = await visitor.seen();
    expect([refused, rejections]).toEqual([1, []]);
    // The browser itself writes that a request was refused.
    expect(said).toEqual([expect.stringContaining("Failed to load resource")]);
  });
});
