import type { Page } from "puppeteer-core";
import { beforeEach, describe, expect, it } from "vitest";
import { isBrowserThere } from "../../drive/find.ts";
import { takePicture } from "../../drive/picture.ts";
import { until } from "../../drive/until.ts";
import { choose, type Name, says, wordsIn } from "../panel.ts";
import { isHeading, kept, writtenPageAnew } from "./written-page.ts";

const OWN = "Close the quarter in five days";

describe.skipIf(!(await isBrowserThere("chromium"))).each<Name>(["chromium", "firefox"])(
  "words that are written in the page itself, under the strictest policy, in %s",
  (name) => {
    const written = writtenPageAnew(name);
    const { pointAt, choosePointed, isUntouched } = written;
    let page: Page;
    let panel: Page;
    beforeEach(() => {
      ({ page, panel } = written);
    });

    const forCfos = async (selector: string) => {
      await choosePointed(await pointAt(selector));
      const empty = await panel.waitForSelector(".written:not(:has(.variation)) .add-change");
      await empty?.select("evaluating-cfo");
      await panel.waitForFunction(() => !document.querySelector(".written:not(:has(.variation))"));
      await says(panel, /Preview: seen as CFOs in evaluation/i);
    };
    const isFocusOurs = () =>
      until("the focus is in what is ours", () =>
        page.evaluate(() => document.activeElement?.localName === "forwhom-overlay"),
      );
    const inThePage = async () => {
      await choose(panel, "Write in the page");
      await page.bringToFront();
      await isFocusOurs();
    };
    const areSeen = (selector: string) =>
      page.evaluate((at) => {
        const shown = document.querySelector(`${at} [data-fw-content]`);
        const style = shown && getComputedStyle(shown);
        return style?.getPropertyValue("-webkit-text-fill-color") === style?.color;
      }, selector);
    const inPanel = (field: string) =>
      panel.evaluate((at) => document.querySelector<HTMLInputElement>(at)?.value, field);
    /** A page that hears every key, at the window and first of all. */
    const hearKeys = () =>
      page.evaluate(() => {
        const heard: string[] = [];
        Object.assign(window, { heard });
        for (const type of ["keydown", "keyup", "input", "beforeinput", "paste"])
          document.addEventListener(type, () => heard.push(type), true);
      });
    const keysHeard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);

    it("are the variation's at once, and the page hears no key of it", async () => {
      await forCfos("h1");
      await hearKeys();
      await page.bringToFront();
      const before = await page.evaluate(() => document.querySelector("h1")?.getBoundingClientRect().top);
      await inThePage();
      await page.keyboard.type("Cash, thirteen weeks");
      await isHeading(page, "Cash, thirteen weeks");
      await takePicture(page, `in-place-${name}`);
      await page.keyboard.type(" ahead");
      await isHeading(page, "Cash, thirteen weeks ahead");
      // The words under the field are not seen, and stand where they stood.
      expect(
        await page.evaluate(() => {
          const shown = document.querySelector("h1 [data-fw-content]");
          const { top } = document.querySelector("h1")?.getBoundingClientRect() ?? {};
          return [shown && getComputedStyle(shown).getPropertyValue("-webkit-text-fill-color"), top];
        }),
      ).toEqual(["rgba(0, 0, 0, 0)", before]);
      expect(await inPanel(".variation textarea")).toBe("Cash, thirteen weeks ahead");
      await page.keyboard.press("Enter");
      await until("the field is gone", () => page.evaluate(() => document.activeElement === document.body));
      await isHeading(page, "Cash, thirteen weeks ahead");
      await until("the words are seen again", () => areSeen("h1"));
      expect(await keysHeard()).toEqual([]);
      await panel.bringToFront();
      await says(panel, "Write in the page");
      await choose(panel, /^Leave/);
      await isHeading(page, OWN);
      await isUntouched();
    });

    it("may be a link's, which is not followed, and end with Esc or a click elsewhere", async () => {
      await forCfos("a");
      await inThePage();
      await page.keyboard.type("Build your business case");
      const label = () => page.evaluate(() => document.querySelector("main a")?.textContent);
      await until("the link says so", async () => (await label())?.endsWith("Build your business case"));
      await page.keyboard.press("Escape");
      await until("the panel is told", async () => (await wordsIn(panel)).includes("Write in the page"));
      expect(await inPanel(".variation input")).toBe("Build your business case");
      await inThePage();
      await page.keyboard.press("End");
      await page.keyboard.type("!");
      await until("the link says that, too", async () => (await label())?.endsWith("business case!"));
      await page.mouse.click(5, 5);
      await until("the panel is told", async () => (await wordsIn(panel)).includes("Write in the page"));
      expect(await inPanel(".variation input")).toBe("Build your business case!");
      expect(new URL(page.url()).pathname).toBe("/");
      await isUntouched();
    });

    it("cannot be written by the page", async () => {
      await forCfos("h1");
      await inThePage();
      await page.keyboard.type("Ours");
      await isHeading(page, "Ours");
      await page.evaluate(() => {
        const overlay = [...document.querySelectorAll("forwhom-overlay")];
        for (const one of [...overlay, document.querySelector("h1") as Element]) {
          one.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, data: "Theirs" }));
          one.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, composed: true }));
        }
        const shown = document.querySelector("h1 [data-fw-content]");
        if (shown) shown.textContent = "Theirs";
      });
      await page.keyboard.type(" alone");
      await until("the panel has it", async () => (await inPanel(".variation textarea")) === "Ours alone");
      expect((await kept(page)).violations).toEqual([]);
    });

    it("are the panel's again once somebody writes there", async () => {
      await forCfos("h1");
      await inThePage();
      await page.keyboard.type("In the page");
      await isHeading(page, "In the page");
      await panel.bringToFront();
      await says(panel, "Writing in the page");
      await panel.focus(".variation textarea");
      await panel.keyboard.press("End");
      await panel.keyboard.type(", and in the panel");
      await isHeading(page, "In the page, and in the panel");
      await until("the field is gone", () => page.evaluate(() => document.activeElement === document.body));
      // Not hidden again where the focus comes back to something of ours: the banner's button.
      await page.bringToFront();
      await until("the focus is on the banner's button", async () => {
        await page.keyboard.press("Tab");
        return page.evaluate(() => document.activeElement?.localName === "forwhom-overlay");
      });
      expect(await areSeen("h1")).toBe(true);
      await isUntouched();
    });

    it("are seen again where the next is written before the first was ended", async () => {
      await forCfos("h1");
      await forCfos("main a");
      await inThePage();
      await page.keyboard.type("First");
      await isHeading(page, "First");
      expect(await areSeen("h1")).toBe(false);
      await page.evaluate(() => Object.assign(window, { first: document.activeElement }));
      // The other one: the first says that it is being written.
      await choose(panel, "Write in the page");
      await page.bringToFront();
      await until("the field is the link's", () =>
        page.evaluate(() => {
          const { first } = window as { first?: Element | null };
          return document.activeElement !== first && document.activeElement?.matches("forwhom-overlay");
        }),
      );
      await page.keyboard.type("Second");
      await until("the link says so", () =>
        page.evaluate(() => document.querySelector("main a")?.textContent?.endsWith("Second")),
      );
      await until("the first is seen again", () => areSeen("h1"));
      await says(panel, "Writing in the page");
      await isUntouched();
    });
  },
);
