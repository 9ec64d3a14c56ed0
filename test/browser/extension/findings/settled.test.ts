import { beforeEach, describe, expect, it } from "vitest";
import { isBrowserThere } from "../../drive/find.ts";
import { answerConsent, shows, signIn } from "../../page/visit.ts";
import type { Name } from "../panel.ts";
import { watchAnew } from "../watch-anew.ts";
import { foundIn, hasSettled, heard, listen } from "./hear.ts";

/** Each state of a visit is looked at once every check can tell. */
describe.skipIf(!(await isBrowserThere("chromium"))).each<Name>(["chromium", "firefox"])(
  "a correct site, once the page has settled, in %s",
  (name) => {
    const watched = watchAnew(name);
    beforeEach(async () => {
      await listen(watched.panel);
      await watched.page.reload({ waitUntil: "load" });
    });

    const settled = (what: string, isAgreed: boolean) =>
      heard(watched.panel, what, (one) => {
        const manager = one.consent.find(({ source }) => source === "vanilla-cookieconsent");
        return one.claim && hasSettled(one) && manager?.granted.includes("personalization") === isAgreed;
      });

    it("has no finding before consent, with it, nor after it was withdrawn", async () => {
      const { page } = watched;
      expect(foundIn(await settled("nothing is answered yet", false))).toEqual([]);

      await answerConsent(page, "all");
      expect(foundIn(await settled("everything is agreed to", true))).toEqual([]);

      await signIn(page, "ines-cfo");
      await page.waitForFunction(() => localStorage.getItem("forwhom")?.includes('"answer"'));
      await page.reload({ waitUntil: "load" });
      await shows(page, "hero", "hero-cfo");
      const recognised = await heard(
        watched.panel,
        "the variation and our key are observed",
        (one) =>
          hasSettled(one) &&
          one.slots.some(({ shown }) => shown === "hero-cfo") &&
          one.watched.device.some(({ name: key }) => key === "forwhom"),
      );
      expect(foundIn(recognised)).toEqual([]);

      await page.evaluate(() =>
        (
          window as unknown as { CookieConsent: { acceptCategory(all: string[]): void } }
        ).CookieConsent.acceptCategory([]),
      );
      await shows(page, "hero", "default");
      const withdrawn = await settled("it is withdrawn", false);
      expect(withdrawn.slots.every(({ outcome }) => outcome !== "variation")).toBe(true);
      expect(foundIn(withdrawn)).toEqual([]);
    });
  },
);
