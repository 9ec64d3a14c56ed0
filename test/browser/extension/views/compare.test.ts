import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSite, type Site } from "../../../site/server.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { until } from "../../drive/until.ts";
import { choose, loadLibrary, type Name, says, type Watched, watch } from "../panel.ts";

const tick = (panel: Page, audience: string) =>
  panel.evaluate((name) => {
    const label = [...document.querySelectorAll<HTMLElement>(".audience-boxes label")].find(
      (one) => one.textContent === name,
    );
    label?.click();
  }, audience);

const rows = (panel: Page): Promise<readonly (readonly string[])[]> =>
  panel.evaluate(() =>
    [...document.querySelectorAll(".matrix tbody tr")].map((row) =>
      [...row.querySelectorAll("th, td .headline, td > .aside")].map((one) => one.textContent ?? ""),
    ),
  );

describe.skipIf(!(await isBrowserThere("chromium"))).each<Name>(["chromium", "firefox"])(
  "comparing audiences in %s",
  (name) => {
    let site: Site;
    let watched: Watched;
    beforeAll(async () => {
      site = await createSite({ port: 0 });
      watched = await watch(name, site.url);
      await says(watched.panel, "Northwind");
      await loadLibrary(watched.panel, `${site.url}/library.json`);
      await watched.panel.keyboard.press("Escape");
    });
    afterAll(async () => {
      await watched?.close();
      await site?.close();
    });

    it("says what the first audiences of this page would see, as a table", async () => {
      const { panel } = watched;
      await choose(panel, "Audiences");
      await choose(panel, "Compare audiences");
      const found = await until("all rows are there", async () => {
        const all = await rows(panel);
        return all.length === 4 && all;
      });
      expect(found[0]?.[0]).toBe("Anybody");
      expect(found[0]?.[1]).toMatch(/^Shows /);
      expect(found.flat()).toContain("Shows the content for “CFOs in evaluation”");
    });

    it("says it of two beside each other, and where they would see the same", async () => {
      const { panel } = watched;
      await choose(panel, /audiences chosen$/);
      for (const [audience] of (await rows(panel)).slice(2)) await tick(panel, audience ?? "");
      await until("two stand beside each other", () =>
        panel.evaluate(() => document.querySelectorAll(".beside-names h2").length === 2),
      );
      const words = await until("both are there", () =>
        panel.evaluate(() => document.querySelector(".beside")?.textContent),
      );
      expect(words).toMatch(/differs/);
    });

    it("saves a file that can be opened anywhere, with nothing in it that runs or loads", async () => {
      const { panel } = watched;
      await tick(panel, "Customers");
      await until("there is a table", async () => (await rows(panel)).length === 3);
      await panel.evaluate(() => {
        const make = URL.createObjectURL.bind(URL);
        URL.createObjectURL = (blob: Blob) => {
          void blob.text().then((text) => Object.assign(window, { saved: text }));
          return make(blob);
        };
      });
      // What lies under the tabs cannot be clicked.
      await panel.evaluate(() => scrollTo(0, 0));
      await choose(panel, "Save as a file");
      const text = await until("the file is made", () =>
        panel.evaluate(() => (window as { saved?: string }).saved),
      );
      expect(text).toMatch(/^<!doctype html>/);
      expect(text).toContain("CFOs in evaluation");
      expect(text).not.toMatch(/<script|<link|https?:\/\/(?!www\.w3\.org)/);
    });

    it("gives the focus back where it was left", async () => {
      const { panel } = watched;
      await choose(panel, "Back");
      expect(await panel.evaluate(() => document.activeElement?.id)).toBe("tab-audiences");
      await says(panel, "Compare audiences");
    });
  },
);
