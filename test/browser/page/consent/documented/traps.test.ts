import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Chromium, launchChromium } from "../../../drive/chromium.ts";
import { isBrowserThere } from "../../../drive/find.ts";
import type { Stand } from "../../slots/stand.ts";
import { newVisitor, type Visit } from "../../visit.ts";
import { type Manager, managerOf } from "./managers.ts";
import { CLOSED, come, gatesAre, gatesOn, OPEN, scripted, serveManager, settled } from "./stand.ts";

/** What a page has that could be mistaken for a yes, and what the gates are then. */
type Trap = {
  readonly id: Manager["id"];
  readonly what: string;
  readonly cookies?: Readonly<Record<string, string>>;
  readonly script: string;
  readonly gates: Readonly<Record<string, string>>;
  readonly basis: string;
};

const PENDING = { storage: "unknown", behavior: "unknown", crm: "unknown", measurement: "unknown" };
const GROUPS = "C0001:1,C0002:1,C0003:1,C0004:1";
const oneTrust = (isClosed: boolean, model: string) =>
  `window.OneTrust = { IsAlertBoxClosed: () => ${isClosed}, GetDomainData: () => ({ ConsentModel: { Name: "${model}" } }) };
   window.OnetrustActiveGroups = ",C0001,C0002,C0003,C0004,";
   window.dispatchEvent(new CustomEvent("OneTrustGroupsUpdated", { detail: ["C0001", "C0002", "C0003", "C0004"] }));`;
const cookiebot = `window.Cookiebot = { hasResponse: true, consented: true,
   consent: { necessary: true, preferences: true, statistics: true, marketing: true, method: "implied" } };
   window.dispatchEvent(new Event("CookiebotOnConsentReady"));`;
const didomi = (regulation: string, isRequired: boolean) =>
  `window.Didomi = { isConsentRequired: () => ${isRequired}, shouldUserStatusBeCollected: () => false,
     getCurrentUserStatus: () => ({ regulation: "${regulation}", purposes: {
       personalization: { id: "personalization", enabled: true }, analytics: { id: "analytics", enabled: true } } }) };
   for (const ready of window.didomiOnReady) ready(window.Didomi);`;
const usercentrics2 = (type: string) =>
  `window.UC_UI = { isInitialized: () => true, isConsentRequired: () => true, getServicesBaseInfo: () =>
     ["functional", "marketing"].map((categorySlug) => ({ id: categorySlug, categorySlug,
       consent: { status: true, history: [{ type: "${type}" }] } })) };
   window.dispatchEvent(new Event("UC_UI_INITIALIZED"));`;
const osano = (consent: string) =>
  `window.Osano = { cm: { addEventListener(event, told) { if (event === "osano-cm-initialized") told(${consent}); } } };`;
const gtag = (command: string, types: string) =>
  `window.dataLayer = window.dataLayer || []; (function () { window.dataLayer.push(arguments); })("consent", "${command}", ${types});`;
const granted = `{ functionality_storage: "granted", personalization_storage: "granted", analytics_storage: "granted" }`;
const allowed = {
  wp_consent_functional: "allow",
  wp_consent_preferences: "allow",
  wp_consent_marketing: "allow",
  wp_consent_statistics: "allow",
};

