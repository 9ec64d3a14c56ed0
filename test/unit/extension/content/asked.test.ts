import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { signalsSchema } from "../../../../shared/protocol/watched.ts";

/** The page's own world, with these globals. */
async function inPage(globals: Record<string, unknown>) {
  vi.resetModules();
  vi.stubGlobal("window", globals);
  vi.stubGlobal("Element", class {});
  vi.stubGlobal("document", { cookie: "", readyState: "complete" });
  const { askManagers } = await import("../../../../extension/content/asked/managers.ts");
  const { readSignals } = await import("../../../../extension/content/asked/signals.ts");
  const { globalsThere } = await import("../../../../extension/content/asked/globals.ts");
  return { askManagers, readSignals, globalsThere };
}

const explode = () => {
  throw new Error("not here");
};
const hostile = new Proxy({}, { get: explode, has: explode, ownKeys: explode });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("consent managers that speak only in the page’s own world", () => {
  it.each<[string, Record<string, unknown>, object]>([
    [
      "didomi",
      {
        Didomi: {
          getCurrentUserStatus: () => ({
            regulation: "GDPR",
            purposes: { content: { id: "content", enabled: true } },
          }),
          isConsentRequired: () => true,
          shouldUserStatusBeCollected: () => false,
        },
      },
      { state: "answered", granted: ["content"] },
    ],
    [
      "usercentrics",
      {
        __ucCmp: {
          getConsentDetails: async () => ({
            consent: { required: true, type: "EXPLICIT" },
            services: { a: { category: "marketing", consent: { given: true, type: "EXPLICIT" } } },
          }),
        },
      },
      { state: "answered", granted: ["a", "marketing"] },
    ],
    [
      "shopify",
      {
        Shopify: {
          customerPrivacy: {
            currentVisitorConsent: () => ({ preferences: "yes", analytics: "no", marketing: "no" }),
          },
        },
      },
      { state: "answered", granted: ["preferences"] },
    ],
    [
      "osano",
      {
        Osano: {
          cm: {
            addEventListener: (event: string, told: (consent: object) => void) =>
              event === "osano-cm-initialized" && told({ STORAGE: "ACCEPT", ANALYTICS: "DENY" }),
          },
        },
      },
      { state: "answered", granted: ["STORAGE"], denied: ["ANALYTICS"] },
    ],
    [
      "google-consent-mode",
      { dataLayer: [{ 0: "consent", 1: "default", 2: { ad_storage: "denied" } }] },
      { state: "answered", basis: "default", denied: ["ad_storage"] },
    ],
    [
      "klaro",
      { klaro: { getManager: () => ({ confirmed: true, savedConsents: { posthog: false } }) } },
      { state: "answered", denied: ["posthog"] },
    ],
  ])("%s is asked", async (source, globals, said) => {
    const { askManagers } = await inPage(globals);
    expect(await askManagers()).toEqual([expect.objectContaining({ source, ...said })]);
  });

  it("say nothing where they are not there, and the page is left as it was", async () => {
    const globals = Object.freeze({});
    const { askManagers, globalsThere } = await inPage(globals);
    expect(await askManagers()).toEqual([]);
    expect(globalsThere()).toEqual([]);
  });

  it("are not told by a data layer that says nothing of consent", async () => {
    const { askManagers } = await inPage({ dataLayer: [{ event: "gtm.js" }], google_tag_data: { ics: {} } });
    expect(await askManagers()).toEqual([]);
  });

  it("do not silence the others where they throw, or never answer", async () => {
    const globals = {
      Didomi: hostile,
      Osano: hostile,
      OneTrust: hostile,
      klaro: hostile,
      __ucCmp: { getConsentDetails: () => new Promise(() => {}) },
      Shopify: { customerPrivacy: { currentVisitorConsent: () => ({ preferences: "yes" }) } },
    };
    const { askManagers } = await inPage(globals);
    const asked = askManagers();
    await vi.advanceTimersByTimeAsync(400);
    expect((await asked).map(({ source }) => source)).toEqual(["shopify"]);
  });
});

describe("consent signals in the page’s own world", () => {
  it("are read, and fit what the background takes", async () => {
    const { readSignals } = await inPage({
      wp_has_consent: () => true,
      dataLayer: [{ 0: "consent", 1: "default", 2: { ad_storage: "denied" } }],
    });
    const tcData = {
      tcString: "CQuIxQAQuIxQAAfABBENAREgAAAAAAAAAAYgAAAAAAAA.IBBMViAQBAUIoAQAAAAMAAAABAAA.YAAAAAAAAAAA",
      vendor: { consents: { 7: true }, disclosedVendors: { 8: true } },
    };
    const gppPing = {
      signalStatus: "ready",
      applicableSections: [7],
      parsedSections: { usnat: { SaleOptOut: 2 } },
    };
    const signals = readSignals({ tcData, gppPing });
    expect(signalsSchema.safeParse(signals).success).toBe(true);
    expect(signals).toMatchObject({
      tcString: { version: 2, segments: [1, 3], undisclosed: 1 },
      gpp: [{ section: "usnat", keeps: ["sale"] }],
      google: ["ad_storage"],
      wpConsent: {},
    });
  });

  it("say of WordPress that a type is set, by a banner or by the plugin itself", async () => {
    const wp_has_consent = () => true;
    const banner = await inPage({ wp_has_consent, wp_consent_type: "optin" });
    expect(banner.readSignals({}).wpConsent).toEqual({ type: "optin" });
    const plugin = await inPage({ wp_has_consent, wp_fallback_consent_type: "optout" });
    expect(plugin.readSignals({}).wpConsent).toEqual({ type: "optout" });
  });

  it("are nothing where everything throws", async () => {
    const { readSignals, globalsThere } = await inPage(hostile);
    expect(readSignals({ tcData: hostile })).toEqual({});
    expect(globalsThere()).toEqual([]);
  });
});

describe("globals of other personalization tools", () => {
  it("are found by name, also one inside another", async () => {
    const { globalsThere } = await inPage({ posthog: {}, adobe: { target: {} }, VWO: null });
    expect(globalsThere()).toEqual(["posthog", "adobe.target"]);
  });

  it("are not what the page’s elements are called", async () => {
    const { globalsThere } = await inPage({});
    (window as unknown as Record<string, unknown>).posthog = new Element();
    expect(globalsThere()).toEqual([]);
  });
});
