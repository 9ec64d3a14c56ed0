import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSite, type Site } from "../../../site/server.ts";
import { findAxeViolations } from "../../drive/axe.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { until } from "../../drive/until.ts";
import { shows } from "../../page/visit.ts";
import { choose, loadLibrary, type Name, says, type Watched, watch, wordsIn } from "../panel.ts";

/** The map as it stands: each row's name, and which of its slots are filled. */
const rowsOf = (panel: Page) =>
  panel.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll(".map-line")].map((line) => [
        line.querySelector<HTMLElement>(".map-name")?.innerText.trim() ?? "",
        [...line.querySelectorAll(".map-cell button")]
          .filter((cell) => cell.querySelector(".mark.is-filled"))
          .map((cell) => cell.getAttribute("aria-label") ?? ""),
      ]),
    ),
  );

/** What has the focus, by its label or its words. */
const focused = (panel: Page) =>
  panel.evaluate(() => {
    const one = document.activeElement as HTMLElement | null;
    return (one?.getAttribute("aria-label") ?? one?.innerText ?? "").replace(/\s+/g, " ").trim();
  });

const isChosen = (panel: Page, slot: string) =>
  panel.evaluate(
    (name) => [...document.querySelectorAll(".use.is-chosen")].some((one) => one.textContent?.includes(name)),
    slot,
  );

