import { tcfAnswered } from "../../../../shared/consent/iab/tcf.ts";
import { readCookiebot } from "../../../../shared/consent/managers/cookiebot.ts";
import { readOneTrust } from "../../../../shared/consent/managers/onetrust.ts";
import { readUsercentrics } from "../../../../shared/consent/managers/usercentrics.ts";
import { answered, type Reading, unanswered } from "../../../../shared/consent/reading.ts";
import { readGoogle } from "../../../../shared/consent/signals/google.ts";
import { GPC } from "../../../../shared/consent/sources.ts";
import type { ConsentRules } from "../../../../shared/library/consent.ts";
import type { Signals } from "../../../../shared/protocol/watched.ts";
import {
  agreedToAll,
  agreedToNothing,
  element,
  elsewhere,
  manifest,
  page,
  type Right,
  type Wrong,
} from "../page.ts";
import { quiet } from "./watched.ts";

const slots = [element("hero", {})];
const optedOutByBrowser = answered(GPC, [], ["sale-or-sharing"]);
/** Nothing but what the browser says, and consent signals. */
export const signalling = (signals: Signals, ...consent: readonly Reading[]) =>
  elsewhere(consent, { signals });

const section = (keeps: readonly string[], part = {}) => ({
  section: "usnat",
  keeps: [...keeps],
  isChild: false,
  ...part,
});
const written = (day: string, part: Partial<Signals["tcString"]> = {}): Signals => ({
  tcString: { version: 2, updated: Date.parse(day), segments: [1, 3], ...part },
});

/** A page whose library maps consent otherwise. */
export const mapped = (rules: Partial<ConsentRules>, gates: "open" | "closed", signals: Signals = {}) =>
  page({
    slots,
    consent: [agreedToAll],
    watched: { signals },
    claim: {
      manifest: { ...manifest, consent: { ...manifest.consent, ...rules } },
      consent: {
        gates: { storage: gates, behavior: gates, crm: gates, measurement: gates },
        basis: "explicit",
        sources: [],
        fingerprint: "",
      },
    },
  });

const cookiebotWithoutMarketing = readCookiebot(
  {
    hasResponse: true,
    consent: { necessary: true, preferences: true, statistics: true, marketing: false, method: "explicit" },
  },
  "",
);
const toGoogle = (said: string) => ({ 0: "consent", 1: "update", 2: { analytics_storage: said } });
const everyType = [
  "ad_storage",
  "ad_user_data",
  "ad_personalization",
  "analytics_storage",
  "functionality_storage",
  "personalization_storage",
  "security_storage",
];

export const wrong: Wrong = {
  "a consent manager that says yes where Cookiebot says no": [
    "consent-sources-disagree",
    quiet([agreedToAll, cookiebotWithoutMarketing], {}),
  ],
  "a consent manager that says no where Google consent mode was told yes": [
    "consent-sources-disagree",
    quiet([agreedToNothing, readGoogle([toGoogle("granted")], undefined)], {}),
  ],
  "behavior used by consent to marketing": [
    "opened-by-advertising",
    mapped({ gates: { ...manifest.consent.gates, behavior: "marketing" } }, "closed"),
  ],
  "the CRM used by consent to personalised advertising of Google": [
    "opened-by-advertising",
    mapped(
      {
        gates: {
          ...manifest.consent.gates,
          crm: { source: "google-consent-mode", needs: "ad_personalization" },
        },
      },
      "closed",
    ),
  ],
  "behavior used by TCF’s purpose of choosing advertising": [
    "opened-by-advertising",
    mapped({ gates: { ...manifest.consent.gates, behavior: { source: "tcf", needs: "4" } } }, "closed"),
  ],
  "consent mode elsewhere without a word about analytics": [
    "unset-taken-for-granted",
    signalling({ google: ["ad_storage", "ad_user_data", "ad_personalization"] }),
  ],
  "a page that claims an open gate by a type that nobody set": [
    "unset-taken-for-granted",
    mapped(
      {
        source: "google-consent-mode",
        gates: { behavior: "personalization_storage", measurement: "analytics_storage" },
      },
      "open",
      {
        google: ["ad_storage", "analytics_storage"],
      },
    ),
  ],
  "GPP elsewhere without the opt-out that the browser sends": [
    "opt-out-signal-ignored",
    signalling({ gpp: [section(["sale", "sharing"], { gpc: false })] }, optedOutByBrowser),
  ],
  "OneTrust in the US that has seen Global Privacy Control and ignores it": [
    "opt-out-signal-ignored",
    page({
      slots,
      country: "US",
      consent: [agreedToAll, optedOutByBrowser],
      watched: { signals: { oneTrustGpc: "ignored" } },
    }),
  ],
  "a TC string of this summer that names no vendors": [
    "tc-string-invalid",
    signalling(written("2026-07-01", { segments: [3] }), tcfAnswered(["1"])),
  ],
  "a TC string of version 1": [
    "tc-string-invalid",
    signalling(written("2020-01-01", { version: 1, segments: [] })),
  ],
  "a TC string with consent for vendors that nobody was shown": [
    "tc-string-invalid",
    signalling(written("2026-07-01", { undisclosed: 3 })),
  ],
  "WordPress without a type of consent": ["wp-consent-type-missing", signalling({ wpConsent: {} })],
};

