import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decide } from "../../../shared/engine/decide.ts";
import {
  agreedToAll,
  agreedToNothing,
  manifest,
  page as pageSeen,
  visitors,
} from "../../unit/findings/page.ts";
import { isBrowserThere } from "../drive/find.ts";
import { takePicture } from "../drive/picture.ts";
import { until } from "../drive/until.ts";
import { consentCookie, NECESSARY } from "./findings/pages/one-page.ts";
import { cardOf, choose, type Name, says, type Watched, watch, wordsIn } from "./panel.ts";

/** What a page script would say; a page may say it too. */
const CLAIM = JSON.stringify(
  pageSeen({
    slots: [],
    facts: visitors.cfo,
    consent: [agreedToNothing],
    claimed: [agreedToAll],
    claim: { decisions: [structuredClone(decide(manifest, "hero", visitors.cfo))] as never },
  }).observation.claim,
);

const slots = `<main><p data-fw-slot="hero" data-fw-done="default">What stands there</p>
  <p data-fw-slot="cta" data-fw-done="variation" data-fw-shown="cta-cfo">Book a demo</p></main>`;
const saying = (claim: string, before = "") => `<!doctype html><meta charset="utf-8"><title>Hostile</title>
  <script>document.cookie = "${consentCookie(NECESSARY)}; path=/"; ${before};
  window.forwhom = { inspect: async () => { const claim = ${CLAIM}; ${claim}; return claim; } };</script>${slots}`;

/** Replaces what others rely on, and whatever is found there is taken apart. */
const TAKEN_OVER = `
  const explode = () => { throw new Error("no"); };
  for (const name of ["map", "filter", "flatMap", "forEach", "push", "includes", "join", "slice"])
    Array.prototype[name] = explode;
  JSON.stringify = () => '{"claim":{"forwhom":1}}';
  for (const name of ["slots", "claim", "type", "detail", "observation", "preview"])
    Object.defineProperty(Object.prototype, name, { get: () => "polluted", set: explode, configurable: true });
  Element.prototype.attachShadow = explode;
  Element.prototype.append = explode;
  HTMLElement.prototype.showPopover = explode;
  Node.prototype.appendChild = explode;
  document.querySelector = document.querySelectorAll = document.createElement = explode;
  window.MutationObserver = window.CustomEvent = explode;
  customElements.define = customElements.get = explode;
  EventTarget.prototype.dispatchEvent = () => true;`;

const PAGES: Readonly<Record<string, string>> = {
  "/honest": saying(""),
  "/observer": `<!doctype html><meta charset="utf-8"><title>Hostile</title><script>
    Object.defineProperty(window, Symbol.for("forwhom.observer"), { value: true });
    Object.defineProperty(window, Symbol.for("forwhom.bridge"), { value: { look() {} } });
    document.addEventListener("forwhom:ask", () => document.dispatchEvent(new CustomEvent("forwhom:answer", {
      detail: '{"claim":' + JSON.stringify({ forwhom: 1, __proto__: null, slots: {} }) + '}' })));
  </script>${slots}`,
  "/before": saying("", TAKEN_OVER),
  "/after": `${saying("")}<script>addEventListener("load", () => setTimeout(() => { ${TAKEN_OVER} }, 300))</script>`,
  "/names": saying(
    `for (const name of ["__proto__", "constructor", "toString"]) {
      Object.defineProperty(claim.manifest.slots, name, { value: claim.manifest.slots.hero, enumerable: true });
      Object.defineProperty(claim.manifest.segments, name, { value: claim.manifest.segments.germany, enumerable: true });
      Object.defineProperty(claim.facts.properties, name, { value: { known: true }, enumerable: true });
    }`,
    `addEventListener("DOMContentLoaded", () => { for (const name of ["__proto__", "constructor", "toString", '"]<b>'])
      document.body.insertAdjacentHTML("beforeend", "<p data-fw-done=default data-fw-slot='" + name + "'>Odd</p>"); })`,
  ),
  "/strings": saying(`claim.visitor.name = "x".repeat(9_000_000)`),
  "/long": saying(
    `for (const slot of Object.values(claim.manifest.slots)) slot.name = "Endless ".repeat(50_000)`,
  ),
  "/deep": saying(
    `let deep = []; for (let depth = 0; depth < 4_000; depth++) deep = [deep]; claim.facts.properties.deep = deep`,
  ),
  "/cyclic": saying(`claim.self = claim`),
  "/throws": saying(
    `Object.defineProperty(claim, "facts", { enumerable: true, get() { throw new Error("no"); } })`,
  ),
  "/many": saying(
    `for (let index = 0; index < 100_000; index++) claim.manifest.slots["slot" + index] = { name: "x" }`,
    `addEventListener("DOMContentLoaded", () => document.body.insertAdjacentHTML("beforeend",
      Array.from({ length: 100_000 }, (_, index) => "<i data-fw-slot=slot" + index + "></i>").join("")))`,
  ),
};

