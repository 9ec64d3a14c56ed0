import type { HTTPRequest } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import { isBrowserThere } from "../../drive/find.ts";
import { until } from "../../drive/until.ts";
import { shows } from "../../page/visit.ts";
import { choose, type Name, says } from "../panel.ts";
import { watchAnew } from "../watch-anew.ts";

describe.skipIf(!(await isBrowserThere("chromium"))).each<Name>(["chromium", "firefox"])(
  "a preview that is left in %s",
  (name) => {
    const watched = watchAnew(name);

    it("goes at once, with one load, though a script of the page never comes", async () => {
      const { page, panel, site } = watched;
      await choose(panel, "Audiences");
      await choose(panel, /^CFOs in evaluation/);
      await shows(page, "hero", "hero-cfo");
      await says(panel, /Preview: seen as CFOs in evaluation/i);
      const held: HTTPRequest[] = [];
      let isHolding = true;
      page.on("request", (request) => {
        if (isHolding && new URL(request.url()).pathname === "/site.js") held.push(request);
        else void request.continue();
      });
      await page.setRequestInterception(true);
      const before = site.requests().filter(({ path }) => path === "/").length;
      const loads = () => site.requests().filter(({ path }) => path === "/").length - before;
      void page.reload().catch(() => undefined);
      await until("the page waits for its script", () => held.length === 1);
      await choose(panel, /^Leave/);
      await until("the page is loaded again", () => held.length === 2);
      isHolding = false;
      await held[1]?.continue();
      await says(panel, "Yourself");
      await shows(page, "hero", "default");
      expect(loads()).toBe(2);
    });
  },
);