export const right: Right = {
  "sources that agree": quiet([agreedToAll, tcfAnswered(["1", "5", "6", "8"])], {}),
  "a consent manager, and Google consent mode with only its defaults": quiet(
    [agreedToAll, readGoogle([{ ...toGoogle("denied"), 1: "default" }], undefined)],
    {},
  ),
  "a consent manager that was told no, and Google consent mode that starts with yes": quiet(
    [agreedToNothing, readGoogle([{ ...toGoogle("granted"), 1: "default" }], undefined)],
    {},
  ),
  "a consent manager that was answered, and one that was not": quiet(
    [agreedToAll, unanswered("cookiebot")],
    {},
  ),
  "consent, and Global Privacy Control": quiet([agreedToAll, optedOutByBrowser], {}),
  "the CRM used by consent to marketing, which may be the stricter": mapped(
    { gates: { ...manifest.consent.gates, crm: "marketing" } },
    "closed",
  ),
  "behavior used by consent to personalisation and to marketing": mapped(
    { gates: { ...manifest.consent.gates, behavior: ["personalization", "marketing"] } },
    "closed",
  ),
  "measurement used by consent to Google’s analytics": mapped(
    {
      gates: {
        ...manifest.consent.gates,
        measurement: { source: "google-consent-mode", needs: "analytics_storage" },
      },
    },
    "closed",
    { google: everyType },
  ),
  "a gate that stays closed by a type that nobody set": mapped(
    {
      source: "google-consent-mode",
      gates: { behavior: "personalization_storage", measurement: "analytics_storage" },
    },
    "closed",
    { google: ["ad_storage", "analytics_storage"] },
  ),
  "elsewhere: Google consent mode with every type": signalling({ google: everyType }),
  "elsewhere: OneTrust, answered, in Europe, with Global Privacy Control": signalling(
    { oneTrustGpc: "ignored" },
    readOneTrust({ isAlertBoxClosed: true, model: "opt-in", activeGroups: ",C0001,C0003," }, ""),
    optedOutByBrowser,
  ),
  "elsewhere: a US opt-out that records the browser’s signal": signalling(
    { gpp: [section([], { gpc: true })] },
    optedOutByBrowser,
  ),
  "elsewhere: a US dialog without an opt-out, and a browser that asks for none": signalling({
    gpp: [section(["sale", "sharing"])],
  }),
  "elsewhere: a TCF dialog with a valid string": signalling(written("2026-07-01"), tcfAnswered(["1", "6"])),
  "elsewhere: a TC string from before vendors had to be named": signalling(
    written("2026-02-01", { segments: [] }),
  ),
  "elsewhere: Usercentrics, where everything was refused": signalling(
    {},
    readUsercentrics({
      consent: { required: true, type: "EXPLICIT" },
      services: { analytics: { category: "marketing", consent: { given: false, type: "EXPLICIT" } } },
    }),
  ),
  "elsewhere: Cookiebot, answered in part": signalling({}, cookiebotWithoutMarketing),
  "elsewhere: WordPress with a type of consent": signalling({ wpConsent: { type: "optin" } }),
};
