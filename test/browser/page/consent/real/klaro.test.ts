import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { everyGate, UNKNOWN } from "./beside.ts";
import { journey } from "./journey.ts";

/** Everything is preset to yes: Klaro then says yes before anybody chose. */
const SITE = `
  window.klaroConfig = {
    mustConsent: true,
    services: [
      { name: "site", title: "Site", purposes: ["site"], default: true },
      { name: "ads", title: "Ads", purposes: ["ads"], default: true },
    ],
  };
`;
const MANAGER = "klaro.getManager()";
const save = `${MANAGER}.saveAndApplyConsents()`;

await journey(
  "Klaro 0.7.22",
  {
    manager: async () => ({
      "/site.js": SITE,
      "/klaro.js": await readFile("node_modules/klaro/dist/klaro-no-css.js", "utf8"),
    }),
    consent: { source: "klaro", gates: everyGate("site") },
    rest: `<script type="text/plain" data-type="text/javascript" data-name="site">hasRun = true</script>`,
    started: ({ page }) => page.waitForSelector(".klaro > *"),
    // Klaro itself looks there when it is asked for its manager.
    signal: ["sessionStorage()"],
    agree: `document.querySelector(".cm-btn-success").click()`,
    withdraw: `${MANAGER}.changeAll(false), ${save}`,
  },
  ({ visitor }) => {
    it("does not take what is preset for a choice, although Klaro does", async () => {
      await visitor().load();
      await visitor().page.waitForSelector(".cm-btn-success");
      expect(await visitor().page.evaluate(`${MANAGER}.getConsent("site")`)).toBe(true);
      expect(await visitor().gates()).toEqual(UNKNOWN);
    });

    it("does not take a switch for a choice until it is saved", async () => {
      const after = async (code: string) => (await visitor().rightAfter(code)).gates.crm;
      await visitor().load();
      await visitor().page.waitForSelector(".cm-btn-success");
      expect(await after(`${MANAGER}.changeAll(false), ${save}`)).toBe("closed");
      expect(await after(`${MANAGER}.updateConsent("site", true)`)).toBe("closed");
      expect(await visitor().page.evaluate(`${MANAGER}.getConsent("site")`)).toBe(true);
      expect(await after(save)).toBe("open");
    });

    it("is not asked before the page is whole: it would not find what it switches on", async () => {
      await visitor().load();
      await visitor().page.waitForSelector(".cm-btn-success");
      await visitor().page.evaluate(save);
      await visitor().load();
      expect(await visitor().gates()).toMatchObject({ crm: "open" });
      expect(await visitor().page.evaluate("window.hasRun")).toBe(true);
    });

    it("asks again, and shuts, when the choice is reset", async () => {
      await visitor().load();
      await visitor().page.waitForSelector(".cm-btn-success");
      expect(await visitor().rightAfter(save)).toHaveProperty("gates.crm", "open");
      expect(await visitor().rightAfter(`${MANAGER}.resetConsents()`)).toHaveProperty("gates", UNKNOWN);
    });

    it("shuts when the site has a service more than the visitor was asked about", async () => {
      const { page, load, first, gates } = visitor();
      await page.setCookie({
        name: "klaro",
        value: encodeURIComponent(JSON.stringify({ site: true })),
        domain: "127.0.0.1",
      });
      await load();
      await page.waitForSelector(".klaro > *");
      expect(await first()).toMatchObject({ crm: "open" });
      expect(await gates()).toEqual(UNKNOWN);
    });
  },
);
