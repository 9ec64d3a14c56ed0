import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Chromium, launchChromium } from "../../../drive/chromium.ts";
import { isBrowserThere } from "../../../drive/find.ts";
import type { Stand } from "../../slots/stand.ts";
import { newVisitor, type Visit } from "../../visit.ts";
import { managerOf, standInOf } from "./managers.ts";
import { CLOSED, choose, come, gatesAre, gatesOn, OPEN, OWN, scripted, serveManager } from "./stand.ts";

/** Google's snippet as it is documented, which pushes the arguments of a function. */
const GTAG = `window.dataLayer = window.dataLayer || [];
  window.gtag = function () { return window.dataLayer.push(arguments); };`;

describe.skipIf(!(await isBrowserThere("chromium")))(
  "Google consent mode, as it is documented to be written",
  () => {
    let chromium: Chromium;
    let beside: Stand;
    let alone: Stand;
    let visit: Visit;
    beforeAll(async () => {
      chromium = await launchChromium();
      beside = await serveManager(managerOf("onetrust"), { others: ["google-consent-mode"] });
      alone = await serveManager(managerOf("google-consent-mode"));
    });
    afterAll(async () => {
      await chromium?.close();
      await beside?.close();
      await alone?.close();
    });
    beforeEach(async () => {
      visit = await newVisitor(chromium.browser);
    });
    afterEach(async () => {
      expect(visit.errors).toEqual([]);
      await visit.end();
    });

    const update = (types: Record<string, string>) =>
      visit.page.evaluate((all) => window.gtag("consent", "update", all), types);

    it("beside OneTrust has no say on personalization_storage that it never sets", async () => {
      scripted(
        beside,
        `${GTAG} window.gtag("consent", "default", { ad_storage: "denied", analytics_storage: "denied" });
       ${await standInOf(managerOf("onetrust"))}`,
      );
      await come(visit, beside);
      expect(Object.values((await gatesOn(visit.page)) ?? {})).not.toContain("open");
      await choose(visit.page, "agree");
      await update({ ad_storage: "granted", analytics_storage: "granted" });
      await gatesAre(visit.page, OPEN);
      await choose(visit.page, "refuse");
      await gatesAre(visit.page, CLOSED);
    });

    it("beside OneTrust closes by an explicit no, and opens nothing by a yes", async () => {
      scripted(beside, `${GTAG} ${await standInOf(managerOf("onetrust"))}`);
      await come(visit, beside);
      await update({
        personalization_storage: "granted",
        functionality_storage: "granted",
        analytics_storage: "granted",
      });
      expect(Object.values((await gatesOn(visit.page)) ?? {})).not.toContain("open");
      await choose(visit.page, "agree");
      await gatesAre(visit.page, OPEN);
      await update({ personalization_storage: "denied" });
      expect(await gatesOn(visit.page)).toEqual({ ...CLOSED, measurement: "open" });
    });

    it("is heard without a change to what the page’s own calls return, or to who wraps them later", async () => {
      scripted(alone, GTAG);
      await come(visit, alone);
      const seen = await visit.page.evaluate(() => {
        const { dataLayer } = window;
        const before = dataLayer.length;
        const returned = dataLayer.push({ event: "one" }, { event: "two" });
        // A tag manager puts its own push around the one that it finds.
        const found = dataLayer.push;
        const heard: unknown[] = [];
        dataLayer.push = (...all: object[]) => {
          heard.push(...all);
          return found.apply(dataLayer, all);
        };
        const third = dataLayer.push({ event: "three" });
        return { grew: returned - before, third: third - before, heard, last: dataLayer.at(-1) };
      });
      expect(seen).toEqual({ grew: 2, third: 3, heard: [{ event: "three" }], last: { event: "three" } });
      await update({
        personalization_storage: "granted",
        functionality_storage: "granted",
        analytics_storage: "granted",
      });
      await gatesAre(visit.page, OPEN);
    });

    it("gets its own push back when Forwhom is stopped", async () => {
      scripted(alone, GTAG);
      await come(visit, alone);
      const pushes = await visit.page.evaluate(() => {
        const isOurs = Object.hasOwn(window.dataLayer, "push");
        window.forwhom?.stop();
        return {
          isOurs,
          isOwn: Object.hasOwn(window.dataLayer, "push"),
          isArrays: window.dataLayer.push === Array.prototype.push,
        };
      });
      expect(pushes).toEqual({ isOurs: true, isOwn: false, isArrays: true });
    });

    it("keeps the push that a tag manager put around ours, when Forwhom is stopped", async () => {
      scripted(alone, GTAG);
      await come(visit, alone);
      const seen = await visit.page.evaluate(() => {
        const { dataLayer } = window;
        const found = dataLayer.push;
        const around = (...all: object[]) => found.apply(dataLayer, all);
        dataLayer.push = around;
        window.forwhom?.stop();
        return { isAround: dataLayer.push === around, length: dataLayer.push({ event: "one" }) };
      });
      expect(seen).toEqual({ isAround: true, length: 1 });
    });

    it("gets the push back that a tag manager had put there before, when Forwhom is stopped", async () => {
      scripted(
        alone,
        `${GTAG} window.before = (...all) => Array.prototype.push.apply(window.dataLayer, all);
         window.dataLayer.push = window.before;`,
      );
      await come(visit, alone);
      const pushes = await visit.page.evaluate(() => {
        const { dataLayer, before } = window as typeof window & { before?: unknown };
        const isOurs = dataLayer.push !== before;
        window.forwhom?.stop();
        return { isOurs, isBack: dataLayer.push === before };
      });
      expect(pushes).toEqual({ isOurs: true, isBack: true });
    });

    it("is let be where it is no data layer", async () => {
      scripted(alone, "window.dataLayer = { push: 1 };");
      await come(visit, alone);
      expect(await visit.page.evaluate(() => JSON.stringify(window.dataLayer))).toBe('{"push":1}');
    });

    it("gets no data layer from Forwhom where the page has none", async () => {
      scripted(alone, "");
      await come(visit, alone);
      expect(await visit.page.evaluate(() => "dataLayer" in window || "google_tag_data" in window)).toBe(
        false,
      );
    });

    it("is heard where the page puts another data layer in its place", async () => {
      scripted(alone, `${GTAG} window.gtag("consent", "default", { personalization_storage: "denied" });`);
      await come(visit, alone, true);
      await visit.page.evaluate(() => {
        window.dataLayer = [];
      });
      alone.files["/again.js"] = "";
      await visit.page.addScriptTag({ url: `${alone.url}/again.js` });
      await update({
        personalization_storage: "granted",
        functionality_storage: "granted",
        analytics_storage: "granted",
      });
      await gatesAre(visit.page, OPEN);
    });

    it("keeps the page’s pushes alive where something of ours goes wrong", async () => {
      scripted(alone, GTAG);
      await come(visit, alone);
      const lengths = await visit.page.evaluate(() => {
        BroadcastChannel.prototype.postMessage = () => {
          throw new Error("broken");
        };
        return ["granted", "denied"].map((answer) =>
          window.gtag("consent", "update", {
            personalization_storage: answer,
            functionality_storage: answer,
          }),
        );
      });
      expect(lengths).toEqual([1, 2]);
      expect(await gatesOn(visit.page)).toMatchObject({ storage: "closed" });
      expect(await visit.page.evaluate(() => document.querySelector("[data-fw-slot=top]")?.textContent)).toBe(
        OWN.top,
      );
    });
  },
);

declare global {
  interface Window {
    dataLayer: object[];
    gtag(...command: unknown[]): number;
  }
}
