import type { Page } from "puppeteer-core";
import { beforeEach, describe, expect, it } from "vitest";
import { patched } from "../../../../extension/panel/write/review/patch.ts";
import { check } from "../../../../shared/library/check/check.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { takePicture } from "../../drive/picture.ts";
import { until } from "../../drive/until.ts";
import { choose, type Name, says, wordsIn } from "../panel.ts";
import type { StrictSite } from "./strict-site.ts";
import { isHeading, kept, writtenPageAnew } from "./written-page.ts";

const OWN = "Close the quarter in five days";
const FOR_CFO = "Cash, thirteen weeks ahead";

describe.skipIf(!(await isBrowserThere("chromium"))).each<Name>(["chromium", "firefox"])(
  "a page without Forwhom, under the strictest policy, in %s",
  (name) => {
    const written = writtenPageAnew(name);
    const { pointAt, choosePointed, isUntouched } = written;
    let site: StrictSite;
    let page: Page;
    let panel: Page;
    beforeEach(() => {
      ({ site, page, panel } = written);
    });

    const write = async (words: string) => {
      await panel.focus(".variation textarea");
      await panel.evaluate(() =>
        document.querySelector<HTMLTextAreaElement>(".variation textarea")?.select(),
      );
      await panel.keyboard.type(words);
    };
    it("is written for, seen as whom it is meant for and as anybody else, and is as before when left", async () => {
      await page.evaluate(() => {
        const heading = document.querySelector("h1");
        Object.assign(window, { heading, words: heading?.firstChild, html: document.body.innerHTML });
      });
      const at = await pointAt("h1");
      await says(panel, `Heading: ${OWN}`);
      await choosePointed(at);
      await panel.select(".add-change", "evaluating-cfo");
      await panel.waitForSelector(".variation textarea");
      await says(panel, /Preview: seen as CFOs in evaluation/i);
      // The field has the focus, with what stands in the page as a beginning.
      await panel.keyboard.type(FOR_CFO);
      await isHeading(page, FOR_CFO);
      await takePicture(panel, `any-page-${name}`);
      await takePicture(page, `any-page-${name}-seen`);
      await write(`${FOR_CFO}, for you`);
      await isHeading(page, `${FOR_CFO}, for you`);

      await choose(panel, "See as anybody else");
      await isHeading(page, OWN);
      await says(panel, "Anybody");

      await choose(panel, "See it in the page");
      await isHeading(page, `${FOR_CFO}, for you`);
      await choose(panel, /^Leave/);
      await isHeading(page, OWN);
      expect(
        await page.evaluate(() => {
          const before = window as unknown as { heading: Element; words: Node; html: string };
          const now = document.querySelector("h1");
          return [
            now === before.heading,
            now?.firstChild === before.words,
            document.body.innerHTML === before.html,
            document.adoptedStyleSheets.length,
            "forwhom" in window,
            Object.getOwnPropertySymbols(window).map(String),
            localStorage.length + sessionStorage.length,
          ];
        }),
      ).toEqual([true, true, true, 0, false, ["Symbol(forwhom.observer)"], 0]);
      await says(panel, "Point at another element");
      await until("nobody is seen", async () => !(await wordsIn(panel)).includes("Preview: seen as"));
      await isUntouched();
      // The page would have heard: this is what it hears of somebody who does not keep to its policy.
      await page.evaluate(() => {
        try {
          document.body.innerHTML = "<p>";
        } catch {}
      });
      await until("a violation is heard", async () => (await kept(page)).violations.length === 1);
      await until("a violation is reported", () => site.violations().length > 0);
    });

    it("shows one content where the library has the place already, and more is written for it", async () => {
      await page.evaluate(() => document.querySelector("h1")?.setAttribute("data-fw-slot", "hero"));
      await choosePointed(await pointAt("h1"));
      await says(panel, "Your library has this place already");
      await says(panel, /It has content for: CFOs in evaluation, IT leads/);
      const offered = await panel.$$eval(".add-change option", (all) => all.map(({ value }) => value));
      expect(offered).toContain("pricing-returner");
      expect(offered).not.toContain("evaluating-cfo");
      await panel.select(".add-change", "pricing-returner");
      await panel.waitForSelector(".variation textarea");
      await write("Welcome aboard");
      await isHeading(page, "Welcome aboard");
      expect(await page.$$eval("h1 [data-fw-content]", (all) => all.length)).toBe(1);
      await says(panel, "The library with this change is valid");
      await takePicture(panel, `any-page-${name}-known`, { whole: true });
      await choose(panel, /^Leave/);
      await isHeading(page, OWN);
      await isUntouched();
    });

    it("stands in a place that the library has: whoever sees other content there does not see this", async () => {
      await page.evaluate(() =>
        document.querySelector("h1")?.parentElement?.setAttribute("data-fw-slot", "hero"),
      );
      await choosePointed(await pointAt("h1"));
      await says(
        panel,
        "It stands in “Hero”: whoever sees other content there does not see what is written here",
      );
      await takePicture(panel, `any-page-${name}-within`);
    });

    it("is seen so after it was loaded again, too, until the banner in it is left", async () => {
      await choosePointed(await pointAt("h1"));
      await panel.select(".add-change", "evaluating-cfo");
      await panel.waitForSelector(".variation textarea");
      await panel.evaluate(() => {
        const field = document.querySelector<HTMLTextAreaElement>(".variation textarea");
        if (field) field.value = "For the CFO";
        field?.dispatchEvent(new InputEvent("input", { bubbles: true }));
      });
      await isHeading(page, "For the CFO");
      await page.bringToFront();
      await page.reload();
      await isHeading(page, "For the CFO");
      await says(panel, /Preview: seen as CFOs in evaluation/i);
      // Only Chromium’s driver finds what is in a closed shadow root.
      if (name === "chromium")
        await (await until("the banner is there", () => page.$('aria/Leave[role="button"]'))).click();
      else await choose(panel, /^Leave/);
      await isHeading(page, OWN);
      await until("nobody is seen", async () => !(await wordsIn(panel)).includes("Preview: seen as"));
      // What was written stays, for this site.
      expect(await panel.evaluate(() => document.querySelector("textarea")?.value)).toBe("For the CFO");
      await isUntouched();
    });

    it("gives a change to the library that the library's own check takes", async () => {
      await choosePointed(await pointAt("a"));
      await panel.select(".add-change", "evaluating-cfo");
      await panel.waitForSelector(".variation .address-field");
      await panel.evaluate(() =>
        Object.assign(URL, {
          createObjectURL: (blob: Blob) => {
            void blob.text().then((text) => Object.assign(window, { saved: text }));
            return "#";
          },
        }),
      );
      await panel.evaluate(() => document.querySelector<HTMLInputElement>(".variation input")?.select());
      await panel.focus(".variation input");
      await panel.keyboard.type("Build your business case");
      await says(panel, "The library with this change is valid.");
      await choose(panel, "Save as a patch");
      const saved = await until("the patch is saved", () =>
        panel.evaluate(() => (window as unknown as { saved?: string }).saved),
      );
      const library = await (await fetch(`${site.url}/library.json`)).json();
      const after = check(patched(library, JSON.parse(saved)), Date.now());
      expect(after.problems.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(after.library?.slots["start-for-free"]).toMatchObject({
        pages: ["/"],
        selector: "main > p:nth-of-type(2) > a",
        variations: [{ for: "evaluating-cfo", content: { offer: "start-for-free-evaluating-cfo" } }],
      });
      expect(after.library?.offers["start-for-free-evaluating-cfo"]).toMatchObject({
        label: "Build your business case",
        href: "/clicked",
      });
    });

    it("hears nothing of what is pointed at, and cannot point by itself", async () => {
      const at = await pointAt("a");
      await says(panel, "Link: Start for free");
      // The page presses what it likes: nothing is chosen by it.
      await page.evaluate(() => {
        for (const type of ["pointermove", "click"])
          document
            .querySelector("h2")
            ?.dispatchEvent(new MouseEvent(type, { bubbles: true, clientX: 5, clientY: 5 }));
        dispatchEvent(new KeyboardEvent("keydown", { key: "Enter" }));
      });
      expect(await panel.$(".written")).toBeNull();
      expect(await wordsIn(panel)).toContain("Link: Start for free");
      await choosePointed(at);
      expect(await panel.evaluate(() => document.querySelectorAll(".written").length)).toBe(1);
      expect(new URL(page.url()).pathname).toBe("/");
      // What listens at the window first hears of a click on something of ours, never on what is under it.
      expect((await kept(page)).clicks).toEqual(["window: forwhom-overlay"]);
      await isUntouched();
    });

    it("is pointed at in a dialog that lets nothing else be clicked", async () => {
      await page.evaluate(() => {
        const dialog = document.createElement("dialog");
        const title = document.createElement("h2");
        title.textContent = "Join our letter";
        dialog.append(title);
        document.body.append(dialog);
        dialog.showModal();
      });
      const at = await pointAt("dialog h2");
      await says(panel, "Heading: Join our letter");
      await choosePointed(at);
      expect(await panel.evaluate(() => document.querySelectorAll(".written").length)).toBe(1);
      // Nothing of ours can lie over such a dialog and be clicked: the page's own listeners hear nothing all the same.
      expect((await kept(page)).clicks.filter((one) => one.startsWith("document"))).toEqual([]);
      await isUntouched();
    });

    it("is pointed at by keys alone, and Esc chooses nothing", async () => {
      await choose(panel, /^Point at an/);
      await says(panel, `Heading: ${OWN}`);
      await panel.keyboard.press("ArrowRight");
      await says(panel, "Text: Ledgerly brings every number together.");
      await panel.keyboard.press("ArrowDown");
      await says(panel, "Text: number");
      await panel.keyboard.press("ArrowUp");
      await says(panel, "Text: Ledgerly brings");
      await panel.keyboard.press("Escape");
      await says(panel, "Which place on this page");
      expect(await panel.$(".written")).toBeNull();
      await choose(panel, /^Point at an/);
      await says(panel, `Heading: ${OWN}`);
      await panel.keyboard.press("Enter");
      await until("the name is to be written", () =>
        panel.evaluate(() => document.activeElement?.closest(".written-title") !== null),
      );
      await isUntouched();
    });
  },
);
