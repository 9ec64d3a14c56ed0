import { library } from "../../../../unit/findings/page.ts";
import { ALL, type Pages, slot } from "./one-page.ts";

const hero = { library, body: slot("hero"), agreed: ALL };

/** A string of IAB TCF as a dialog would write it: version 2, written on a day, with these segments behind its core. */
export function tcString(day: string, segments: readonly string[]): string {
  const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const tenths = Date.parse(day) / 100;
  const letters = [5, 4, 3, 2, 1, 0].map((place) => LETTERS[Math.floor(tenths / 64 ** place) % 64]).join("");
  return [`C${letters}${letters}AfADACENAXCAP-AA`, ...segments].join(".");
}

/** The interface of a TCF dialog that was answered with yes to all. */
export const tcfSaying = (text: string) => `<script>
  window.__tcfapi = (command, version, callback) => callback({
    tcString: "${text}", tcfPolicyVersion: 5, cmpId: 7, cmpVersion: 1, gdprApplies: true, cmpStatus: "loaded",
    eventStatus: "tcloaded", listenerId: 1, isServiceSpecific: true,
    purpose: { consents: { 1: true, 5: true, 6: true, 8: true }, legitimateInterests: {} },
    vendor: { consents: {}, legitimateInterests: {} }, specialFeatureOptins: {},
    publisher: { consents: {}, legitimateInterests: {} },
  }, true);
</script>`;

/** Consent signals that contradict each other, or that nobody may rely on. */
export const signals: Pages = {
  "behavior used by consent to marketing": {
    ...hero,
    finds: "opened-by-advertising",
    library: {
      ...library,
      consent: { ...library.consent, gates: { ...library.consent.gates, behavior: "marketing" } },
    },
  },
  "Cookiebot that was told no beside a consent manager that was told yes": {
    ...hero,
    finds: "consent-sources-disagree",
    head: `<script>window.Cookiebot = { hasResponse: true, consent: {
      necessary: true, preferences: true, statistics: true, marketing: false, method: "explicit" } };</script>`,
  },
  "consent mode elsewhere without a word about analytics": {
    finds: "unset-taken-for-granted",
    head: `<script>window.dataLayer = []; function gtag() { dataLayer.push(arguments); }
      gtag("consent", "default", { ad_storage: "denied", ad_user_data: "denied", ad_personalization: "denied" });</script>`,
  },
  "a dialog for US states elsewhere that passes over Global Privacy Control": {
    finds: "opt-out-signal-ignored",
    gpc: "firefox",
    head: `<script>window.__gpp = (command, callback) => callback({ eventName: "listenerRegistered", pingData: {
      signalStatus: "ready", sectionList: [7], applicableSections: [7],
      parsedSections: { usnat: [{ SaleOptOut: 2, SharingOptOut: 2, KnownChildSensitiveDataConsents: [0, 0] }, { Gpc: false }] },
    } }, true);</script>`,
  },
  "a TCF dialog elsewhere whose string names no vendors": {
    finds: "tc-string-invalid",
    head: tcfSaying(tcString("2026-07-01", ["YAAAAAAAAAAA"])),
  },
  "WordPress elsewhere without a type of consent": {
    finds: "wp-consent-type-missing",
    head: `<script>window.wp_has_consent = () => true;</script>`,
  },
};
