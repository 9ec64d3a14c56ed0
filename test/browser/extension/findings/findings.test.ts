import { describe, expect, it } from "vitest";
import { isBrowserThere } from "../../drive/find.ts";
import { takePicture } from "../../drive/picture.ts";
import { until } from "../../drive/until.ts";
import { answerConsent, shows, signIn } from "../../page/visit.ts";
import { choose, type Name, says, wordsIn } from "../panel.ts";
import { watchAnew } from "../watch-anew.ts";

const PAGES = ["/", "/pricing", "/product", "/customers", "/resources"];

describe.skipIf(!(await isBrowserThere("chromium"))).each<Name>(["chromium", "firefox"])(
  "QA with the extension in %s",
  (name) => {
    const watched = watchAnew(name);

    const titles = () =>
      watched.panel.evaluate(() =>
        [...document.querySelectorAll(".finding h2")].map((one) => one.textContent ?? ""),
      );

    /** What the icon says of the tab that the panel looks at. */
    const badge = () =>
      watched.panel.evaluate(async () => {
        const pinned = Number(new URLSearchParams(location.search).get("tab"));
        const [front] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        return chrome.action.getBadgeText({ tabId: pinned || (front?.id ?? 0) });
      });

    async function findingsAt(path: string) {
      const { page, panel } = watched;
      await page.goto(watched.site.url + path, { waitUntil: "load" });
      await until(`the panel has seen ${path}`, async () =>
        (await wordsIn(panel)).includes(`${new URL(watched.site.url).host}${path}`),
      );
      await choose(panel, /^Findings/);
      return titles();
    }

    async function recognised(contact: string) {
      const { page } = watched;
      await answerConsent(page, "all");
      await signIn(page, contact);
      await page.waitForFunction(() => localStorage.getItem("forwhom")?.includes('"answer"'));
      await page.reload();
    }

    it("is shown content by CRM facts that nobody consented to", async () => {
      await answerConsent(watched.page, "necessary");
      await findingsAt("/broken");
      await says(watched.panel, /without consent/i);
      await until("the icon counts it", async () => /^[1-9]\d*$/.test(await badge()));
      await takePicture(watched.panel, `findings-${name}-consent`);
    });

    it("is shown the customer who is prospected, and content for a segment the visitor is not in", async () => {
      await recognised("maren-customer");
      await findingsAt("/broken");
      await until("both are found", async () => (await titles()).length >= 2);
      const found = (await titles()).join(" | ");
      expect(found).toContain("A message that this visitor must not see");
      expect(found).toContain("Content for somebody else");
      await takePicture(watched.panel, `findings-${name}-customer`);
    });

    it.each(["nobody", "ines-cfo", "maren-customer", "oskar-objected", "petra-competitor"])(
      "is shown nothing on the correct pages for %s",
      async (contact) => {
        if (contact !== "nobody" && contact !== "oskar-objected") await recognised(contact);
        if (contact === "oskar-objected") {
          await answerConsent(watched.page, "all");
          await signIn(watched.page, contact);
        }
        if (contact === "maren-customer") await shows(watched.page, "hero-cta", "hero-cta-grow");
        for (const path of PAGES) expect([path, ...(await findingsAt(path))]).toEqual([path]);
      },
    );
  },
);