const UNREADABLE = /The page’s answer cannot be read/;

describe.skipIf(!(await isBrowserThere("chromium"))).each<Name>(["chromium", "firefox"])(
  "a page that is against us, in %s",
  (name) => {
    let server: Server;
    let origin: string;
    let watched: Watched;
    beforeAll(async () => {
      server = createServer(({ url = "/" }, response) => {
        const html = PAGES[url];
        response.writeHead(html === undefined ? 204 : 200, { "Content-Type": "text/html; charset=utf-8" });
        response.end(html);
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      watched = await watch(name, `${origin}/honest`);
    }, 60_000);
    afterAll(async () => {
      await watched?.close();
      server?.close();
      server?.closeAllConnections();
    });

    const open = async (path: string) => {
      await watched.page.goto(origin + path, { waitUntil: "load" });
      // What cannot be understood is said, and then no page is spoken of.
      await until(`the panel is at ${path}`, async () => {
        const words = await wordsIn(watched.panel);
        return words.includes(path) || (path !== "/honest" && UNREADABLE.test(words));
      });
    };
    /** Nothing that a page did may last longer than the page. */
    const isWell = async () => {
      await open("/honest");
      expect(await cardOf(watched.panel, "Hero")).toContain("What stands there");
    };

    it("is held against what stands in it when it lies about its decisions, and about consent", async () => {
      await open("/honest");
      await choose(watched.panel, /^On this page/);
      expect(await cardOf(watched.panel, "Hero")).toMatch(
        /The page claims: “.*CFOs.*”. Something else stands there/,
      );
      await choose(watched.panel, /^Findings/);
      await says(watched.panel, /Personalised without consent.*The page claims that it does/);
      await choose(watched.panel, /^On this page/);
    });

    it("is held against its requests when it claims that nothing is measured", async () => {
      await open("/honest");
      await watched.page.evaluate(() => fetch("/forwhom/events", { method: "POST", body: "{}" }));
      await choose(watched.panel, /^Findings/);
      await says(watched.panel, "Measured without consent");
      await choose(watched.panel, /^On this page/);
    });

    it.each(["/strings", "/long", "/deep", "/cyclic", "/throws", "/many"])(
      "does not stop the panel with %s",
      async (path) => {
        await open(path);
        await isWell();
      },
    );

    it.each(["/observer", "/before", "/after", "/names"])(
      "does not take the panel over with %s",
      async (path) => {
        await open(path);
        await until("what stands there is told, or that nobody speaks of it", async () =>
          /What stands there|Forwhom/.test(await wordsIn(watched.panel)),
        );
        expect(await wordsIn(watched.panel)).not.toContain("polluted");
        await isWell();
      },
    );

    describe("while it is previewed", () => {
      /** Whether a click would meet the banner where it stands, and nothing over it. */
      const isOnTop = () =>
        watched.page.evaluate(() =>
          [innerHeight - 40, 40].some(
            (y) => document.elementFromPoint(innerWidth / 2, y)?.localName === "forwhom-overlay",
          ),
        );

      beforeAll(async () => {
        await open("/honest");
        await choose(watched.panel, "Audiences");
        await choose(watched.panel, /^Germany(?! or)/);
        await says(watched.panel, /Preview: seen as Germany/i);
        await watched.page.bringToFront();
        await until("the banner is on top", isOnTop);
      });

      it.each<[string, () => void]>([
        ["throws it out", () => document.querySelector("forwhom-overlay")?.remove()],
        [
          "moves it into something that cannot be seen",
          () => {
            const box = document.createElement("div");
            box.style.display = "none";
            document.body.append(box);
            box.append(document.querySelector("forwhom-overlay") as Element);
          },
        ],
        [
          "writes its own style on it",
          () => document.querySelector("forwhom-overlay")?.setAttribute("style", "display: none !important"),
        ],
        [
          "moves it out of the window",
          () =>
            document
              .querySelector<HTMLElement>("forwhom-overlay")
              ?.style.setProperty("transform", "translateX(-9999px)", "important"),
        ],
        [
          "takes it out of the top layer",
          () => document.querySelector<HTMLElement>("forwhom-overlay")?.hidePopover(),
        ],
        [
          "has rules of style for it",
          () => {
            const style = document.createElement("style");
            style.textContent =
              "@layer a { forwhom-overlay { display: none !important; opacity: 0 !important; visibility: hidden !important } }";
            document.head.append(style);
          },
        ],
        [
          "clips and fades the whole page",
          () => {
            document.documentElement.style.cssText =
              "clip-path: inset(0 0 90% 0); overflow: hidden; opacity: 0";
          },
        ],
        [
          "lays something over it",
          () => {
            const cover = document.createElement("div");
            cover.style.cssText = "position: fixed; inset: 0; z-index: 2147483647; background: white";
            document.documentElement.append(cover);
          },
        ],
        [
          "opens a popover over it",
          () => {
            const cover = document.createElement("div");
            cover.popover = "manual";
            cover.style.cssText = "inset: 0; width: 100vw; height: 100vh; background: white";
            document.body.append(cover);
            cover.showPopover();
          },
        ],
      ])("shows its banner still when it %s", async (_, attack) => {
        await watched.page.evaluate(attack);
        await until("the banner is on top again", isOnTop);
      });

      it("shows its banner over a dialog too, though none but the dialog can be clicked then", async () => {
        await watched.page.evaluate(() => {
          const dialog = document.createElement("dialog");
          dialog.id = "cover";
          dialog.style.cssText = "inset: 0; width: 100vw; height: 100vh; max-width: none; max-height: none";
          document.body.append(dialog);
          const host = document.querySelector("forwhom-overlay");
          dialog.showModal();
          host?.addEventListener("beforetoggle", (event) => {
            if ((event as ToggleEvent).newState === "open") Object.assign(globalThis, { raised: true });
          });
        });
        // What is inert is not met by a point: that it was raised anew tells that it lies over the dialog.
        await until("the banner was raised after the dialog", () =>
          watched.page.evaluate(() => (globalThis as unknown as { raised?: boolean }).raised),
        );
        await watched.page.evaluate(() => document.querySelector<HTMLDialogElement>("#cover")?.close());
        await until("the banner is on top again", isOnTop);
      });

      it("shows its banner over what fills the screen, too, though nothing else can be clicked then", async () => {
        const { page } = watched;
        await page.evaluate(() => {
          const stage = document.createElement("div");
          stage.id = "stage";
          const button = document.createElement("button");
          button.popover = "manual";
          button.style.cssText = "margin: 0; inset: 0 auto auto 0; inline-size: 40px; block-size: 40px";
          button.onclick = () => {
            button.remove();
            void stage.requestFullscreen();
          };
          document.body.append(stage, button);
          button.showPopover();
          document.querySelector("forwhom-overlay")?.addEventListener("beforetoggle", (event) => {
            if ((event as ToggleEvent).newState === "open" && document.fullscreenElement === stage)
              Object.assign(globalThis, { isRaisedOverStage: true });
          });
        });
        await page.mouse.click(20, 20);
        // What is inert is not met by a point: that it was raised anew tells that it lies over what fills the screen.
        await until("the banner was raised after it", () =>
          page.evaluate(() => (globalThis as unknown as { isRaisedOverStage?: boolean }).isRaisedOverStage),
        );
        await takePicture(page, `banner-${name}-full-screen`);
        await page.evaluate(() => document.exitFullscreen());
        await until("the banner is on top again", isOnTop);
        await page.evaluate(() => document.querySelector("#stage")?.remove());
      });

      it("is not left by a click that the page makes up", async () => {
        await watched.page.evaluate(() => {
          const host = document.querySelector<HTMLElement>("forwhom-overlay");
          for (const one of [host, document]) {
            one?.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }));
            one?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
          }
          host?.click();
        });
        expect(await watched.page.evaluate(() => document.querySelector("forwhom-overlay")?.shadowRoot)).toBe(
          null,
        );
        expect(await isOnTop()).toBe(true);
        await says(watched.panel, /Preview: seen as Germany/i);
      });
    });
  },
);
