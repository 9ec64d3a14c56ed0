import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { LONGEST_HOLD } from "../../../shared/library/vocabulary.ts";
import { type ColourReader, captureFrames, openColourReader } from "../../bench/page/frames.ts";
import { type Chromium, launchChromium } from "../drive/chromium.ts";
import { isBrowserThere } from "../drive/find.ts";
import { until } from "../drive/until.ts";
import { answerConsent, newVisitor, shownOn, shows, signIn, type Visit } from "../page/visit.ts";
import { DEFAULT_COLOUR, VARIATION_COLOUR } from "./app/react-app.ts";
import { type Apps, REACT, SLOW_REACT, serveApps } from "./app/serve.ts";
import { becomeKnown, newGate, withdrawnTo, wordsIn } from "./visitor.ts";

// The deadline is real time: on a machine that is busy elsewhere React may miss it, and then the default stays.
const RETRIES = { retry: 2 };

describe.skipIf(!(await isBrowserThere("chromium")))(
  "a React app that hydrates, in Strict Mode",
  RETRIES,
  () => {
    let chromium: Chromium;
    let colours: ColourReader;
    let apps: Apps;
    let visit: Visit;
    beforeAll(async () => {
      chromium = await launchChromium();
      colours = await openColourReader(chromium.browser);
      apps = await serveApps(LONGEST_HOLD);
    });
    afterAll(async () => {
      await chromium?.close();
      await apps?.site.close();
    });
    beforeEach(async () => {
      visit = await newVisitor(chromium.browser);
    });
    afterEach(async () => {
      // React reports here what does not match while hydrating.
      expect(visit.errors).toEqual([]);
      await visit.end();
    });

    const app = () => apps.site.url + REACT;
    const open = async () => {
      await apps.serveTo(visit.page);
      await visit.page.goto(app(), { waitUntil: "load" });
    };
    const more = () =>
      visit.page.evaluate(async () => {
        document.querySelector("button")?.click();
        await new Promise(requestAnimationFrame);
        const slot = document.querySelector<HTMLElement>("[data-fw-slot=closing-cta]");
        return slot?.checkVisibility({ visibilityProperty: true }) ? slot.innerText : undefined;
      });

    it("shows its default to somebody who has not consented", async () => {
      const { page } = visit;
      await page.goto(apps.site.url, { waitUntil: "load" });
      await answerConsent(page, "necessary");
      await signIn(page, "ines-cfo");
      await open();
      expect(await shownOn(page)).toEqual({ hero: "default", proof: "default" });
      expect([await wordsIn(page, "hero"), await wordsIn(page, "proof")]).toEqual([
        "For everybody",
        "Many companies use it",
      ]);
      expect(await more()).toBe("Book a demo now");
    });

    it("shows each slot's variation to a visitor who comes back, and the default in no frame", async () => {
      const { page } = visit;
      await becomeKnown(page, apps.site.url, "ines-cfo");
      const capture = await captureFrames(page);
      await open();
      await shows(page, "hero", "hero-cfo");
      const frames = await capture.stop();
      const [defaults, variations] = await colours.countFramesShowing(
        frames,
        DEFAULT_COLOUR,
        VARIATION_COLOUR,
      );
      expect(defaults).toBe(0);
      expect(variations).toBeGreaterThan(0);
      expect(await shownOn(page)).toEqual({ hero: "hero-cfo", proof: "proof-cfo" });
      expect([await wordsIn(page, "hero"), await wordsIn(page, "proof")]).toEqual([
        "A plan for the board",
        "Covenants are kept",
      ]);
    });

    it("shows a slot that comes later with its variation in its first frame", async () => {
      const { page } = visit;
      await becomeKnown(page, apps.site.url, "ines-cfo");
      await open();
      await shows(page, "hero", "hero-cfo");
      expect(await more()).toBe("Take the model to the board");
      expect(await shownOn(page)).toMatchObject({ "closing-cta": "closing-cfo" });
    });

    it("counts what it showed", async () => {
      const { page } = visit;
      await becomeKnown(page, apps.site.url, "ines-cfo");
      await open();
      const hero = () => apps.site.events().filter(({ slot }) => slot === "hero");
      await until("the hero's exposure has arrived", () => hero().length > 0);
      expect(hero()).toMatchObject([{ type: "exposure", variation: "hero-cfo", arm: "shown" }]);
    });

    it("falls back before the next frame when consent is taken back", async () => {
      const { page } = visit;
      await becomeKnown(page, apps.site.url, "ines-cfo");
      await open();
      await shows(page, "hero", "hero-cfo");
      expect(await withdrawnTo(page, "hero")).toBe("For everybody");
      expect(await shownOn(page)).toEqual({ hero: "default", proof: "default" });
    });

    it("keeps its default for this view where React takes over after the deadline", async () => {
      const { page } = visit;
      await becomeKnown(page, apps.site.url, "ines-cfo");
      const gate = newGate();
      await apps.serveTo(page, { "/app/react.js": gate.opened });
      const loaded = page.goto(app(), { waitUntil: "load" });
      await until("the default may be seen", async () => (await wordsIn(page, "hero")) === "For everybody");
      gate.open();
      await loaded;
      await until("React has taken over", async () => (await more()) === "Take the model to the board");
      expect(await shownOn(page)).toMatchObject({ hero: "default", proof: "default" });
      expect(await wordsIn(page, "hero")).toBe("For everybody");
      expect(await page.evaluate(() => window.forwhom?.decide("hero").outcome)).toBe("default");
    });

    it("keeps its default for this view where the page itself comes after the deadline", async () => {
      const { page } = visit;
      await becomeKnown(page, apps.site.url, "ines-cfo");
      const gate = newGate();
      await apps.serveTo(page, { "/app/slow.js": gate.opened });
      const loaded = page.goto(apps.site.url + SLOW_REACT, { waitUntil: "load" });
      // Nothing is painted yet, so no animation frame would ask.
      const isOver = (ms: number) => "forwhom" in window && performance.now() > ms;
      await page.waitForFunction(isOver, { polling: 50 }, 2 * LONGEST_HOLD);
      gate.open();
      await loaded;
      await until("React has taken over", () =>
        page.$eval("[data-fw-slot=hero]", (one) => !one.matches("[data-fw-hydrate]")),
      );
      expect(await shownOn(page)).toEqual({ hero: "default", proof: "default" });
      expect(await wordsIn(page, "hero")).toBe("For everybody");
    });

    it("shows its default after the deadline where no answer comes", async () => {
      const { page } = visit;
      apps.site.faults.membership = "never answers";
      await page.goto(apps.site.url, { waitUntil: "load" });
      await answerConsent(page, "all");
      await signIn(page, "ines-cfo");
      await open();
      await until("the default is seen", async () => (await wordsIn(page, "hero")) === "For everybody");
      expect(await shownOn(page)).toEqual({ hero: "default", proof: "default" });
      apps.site.faults.membership = undefined;
    });

    it("shows a customer nothing of a suppressed default, although it cannot draw what the library says", async () => {
      const { page } = visit;
      await becomeKnown(page, apps.site.url, "maren-customer");
      await open();
      await shows(page, "hero", "neutral");
      expect(await wordsIn(page, "hero")).toBe("Welcome back");
      expect(await more()).toBeUndefined();
      await shows(page, "closing-cta", "neutral");
      expect(await wordsIn(page, "closing-cta")).toBeUndefined();
    });
  },
);
