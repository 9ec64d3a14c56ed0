import { library } from "../../../../unit/findings/page.ts";
import { running } from "./eligibility.ts";
import { withoutTie } from "./governance.ts";
import { ALL, answer, NECESSARY, type Pages, slot } from "./one-page.ts";
import { tcfSaying, tcString } from "./signals.ts";

const cfo = { contact: { lifecycleStage: "lead", persona: "cfo" } };
const every = ["hero", "cta", "learn"].map(slot).join("");
const here = { library: running(), body: every };

/** Pages on which nothing is wrong: the near ones to those that are, and other companies’ consent managers. */
export const clean: Pages = {
  "nobody who was not asked yet": here,
  "nobody, who agreed to all": { ...here, agreed: ALL },
  "somebody of finance, who agreed to all": { ...here, agreed: ALL, contact: cfo },
  "somebody of finance, who agreed to nothing": { ...here, agreed: NECESSARY, contact: cfo },
  "a customer, who agreed to all": {
    ...here,
    agreed: ALL,
    contact: { contact: { lifecycleStage: "customer", persona: "analyst" } },
  },
  "somebody of finance, while the endpoint is down": {
    ...here,
    agreed: ALL,
    contact: cfo,
    endpoint: "fails",
  },
  "a customer by an answer that is too old to be used": {
    ...here,
    agreed: ALL,
    contact: { contact: { lifecycleStage: "customer", persona: "analyst" } },
    endpoint: "is old",
  },
  "somebody of whom nobody knows the country": { ...here, agreed: ALL, contact: cfo, country: "" },
  "somebody of finance, who withdraws": {
    ...here,
    agreed: ALL,
    contact: cfo,
    script: answer(NECESSARY, 2_500),
    moments: 2,
  },
  "somebody of finance, who agrees": {
    ...here,
    agreed: NECESSARY,
    contact: cfo,
    script: answer(ALL, 2_500),
    moments: 2,
  },
  "a customer, and the library at hand": {
    ...here,
    agreed: ALL,
    contact: { contact: { lifecycleStage: "customer", persona: "analyst" } },
    library: { ...library, ...withoutTie() },
    body: ["hero", "cta"].map(slot).join(""),
    isLoaded: true,
  },
  "elsewhere: nothing but words": { body: "<h1>Hello</h1>" },
  "elsewhere: vanilla-cookieconsent, with its dialog open": {
    there: "#cc-main",
    head: `<script src="/vanilla.js"></script>`,
    script: `CookieConsent.run({ hideFromBots: false, categories: { necessary: { enabled: true, readOnly: true }, analytics: {} },
      language: { default: "en", translations: { en: { consentModal: { title: "Cookies", acceptAllBtn: "All",
      acceptNecessaryBtn: "None" }, preferencesModal: { sections: [] } } } } });`,
  },
  "elsewhere: vanilla-cookieconsent, told yes, and a tool that was agreed to": {
    heard: "vanilla-cookieconsent",
    head: `<script src="/vanilla.js"></script>`,
    agreed: ["necessary", "functional", "personalization", "analytics", "marketing"],
    script: `CookieConsent.run({ hideFromBots: false, categories: { necessary: { enabled: true, readOnly: true }, analytics: {},
      functional: {}, personalization: {}, marketing: {} }, language: { default: "en", translations: { en: {
      consentModal: { title: "Cookies", acceptAllBtn: "All" }, preferencesModal: { sections: [] } } } } });
      window.alloy = () => {}; document.cookie = "kndctr_1_AdobeOrg_identity=1; path=/";`,
  },
  "elsewhere: Klaro, told no": {
    heard: "klaro",
    head: `<script>window.klaroConfig = { version: 1, elementID: "klaro", storageMethod: "cookie", cookieName: "klaro",
      mustConsent: false, services: [{ name: "matomo", purposes: ["analytics"] }],
      translations: { en: { purposes: { analytics: "Analytics" } } } };</script><script defer src="/klaro.js"></script>`,
    script: `addEventListener("load", () => { const manager = klaro.getManager(); manager.changeAll(false);
      manager.saveAndApplyConsents(); });`,
  },
  "elsewhere: Osano’s older dialog, told no": {
    heard: "cookieconsent",
    there: ".cc-revoke",
    head: `<script src="/osano.js"></script>`,
    script: `document.cookie = "cookieconsent_status=deny; path=/";
      window.cookieconsent.initialise({ type: "opt-in", palette: { popup: { background: "#000" } } });`,
  },
  "elsewhere: a TCF dialog with a valid string": {
    heard: "tcf",
    head: tcfSaying(tcString("2026-07-01", ["IAAAAAAA"])),
  },
  "elsewhere: consent mode with every type": {
    head: `<script>window.dataLayer = []; function gtag() { dataLayer.push(arguments); }
      gtag("consent", "default", Object.fromEntries(["ad_storage", "ad_user_data", "ad_personalization",
        "analytics_storage", "functionality_storage", "personalization_storage", "security_storage"]
        .map((type) => [type, "denied"])));</script>`,
  },
  "elsewhere: WordPress with a type of consent": {
    head: `<script>window.wp_has_consent = () => false; window.wp_consent_type = "optin";</script>`,
  },
};
