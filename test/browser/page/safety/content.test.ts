import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Chromium, launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { sorted } from "./library.ts";
import { manifestOf, type Policy, type Site, serveCases } from "./site.ts";
import { isOfTakenOut, tryCases } from "./try.ts";
import { type Watched, watchedVisitor } from "./watch.ts";
import { CASES, isOfValue, WAY_NAMES, type WayName } from "./ways.ts";

/** Nothing of what the payloads name is anywhere but here. */
const ALONE = ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"];

/** Where the payloads stand as HTML, which has to be sanitised. */
const HTML = ["html", "fragment", "fallback-html"] as const;
const isHtml = (way: WayName) => HTML.some((one) => one === way);

const ALL = Object.values(CASES).flat();

describe.skipIf(!(await isBrowserThere("chromium")))("content that would run script", () => {
  let chromium: Chromium;
  let site: Site;
  let visitor: Watched;
  beforeAll(async () => {
    chromium = await launchChromium({ args: ALONE });
    const checked = sorted(ALL);
    // Few are not even let into a library; they are put past its check.
    expect(checked.refused.length).toBeGreaterThan(0);
    expect(checked.accepted.length).toBeGreaterThan(0.95 * ALL.length);
    site = await serveCases(ALL, manifestOf(checked));
  });
  afterAll(async () => {
    await chromium?.close();
    await site?.close();
  });
  beforeEach(async () => {
    visitor = await watchedVisitor(chromium.browser);
  });
  afterEach(() => visitor.end());

  /** As somebody whose first name and all else is a payload, and who was here before. */
  async function signIn() {
    await visitor.page.goto(`${site.url}/sign-in`);
    await visitor.page.goto(`${site.url}/`, { waitUntil: "load" });
    await visitor.page.waitForFunction(() => localStorage.getItem("forwhom")?.includes('"answer"'));
  }

  const ways = WAY_NAMES.flatMap((way) =>
    (["none", "strict"] as const).map((policy) => [way, policy] as const),
  );
  it.each<readonly [WayName, Policy]>(ways)("runs none as %s, under this policy: %s", async (way, policy) => {
    const cases = CASES[way];
    expect(cases.length).toBeGreaterThanOrEqual(150);
    if (isOfValue(way)) await signIn();
    const { shown, harm, violations } = await tryCases(visitor, site, cases, policy);
    expect(harm).toEqual([]);
    expect(violations.filter((one) => !(isHtml(way) && isOfTakenOut(one)))).toEqual([]);
    expect(shown.size).toBe(cases.length);
  });

  const asHtml = [...HTML, "value-html"] as const;
  it.each(asHtml.flatMap((way) => (["none", "strict"] as const).map((policy) => [way, policy] as const)))(
    "runs none as %s in a browser without a Sanitizer, under this policy: %s",
    async (way, policy) => {
      const cases = CASES[way];
      await visitor.page.evaluateOnNewDocument(() => {
        delete (Element.prototype as { setHTML?: unknown }).setHTML;
      });
      if (isOfValue(way)) await signIn();
      const { shown, harm, violations } = await tryCases(visitor, site, cases, policy);
      expect(harm).toEqual([]);
      expect(violations.filter((one) => !(isHtml(way) && isOfTakenOut(one)))).toEqual([]);
      expect(shown.size).toBe(cases.length);
    },
  );
});