const TRAPS: readonly Trap[] = [
  {
    id: "google-consent-mode",
    what: "a default that grants is nobody’s choice",
    script: gtag("default", granted),
    gates: CLOSED,
    basis: "default",
  },
  {
    id: "google-consent-mode",
    what: "a type that nobody set is not granted",
    script: gtag("update", `{ ad_storage: "granted", ad_personalization: "granted" }`),
    gates: CLOSED,
    basis: "explicit",
  },
  {
    id: "google-consent-mode",
    what: "what Google’s script takes for granted is no say",
    script: `window.google_tag_data = { ics: { addListener() {}, getConsentState: () => 0, entries: {
      functionality_storage: { implicit: true }, personalization_storage: { implicit: true }, analytics_storage: { implicit: true } } } };`,
    gates: PENDING,
    basis: "default",
  },
  {
    id: "google-consent-mode",
    what: "an update of a tag manager’s template is heard without a command",
    script: `const entries = {}; const told = []; window.google_tag_data = { ics: { entries, addListener: (_, one) => told.push(one) } };
      document.addEventListener("DOMContentLoaded", () => setTimeout(() => {
        for (const type of ["functionality_storage", "personalization_storage", "analytics_storage"]) entries[type] = { update: true };
        for (const one of told) one();
      }));`,
    gates: OPEN,
    basis: "explicit",
  },
  {
    id: "hubspot",
    what: "a banner that is switched off allows everything, and nobody chose it",
    script: `for (const [, told] of window._hsp) told({ allowed: true, categories: { analytics: true, advertisement: true, functionality: true } });`,
    gates: CLOSED,
    basis: "default",
  },
  {
    id: "hubspot",
    what: "allowed may mean some categories only",
    cookies: { __hs_cookie_cat_pref: "1:false,2:false,3:true" },
    script: `for (const [, told] of window._hsp) told({ allowed: true, categories: { analytics: false, advertisement: false, functionality: true } });`,
    gates: { ...CLOSED, storage: "open" },
    basis: "explicit",
  },
  {
    id: "onetrust",
    what: "every group is active before a choice",
    cookies: { OptanonConsent: `groups=${encodeURIComponent(GROUPS)}` },
    script: oneTrust(false, "opt-out"),
    gates: PENDING,
    basis: "default",
  },
  {
    id: "onetrust",
    what: "a closed box is no choice where consent is implied, whatever the cookie looked like",
    cookies: {
      OptanonConsent: `groups=${encodeURIComponent(GROUPS)}`,
      OptanonAlertBoxClosed: "2026-11-01T00:00:00.000Z",
    },
    script: oneTrust(true, "implied consent"),
    gates: CLOSED,
    basis: "implied",
  },
  {
    id: "onetrust",
    what: "a manager that is half there takes nothing back of what its cookie says",
    cookies: {
      OptanonConsent: `groups=${encodeURIComponent(GROUPS)}`,
      OptanonAlertBoxClosed: "2026-11-01T00:00:00.000Z",
    },
    script: `window.OneTrust = { geolocationResponse: {} }; window.OnetrustActiveGroups = ",C0001,";
      window.dispatchEvent(new CustomEvent("OneTrustGroupsUpdated", { detail: ["C0001"] }));`,
    gates: OPEN,
    basis: "explicit",
  },
  {
    id: "cookiebot",
    what: "an implied answer is nobody’s choice",
    script: cookiebot,
    gates: CLOSED,
    basis: "implied",
  },
  {
    id: "cookiebot",
    what: "a stamp of -1 is no choice, but says that none is required",
    cookies: {
      CookieConsent: encodeURIComponent(
        "{stamp:'-1',necessary:true,preferences:true,statistics:true,marketing:true,method:'implied',ver:1,utc:1764000000000,region:'us'}",
      ),
    },
    script: cookiebot,
    gates: OPEN,
    basis: "not required",
  },
  {
    id: "didomi",
    what: "everything is enabled until somebody objects",
    script: didomi("CPRA", true),
    gates: CLOSED,
    basis: "implied",
  },
  {
    id: "didomi",
    what: "no consent is required",
    script: didomi("NONE", false),
    gates: OPEN,
    basis: "not required",
  },
  {
    id: "usercentrics",
    what: "version 2 knows of no choice",
    script: usercentrics2("implicit"),
    gates: CLOSED,
    basis: "default",
  },
  {
    id: "usercentrics",
    what: "version 2 knows of one",
    script: usercentrics2("explicit"),
    gates: OPEN,
    basis: "explicit",
  },
  {
    id: "usercentrics",
    what: "an earlier question is answered last",
    script: `const details = (given) => ({ consent: { required: true, type: "EXPLICIT" }, services: {
        a: { category: "functional", consent: { given, type: "EXPLICIT" } }, b: { category: "marketing", consent: { given, type: "EXPLICIT" } } } });
      const answers = [];
      window.__ucCmp = { getConsentDetails: () => new Promise((resolve) => answers.push(resolve)) };
      window.dispatchEvent(new Event("UC_UI_INITIALIZED"));
      addEventListener("load", () => {
        answers.at(-1)(details(false));
        for (const answer of answers.slice(0, -1)) setTimeout(answer, 0, details(true));
      });`,
    gates: CLOSED,
    basis: "explicit",
  },
  {
    id: "osano",
    what: "accepting OPT_OUT is a no",
    script: osano(
      `{ ESSENTIAL: "ACCEPT", STORAGE: "ACCEPT", MARKETING: "ACCEPT", PERSONALIZATION: "ACCEPT", ANALYTICS: "ACCEPT", OPT_OUT: "ACCEPT" }`,
    ),
    gates: { ...OPEN, crm: "closed" },
    basis: "explicit",
  },
  {
    id: "osano",
    what: "a switch that was moved is not saved",
    script: `window.Osano = { cm: { addEventListener(event, told) {
      if (event === "osano-cm-initialized") told(undefined);
      if (event === "osano-cm-consent-changed") told({ PERSONALIZATION: "ACCEPT", STORAGE: "ACCEPT", ANALYTICS: "ACCEPT" }); } } };`,
    gates: PENDING,
    basis: "default",
  },
  {
    id: "osano",
    what: "it starts after its script, and says so to those who queued",
    script: `const queued = []; window.Osano = (...one) => queued.push(one); window.Osano.data = queued;
      addEventListener("load", () => setTimeout(() => {
        ${osano(`{ STORAGE: "ACCEPT", PERSONALIZATION: "ACCEPT", ANALYTICS: "ACCEPT", OPT_OUT: "DENY" }`)}
        for (const [event, told] of queued) if (event === "onInitialized") told();
      }));`,
    gates: OPEN,
    basis: "explicit",
  },
  {
    id: "shopify",
    what: "the shop allows everything, and nobody was asked",
    script: `window.Shopify = { customerPrivacy: { preferencesProcessingAllowed: () => true, analyticsProcessingAllowed: () => true,
      marketingAllowed: () => true, currentVisitorConsent: () => ({ marketing: "", analytics: "", preferences: "", sale_of_data: "" }) } };`,
    gates: PENDING,
    basis: "default",
  },
  {
    id: "shopify",
    what: "a storefront tells by the event alone",
    script: `document.dispatchEvent(new CustomEvent("visitorConsentCollected", { detail: { preferencesAllowed: true, analyticsAllowed: true, marketingAllowed: true, firstPartyMarketingAllowed: false } }));`,
    gates: { ...OPEN, crm: "closed" },
    basis: "explicit",
  },
  {
    id: "wp-consent-api",
    what: "nobody set the type, so wp_has_consent says yes",
    script: "window.wp_has_consent = () => true;",
    gates: PENDING,
    basis: "default",
  },
  {
    id: "wp-consent-api",
    what: "wp_has_consent says yes after a no where nobody set the type",
    cookies: { ...allowed, wp_consent_preferences: "deny" },
    script: "window.wp_has_consent = () => true;",
    gates: { ...OPEN, storage: "closed", behavior: "closed" },
    basis: "explicit",
  },
  {
    id: "wp-consent-api",
    what: "one has to opt out, and there is no cookie",
    script: `window.wp_has_consent = () => true; window.wp_consent_type = "optout";`,
    gates: PENDING,
    basis: "default",
  },
  {
    id: "wp-consent-api",
    what: "one has to opt out, and a cookie is only a preset",
    cookies: allowed,
    script: `window.wp_consent_type = "optout"; document.dispatchEvent(new CustomEvent("wp_consent_type_defined"));`,
    gates: CLOSED,
    basis: "implied",
  },
];

