import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { until } from "../../../drive/until.ts";
import { everyGate, UNKNOWN } from "./beside.ts";
import { journey } from "./journey.ts";

const SITE = `
  cookieconsent.initialise(
    { type: new URLSearchParams(location.search).get("type") ?? "opt-in", revokable: true, animateRevokable: false },
    (popup) => { window.popup = popup; },
  );
`;
const click = (button: string) => `document.querySelector("${button}").click()`;

await journey(
  "cookieconsent 3.1.1",
  {
    manager: async () => ({
      "/cookieconsent.js": await readFile("node_modules/cookieconsent/build/cookieconsent.min.js", "utf8"),
      "/site.js": SITE,
    }),
    consent: { source: "cookieconsent", gates: everyGate("allow") },
    started: ({ page }) => page.waitForFunction("window.popup !== undefined"),
    // Who follows its cookie has to be told of it.
    signal: ["cookieStore()"],
    agree: click(".cc-allow"),
    withdraw: click(".cc-revoke"),
  },
  ({ visitor, stand }) => {
    const ask = async (type: string) => {
      await visitor().page.goto(`${stand().url}/?type=${type}`, { waitUntil: "load" });
      await visitor().page.waitForSelector(".cc-window");
    };

    it("does not take a dismissal for a yes, although it says that consent was given", async () => {
      await ask("info");
      expect(await visitor().rightAfter(click(".cc-dismiss"))).toHaveProperty("gates", UNKNOWN);
      expect(await visitor().page.evaluate("popup.hasConsented()")).toBe(true);
      await ask("info");
      expect(await visitor().first()).toEqual(UNKNOWN);
    });

    it("shuts at a no", async () => {
      await ask("opt-out");
      expect(await visitor().page.evaluate("popup.getStatus()")).toBeFalsy();
      expect(await visitor().rightAfter(click(".cc-deny"))).toHaveProperty("gates.crm", "closed");
    });

    it("hears of a choice that a site sets by itself", async () => {
      await ask("opt-in");
      await visitor().page.evaluate(`popup.setStatus("allow")`);
      await until("the gates are open", async () => (await visitor().gates())?.crm === "open");
      await visitor().page.evaluate("popup.clearStatus()");
      await until("the gates are shut again", async () => (await visitor().gates())?.crm === "unknown");
    });
  },
);
