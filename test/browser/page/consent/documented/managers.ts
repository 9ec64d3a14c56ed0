import { readFile } from "node:fs/promises";
import type { ConsentRules } from "../../../../../shared/library/consent.ts";

export type Manager = {
  readonly id: ConsentRules["source"];
  readonly name: string;
  readonly gates: ConsentRules["gates"];
  /** What it keeps can be read before its script has run. */
  readonly isReadFirst: boolean;
  readonly broken: readonly Broken[];
};

/** A script that leaves a manager half there, or throwing. */
type Broken = {
  readonly what: string;
  readonly script: string;
  /** It runs before Forwhom does. */
  readonly isBefore?: boolean;
  /** What comes later has no chance any more. */
  readonly isForGood?: boolean;
};

/** Categories by gate as they are usually mapped; the names that sites choose themselves are invented. */
export const MANAGERS: readonly Manager[] = [
  {
    id: "google-consent-mode",
    name: "Google consent mode",
    gates: {
      storage: ["functionality_storage", "personalization_storage"],
      behavior: "personalization_storage",
      crm: "personalization_storage",
      measurement: "analytics_storage",
    },
    isReadFirst: false,
    broken: [
      {
        what: "a data layer that is none",
        script: "window.dataLayer = { push: 1 };",
        isBefore: true,
        isForGood: true,
      },
      {
        what: "a data layer that throws",
        script:
          "window.dataLayer = { get push() { throw new Error('broken'); }, get length() { throw new Error('broken'); } };",
        isBefore: true,
        isForGood: true,
      },
      {
        what: "a data layer that nobody may change",
        script: "window.dataLayer = Object.freeze([]);",
        isBefore: true,
        isForGood: true,
      },
      {
        what: "a script of Google’s that throws",
        script:
          "window.google_tag_data = { ics: { get entries() { throw new Error('broken'); }, addListener() { throw new Error('broken'); } } };",
        isBefore: true,
        isForGood: true,
      },
    ],
  },
  {
    id: "hubspot",
    name: "HubSpot’s banner",
    gates: {
      storage: "functionality",
      behavior: ["functionality", "analytics"],
      crm: ["functionality", "analytics"],
      measurement: "analytics",
    },
    isReadFirst: true,
    broken: [
      {
        what: "a queue that throws",
        script: "window._hsp = { push() { throw new Error('broken'); } };",
        isBefore: true,
      },
      { what: "a queue that is none", script: "window._hsp = {};", isBefore: true },
      {
        what: "a listener that is told nothing",
        script: "for (const [, told] of window._hsp) { told(); told(null); }",
      },
    ],
  },
  {
    id: "onetrust",
    name: "OneTrust",
    gates: { storage: "C0003", behavior: "C0003", crm: "C0004", measurement: "C0002" },
    isReadFirst: true,
    broken: [
      {
        what: "only the place of the visitor",
        script:
          "window.OneTrust = { geolocationResponse: {} }; window.OnetrustActiveGroups = ',C0001,C0002,C0003,C0004,';",
      },
      {
        what: "methods that throw",
        script: `window.OneTrust = { IsAlertBoxClosed() { throw new Error('broken'); }, GetDomainData() { throw new Error('broken'); } };
         window.dispatchEvent(new CustomEvent('OneTrustGroupsUpdated', { detail: ['C0001', 'C0002', 'C0003', 'C0004'] }));`,
      },
      { what: "an event of nothing", script: "window.dispatchEvent(new Event('OneTrustGroupsUpdated'));" },
    ],
  },
  {
    id: "cookiebot",
    name: "Cookiebot",
    gates: { storage: "preferences", behavior: "preferences", crm: "marketing", measurement: "statistics" },
    isReadFirst: true,
    broken: [
      {
        what: "no consent in it",
        script:
          "window.Cookiebot = { hasResponse: true }; window.dispatchEvent(new Event('CookiebotOnAccept'));",
      },
      {
        what: "a consent that throws",
        script:
          "window.Cookiebot = { hasResponse: true, get consent() { throw new Error('broken'); } }; window.dispatchEvent(new Event('CookiebotOnAccept'));",
      },
      {
        what: "another script’s name for itself",
        script:
          "window.CookieConsent = { consent: { preferences: true, marketing: true, statistics: true }, hasResponse: true };",
      },
    ],
  },
  {
    id: "didomi",
    name: "Didomi",
    gates: {
      storage: "personalization",
      behavior: "personalization",
      crm: "personalization",
      measurement: "analytics",
    },
    isReadFirst: false,
    broken: [
      {
        what: "a queue that throws",
        script: "window.didomiOnReady = { push() { throw new Error('broken'); } };",
        isBefore: true,
      },
      {
        what: "no methods",
        script: "window.Didomi = {}; for (const ready of window.didomiOnReady) ready(window.Didomi);",
      },
      {
        what: "methods that throw",
        script:
          "window.Didomi = { getCurrentUserStatus() { throw new Error('broken'); } }; for (const ready of window.didomiOnReady) ready(window.Didomi);",
      },
      { what: "a call when it is not there", script: "for (const ready of window.didomiOnReady) ready();" },
    ],
  },
  {
    id: "usercentrics",
    name: "Usercentrics",
    gates: { storage: "functional", behavior: "functional", crm: "marketing", measurement: "marketing" },
    isReadFirst: false,
    broken: [
      {
        what: "a promise that is broken",
        script:
          "window.__ucCmp = { getConsentDetails: async () => { throw new Error('broken'); } }; window.dispatchEvent(new Event('UC_CONSENT'));",
      },
      {
        what: "a method that throws",
        script:
          "window.__ucCmp = { getConsentDetails() { throw new Error('broken'); } }; window.dispatchEvent(new Event('UC_CONSENT'));",
      },
      {
        what: "no method",
        script: "window.__ucCmp = {}; window.UC_UI = {}; window.dispatchEvent(new Event('UC_CONSENT'));",
      },
      {
        what: "a version 2 that throws",
        script:
          "window.UC_UI = { getServicesBaseInfo: () => [], isInitialized() { throw new Error('broken'); } }; window.dispatchEvent(new Event('UC_UI_INITIALIZED'));",
      },
    ],
  },
  {
    id: "osano",
    name: "Osano",
    gates: {
      storage: "STORAGE",
      behavior: "PERSONALIZATION",
      crm: ["PERSONALIZATION", "OPT_OUT:DENY"],
      measurement: "ANALYTICS",
    },
    isReadFirst: false,
    broken: [
      {
        what: "no listeners",
        script: "window.Osano = { cm: { getConsent: () => ({ STORAGE: 'ACCEPT' }) } };",
      },
      {
        what: "listeners that throw",
        script: "window.Osano = { cm: { addEventListener() { throw new Error('broken'); } } };",
      },
    ],
  },
  {
    id: "shopify",
    name: "Shopify",
    gates: {
      storage: "preferences",
      behavior: "preferences",
      crm: ["preferences", "marketing"],
      measurement: "analytics",
    },
    isReadFirst: false,
    broken: [
      { what: "no features", script: "window.Shopify = { customerPrivacy: {} };" },
      {
        what: "features that are not loaded",
        script: "window.Shopify = { loadFeatures: (_, done) => done(new Error('broken')) };",
      },
      {
        what: "methods that throw",
        script: `window.Shopify = { customerPrivacy: { currentVisitorConsent() { throw new Error('broken'); } }, loadFeatures() { throw new Error('broken'); } };
         document.dispatchEvent(new CustomEvent('visitorConsentCollected', { detail: { preferencesAllowed: true } }));`,
      },
    ],
  },
  {
    id: "wp-consent-api",
    name: "The WP Consent API",
    gates: {
      storage: ["functional", "preferences"],
      behavior: "preferences",
      crm: "marketing",
      measurement: "statistics",
    },
    isReadFirst: true,
    broken: [
      {
        what: "an event of nothing",
        script:
          "window.wp_has_consent = () => true; document.dispatchEvent(new Event('wp_listen_for_consent_change'));",
      },
      {
        what: "a type that throws",
        script:
          "Object.defineProperty(window, 'wp_consent_type', { configurable: true, get() { throw new Error('broken'); }, set(value) { Object.defineProperty(window, 'wp_consent_type', { value, writable: true, configurable: true }); } }); document.dispatchEvent(new Event('wp_consent_type_defined'));",
      },
    ],
  },
];

export const managerOf = (id: Manager["id"]): Manager => {
  const found = MANAGERS.find((one) => one.id === id);
  if (!found) throw new Error(`There is no ${id}`);
  return found;
};

/** A script with a manager's documented interface, which keeps choices and says them as the manager does. */
export const standInOf = async ({ id }: Manager): Promise<string> => {
  const text = await readFile(new URL(`./stand-ins/${id}.js`, import.meta.url), "utf8");
  return `(() => {\n${text}\n})();`;
};