describe.skipIf(!(await isBrowserThere("chromium"))).each<Name>(["chromium", "firefox"])(
  "the library in the panel in %s",
  (name) => {
    let site: Site;
    let watched: Watched;
    let panel: Page;
    beforeAll(async () => {
      site = await createSite({ port: 0 });
      watched = await watch(name, site.url);
      panel = watched.panel;
      await says(panel, "Northwind");
      await panel.setViewport({ width: 320, height: 820 });
      await panel.evaluate(() => document.getElementById("tab-library")?.click());
      await panel.waitForSelector(".map");
    });
    afterAll(async () => {
      await watched?.close();
      await site?.close();
    });

    const back = async () => {
      await choose(panel, "Back to the map");
      await panel.waitForSelector(".map");
    };

    it("is a map without the full library too, and says what only that has", async () => {
      const rows = await rowsOf(panel);
      expect(Object.keys(rows)).toHaveLength(19);
      expect(rows["Interested in integrations"]).toEqual([
        "Recommended reading (learning): read-integrations",
      ]);
      await says(panel, "What is not on this page");
      await choose(panel, /^Made for them/);
      await says(panel, "Criteria not on this page");
      const words = await wordsIn(panel);
      expect(words).toContain("Purpose, owner, tests and reviews are in the full library");
      expect(words).toContain("Fit / core");
      expect(words).not.toContain("@northwind.example");
      await back();
    });

    it("has every segment and every slot of the full library, and marks the slots of this page", async () => {
      await loadLibrary(panel, `${site.url}/library.json`);
      await panel.keyboard.press("Escape");
      await panel.waitForFunction(() => !document.querySelector("dialog"));
      expect(await wordsIn(panel)).not.toContain("What is not on this page");
      expect(await panel.evaluate(() => document.querySelectorAll(".map-line .map-cell").length)).toBe(
        19 * 15,
      );
      const here = await panel.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>(".map-slot.is-here")].map((one) => one.title),
      );
      expect(here).toEqual(["Strip", "Hero", "Hero button", "Proof", "Closing button"]);
      const same = await panel.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>(".map-slot.is-same")].map((one) => one.title),
      );
      expect(same).toEqual(["Mistake 2: customer is prospected"]);
      await says(panel, "1 slot that shows everybody the same");
    });

    it("opens a segment's card from its name, with everything that the library says of it", async () => {
      await choose(panel, /^CFOs in evaluation/);
      for (const words of [
        "Who is in it",
        "@northwind.example",
        "CFO / evaluation",
        "Is a customer",
        "from 5 of 9 variations",
        "hero-cfo",
        "is in it",
      ])
        await says(panel, words);
      expect(await panel.evaluate(() => document.querySelectorAll(".tests .is-failing").length)).toBe(0);
      expect(await panel.evaluate(() => document.querySelectorAll(".tests li").length)).toBe(4);
      expect(await findAxeViolations(panel)).toEqual([]);
      await back();
      expect(await focused(panel)).toBe("CFOs in evaluation");
    });

    it("opens the card from a mark and from a gap, shows which, and gives the focus back to it", async () => {
      await choose(panel, "Hero (first visit): hero-it");
      await says(panel, "IT lead");
      expect(await isChosen(panel, "hero-it")).toBe(true);
      await back();
      expect(await focused(panel)).toBe("Hero (first visit): hero-it");
      await choose(panel, "Strip (every page): nothing of its own");
      await until("the gap is shown", () => isChosen(panel, "Strip"));
      await back();
    });

    it("is walked with arrows, and one Tab leads in", async () => {
      await panel.focus("input[type=search]");
      await panel.keyboard.press("ArrowDown");
      expect(await focused(panel)).toBe("Customers");
      expect(await panel.evaluate(() => document.querySelectorAll(".map-grid [tabindex='0']").length)).toBe(
        1,
      );
      const walked: string[] = [];
      for (const key of ["ArrowRight", "ArrowRight", "ArrowDown", "End", "Home", "PageDown"] as const) {
        await panel.keyboard.press(key);
        walked.push(await focused(panel));
      }
      expect(walked).toEqual([
        "Strip (every page): nothing of its own",
        "Hero (first visit): hero-customer",
        "Hero (first visit): hero-setup",
        "Mistake 3: wrong segment (quality check): nothing of its own",
        "Customers still setting up",
        "Customers with room to grow",
      ]);
      await panel.keyboard.press("Enter");
      await says(panel, "Expansion / room to grow");
      expect(await focused(panel)).toBe("Back to the map");
      await panel.keyboard.press("Enter");
      await panel.waitForSelector(".map");
      expect(await focused(panel)).toBe("Customers with room to grow");
    });

    it("finds a segment by its words, and only then says that there is none", async () => {
      await panel.focus("input[type=search]");
      await panel.keyboard.type("scenarios");
      await until(
        "one is left",
        async () => Object.keys(await rowsOf(panel)).join() === "Interested in scenarios",
      );
      await panel.keyboard.type(" on the moon");
      await says(panel, "No segment with “scenarios on the moon” in it.");
      await panel.keyboard.press("Escape");
      await panel.waitForSelector(".map");
      expect(Object.keys(await rowsOf(panel))).toHaveLength(19);
    });

    it("can be narrowed down to the slots of this page", async () => {
      await choose(panel, /^Only slots of this page/);
      await until("five slots are left", () =>
        panel.evaluate(() => document.querySelectorAll(".map-slot").length === 5),
      );
      expect(await findAxeViolations(panel)).toEqual([]);
      await choose(panel, /^Only slots of this page/);
      await until("all are back", () =>
        panel.evaluate(() => document.querySelectorAll(".map-slot").length === 15),
      );
    });

    it("keeps the card open where the page was gone for a moment", async () => {
      await choose(panel, /^IT leads/);
      await says(panel, "See the page as them");
      await watched.page.goto(`${site.url}/library.json`);
      await says(panel, "No Forwhom on this page");
      await watched.page.goto(`${site.url}/`);
      await says(panel, "See the page as them");
      await back();
    });

    it("shows the page as somebody in the segment, from its card", async () => {
      await choose(panel, /^IT leads/);
      await choose(panel, "See the page as them");
      await shows(watched.page, "hero", "hero-it");
      await says(panel, /Preview: seen as/i);
      await says(panel, "Back to the map");
      await panel.keyboard.press("Escape");
      await shows(watched.page, "hero", "default");
      await back();
    });
  },
);