describe.skipIf(!(await isBrowserThere("chromium")))("a visitor from Germany", () => {
  let chromium: Chromium;
  const stands = new Map<string, Stand>();
  let visit: Visit | undefined;
  beforeAll(async () => {
    chromium = await launchChromium();
    for (const id of new Set(TRAPS.map((trap) => trap.id))) stands.set(id, await serveManager(managerOf(id)));
  });
  afterAll(async () => {
    await chromium?.close();
    for (const stand of stands.values()) await stand.close();
  });
  afterEach(async () => {
    expect(visit?.errors).toEqual([]);
    await visit?.end();
  });

  it.each(TRAPS)(
    "$id, by its documented interface: $what",
    async ({ id, cookies = {}, script, gates, basis }) => {
      const stand = stands.get(id);
      if (!stand) throw new Error(`Nobody serves ${id}.`);
      visit = await newVisitor(chromium.browser);
      for (const [name, value] of Object.entries(cookies))
        await visit.page.setCookie({ name, value, url: stand.url });
      scripted(stand, `(() => {\n${script}\n})();`);
      await come(visit, stand);
      await gatesAre(visit.page, gates);
      await settled(visit.page);
      expect(await gatesOn(visit.page)).toEqual(gates);
      expect(await visit.page.evaluate(() => window.forwhom?.consent().basis)).toBe(basis);
    },
  );
});
