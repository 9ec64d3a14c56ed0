import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Chromium, launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { type Heard, heardVisitor, noise, unseenOn } from "../faults/quiet.ts";
import { sorted } from "./library.ts";
import { manifestOf, type Policy, type Site, serveCases } from "./site.ts";
import { settled } from "./watch.ts";
import type { Case } from "./ways.ts";

const fragment = (id: string, path: string): Case => ({
  id,
  page: "/fragments-that-fail",
  payload: path,
  content: { fragment: path },
  markup: `<div data-fw-slot="${id}">Own</div>`,
});

const CASES = [fragment("gone", "/gone"), fragment("elsewhere", "/elsewhere"), fragment("theirs", "/theirs")];

describe.skipIf(!(await isBrowserThere("chromium")))("a fragment", () => {
  let chromium: Chromium;
  let site: Site;
  let visit: Heard;
  beforeAll(async () => {
    chromium = await launchChromium();
    site = await serveCases(CASES, manifestOf(sorted(CASES)));
  });
  afterAll(async () => {
    await chromium?.close();
    await site?.close();
  });
  beforeEach(async () => {
    visit = await heardVisitor(chromium.browser);
  });
  afterEach(() => visit.end());

  it.each<Policy>(["none", "strict"])(
    "that is missing, or is another origin's, leaves the page's own content, under this policy: %s",
    async (policy) => {
      const { page } = visit;
      await page.goto(`${site.url}/fragments-that-fail?policy=${policy}`, { waitUntil: "load" });
      await settled(page);
      const words = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>("[data-fw-slot]")].map((slot) => slot.innerText),
      );
      expect(words).toEqual(["Own", "Own", "Theirs"]);
      expect(await unseenOn(page)).toEqual([]);
      // That a redirect leads elsewhere the browser itself reports, where a policy forbids it.
      expect(noise(visit).filter((line) => !/connect-src|Refused to connect/.test(line))).toEqual([]);
    },
  );
});
