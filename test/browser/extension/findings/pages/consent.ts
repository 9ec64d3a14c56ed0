import { library } from "../../../../unit/findings/page.ts";
import { ALL, answer, NECESSARY, type Pages, seize, slot } from "./one-page.ts";

const cfo = { contact: { lifecycleStage: "lead", persona: "cfo" } };
const hero = { library, body: slot("hero") };

/** A known child, as the interface of IAB GPP says it. */
const CHILD = `<script>
  window.__gpp = (command, callback) => callback({ eventName: "listenerRegistered", pingData: {
    gppVersion: "1.1", cmpStatus: "loaded", cmpDisplayStatus: "hidden", signalStatus: "ready",
    supportedAPIs: ["7:usnat"], cmpId: 31, sectionList: [7], applicableSections: [7], gppString: "DBABLA~x",
    parsedSections: { usnat: [{ Version: 1, SaleOptOut: 0, SharingOptOut: 0, KnownChildSensitiveDataConsents: [1, 0] }] },
  } }, true);
</script>`;

/** A library that reads the signal closes its gates by it: only then the request for the CRM is no second fault. */
const BY_GPP = { source: "gpp", needs: "first-party" } as const;

/**
 * Consent that was not given, and what is done all the same. Whoever asks also reads the answer: Chromium times no request
 * of which nobody does.
 */
export const consent: Pages = {
  "content by behavior though only the necessary was agreed to": {
    ...hero,
    finds: "personalized-without-consent",
    agreed: NECESSARY,
    script: seize("hero", "for-reader"),
  },
  "CRM content before it was agreed to": {
    ...hero,
    finds: "personalized-before-consent",
    contact: cfo,
    agreed: NECESSARY,
    script: seize("hero", "for-cfo") + answer(ALL, 4_500),
    moments: 2,
  },
  "CRM content that a script holds on to after withdrawal": {
    ...hero,
    finds: "personalized-after-withdrawal",
    contact: cfo,
    agreed: ALL,
    script: seize("hero", "for-cfo") + answer(NECESSARY, 2_500),
    moments: 2,
  },
  "CRM content for a known child": {
    ...hero,
    finds: "child-personalized",
    library: {
      ...library,
      consent: { ...library.consent, gates: { ...library.consent.gates, measurement: BY_GPP } },
    },
    contact: cfo,
    agreed: ALL,
    head: CHILD,
    script: seize("hero", "for-cfo"),
  },
  "a script that asks the endpoint who this is": {
    ...hero,
    finds: "membership-without-consent",
    agreed: NECESSARY,
    script: `fetch("/forwhom/membership").then((answer) => answer.json());`,
  },
  "a script that writes under our name": {
    ...hero,
    finds: "stored-without-consent",
    agreed: NECESSARY,
    script: `addEventListener("load", () => setTimeout(() => localStorage.setItem("forwhom", "{}"), 700));`,
  },
  "a script that lets nothing be erased": {
    ...hero,
    finds: "kept-after-withdrawal",
    agreed: ALL,
    head: `<script>Storage.prototype.removeItem = () => {};</script>`,
    script: answer(NECESSARY, 2_500),
    moments: 2,
  },
  "a script that sends events": {
    ...hero,
    finds: "measured-without-consent",
    agreed: ["necessary", "functional", "personalization"],
    script: `fetch("/forwhom/events", { method: "POST", body: "{}" }).then((answer) => answer.text());`,
  },
  "the Web SDK of Adobe elsewhere, that knows and follows a visitor who refused": {
    finds: "tool-without-consent",
    agreed: NECESSARY,
    script: `window.alloy = () => {};
      document.cookie = "kndctr_1_AdobeOrg_identity=1; path=/";
      addEventListener("load", () => setTimeout(() => {
        document.cookie = "kndctr_2_AdobeOrg_identity=1; path=/";
        fetch("/ee/v1/interact", { method: "POST" });
      }, 700));`,
  },
};
