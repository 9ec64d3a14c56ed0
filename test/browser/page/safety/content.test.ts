import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Chromium, launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { sorted } from "./library.ts";
import { manifestOf, type Policy, type Site, serveCases } from "./site.ts";
import { isOfTakenOut, tryCases } from "./try.ts";
import { type Watched, watchedVisitor } from "./watch.ts";
import { CASES, type Case, isOfValue, WAY_NAMES, type WayName } from "./ways.ts";

/** Nothing of what the payloads name is anywhere but here. */
const ALONE = ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"];

/** Where the payloads stand as HTML, which has to be sanitised. */
const HTML = ["html", "fragment", "fallback-html"] as const;
const isHtml = (way: WayName) => HTML.some((one) => one === way);
/** The check lets in a handler that has nothing to run, as in `<input onclick>`; Chromium reports that too. */
const EMPTY_HANDLER = /\son\w+\s*[/>]/;
/** A fragment stands in no library: nobody checks it before it is there. */
const isInLibrary = (way: WayName) => isHtml(way) && way !== "fragment";
const wayOf = ({ page }: Case) => page.split("/")[1] as WayName;

const ALL = Object.values(CASES).flat();

describe.skipIf(!(await isBrowserThere("chromium")))("content that would run script", () => {
  let chromium: Chromium;
  let site: Site;
  let visitor: Watched;
  let letIn: readonly Case[];
  beforeAll(async () => {
    chromium = await launchChromium({ args: ALONE });
    const checked = sorted(ALL);
    // Much of the HTML is not even let into a library, and some lone braces; all of it is put past the check.
    for (const way of WAY_NAMES) {
      const share = checked.refused.filter((one) => CASES[way].includes(one)).length / CASES[way].length;
      expect([way, share > 0.8, share < 0.1]).toEqual([way, isInLibrary(way), !isInLibrary(way)]);
    }
    letIn = checked.accepted.filter((one) => isInLibrary(wayOf(one)) && !EMPTY_HANDLER.test(one.payload));
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
    120_000,
  );

  it.each(["its own", "no"])(
    "has nothing that a policy reports, where a library may hold it: %s Sanitizer",
    async (has) => {
      const checked = await serveCases(letIn, manifestOf(sorted(letIn)));
      if (has === "no")
        await visitor.page.evaluateOnNewDocument(() => {
          delete (Element.prototype as { setHTML?: unknown }).setHTML;
        });
      const { shown, harm, violations } = await tryCases(visitor, checked, letIn, "strict");
      await checked.close();
      expect([harm, violations]).toEqual([[], []]);
      expect(shown.size).toBe(letIn.length);
      expect(letIn.length).toBeGreaterThanOrEqual(100);
    },
  );
});
