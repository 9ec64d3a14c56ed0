import { expect, it } from "vitest";
import { CLOSED, type Visitor, visitorOf } from "./beside.ts";
import { bundled } from "./bundled.ts";
import { journey } from "./journey.ts";

/** A visitor from where the test says, by c15t's own ready policies. */
const SITE = `
  import { getOrCreateConsentRuntime, policyPackPresets } from "c15t";
  window.startC15t = (overrides, more) =>
    getOrCreateConsentRuntime({
      mode: "offline",
      overrides,
      consentCategories: ["necessary", "functionality", "experience", "measurement", "marketing"],
      offlinePolicy: {
        policyPacks: [
          policyPackPresets.europeOptIn(),
          policyPackPresets.californiaOptOut(),
          policyPackPresets.worldNoBanner(),
        ],
      },
      reloadOnConsentRevoked: false,
      ...more,
    });
`;
const STORE = "c15tStore.getState()";
const started = ({ page }: Visitor) =>
  page.waitForFunction(`window.c15tStore !== undefined && ${STORE}.hasFetchedBanner`);
const start = async (visitor: Visitor, overrides: object, more: object = {}) => {
  await visitor.page.evaluate(`startC15t(${JSON.stringify(overrides)}, ${JSON.stringify(more)}), undefined`);
  await started(visitor);
};
const all = `${STORE}.saveConsents("all")`;
const none = `${STORE}.saveConsents("necessary")`;

await journey(
  "c15t 2.2.1",
  {
    manager: async () => ({ "/c15t.js": await bundled(SITE), "/site.js": `startC15t({ country: "DE" });` }),
    consent: {
      source: "c15t",
      gates: {
        storage: "functionality",
        behavior: "experience",
        crm: ["experience", "marketing"],
        measurement: "measurement",
      },
      regions: { "opt-out": ["US"] },
    },
    started,
    agree: all,
    withdraw: none,
  },
  ({ visitor, stand, chromium }) => {
    /** A site that starts c15t for somebody from elsewhere, once its script is there. */
    const from = async (country: string, overrides: object, more?: object) => {
      const own = stand().files["/site.js"] ?? "";
      stand().files["/site.js"] = "";
      const one = await visitorOf(chromium().browser, stand(), country);
      await one.load();
      await start(one, overrides, more);
      // Whatever comes late is looked for at a click.
      await one.page.click("section");
      stand().files["/site.js"] = own;
      return one;
    };
    const model = (one: Visitor) => one.page.evaluate(`${STORE}.model`);

    it("takes what c15t grants where it knows no law for no choice", async () => {
      const one = await from("DE", { country: "XX" });
      expect(await model(one)).toBe(null);
      expect(await one.page.evaluate(`${STORE}.has("marketing")`)).toBe(true);
      expect(await one.gates()).toEqual(CLOSED);
      await one.end();
    });

    it("keeps CRM facts and counting from a Californian whose browser says no", async () => {
      const one = await from("US", { country: "US", region: "CA", gpc: true });
      expect(await model(one)).toBe("opt-out");
      expect(await one.page.evaluate(`${STORE}.hasConsented()`)).toBe(false);
      expect(await one.gates()).toEqual({
        storage: "open",
        behavior: "open",
        crm: "closed",
        measurement: "closed",
      });
      await one.end();
    });

    it("believes no store that is switched off", async () => {
      const one = await visitorOf(chromium().browser, stand());
      stand().files["/site.js"] = `startC15t({}, { enabled: false });`;
      await one.load();
      expect(await one.page.evaluate(`${STORE}.hasConsented() && ${STORE}.has("marketing")`)).toBe(true);
      expect(Object.values((await one.gates()) ?? {})).not.toContain("open");
      stand().files["/site.js"] = `startC15t({ country: "DE" });`;
      await one.end();
    });

    it("is shut on the page that c15t reloads after a withdrawal", async () => {
      const own = stand().files["/site.js"] ?? "";
      stand().files["/site.js"] = `startC15t({ country: "DE" }, { reloadOnConsentRevoked: true });`;
      const one = visitor();
      await one.load();
      await started(one);
      await one.page.evaluate(all);
      await one.known();
      const reloaded = one.page.waitForNavigation({ waitUntil: "load" });
      await one.page.evaluate(`void ${none}`);
      await reloaded;
      expect(await one.first()).toEqual(CLOSED);
      expect(await one.kept()).toBe(null);
      stand().files["/site.js"] = own;
    });
  },
);
