import { readTcfCookie } from "../../shared/consent/iab/tcf.ts";
import { readC15tCookie } from "../../shared/consent/managers/c15t.ts";
import { readCookiebotCookie } from "../../shared/consent/managers/cookiebot.ts";
import { readCookieconsent } from "../../shared/consent/managers/cookieconsent.ts";
import { readHubSpotCookies } from "../../shared/consent/managers/hubspot.ts";
import { readKlaroCookie } from "../../shared/consent/managers/klaro.ts";
import { readOneTrustCookie } from "../../shared/consent/managers/onetrust.ts";
import { readVanilla } from "../../shared/consent/managers/vanilla-cookieconsent.ts";
import { readWpConsent } from "../../shared/consent/managers/wp-consent-api.ts";
import { answered, type Reading } from "../../shared/consent/reading.ts";
import { GPC } from "../../shared/consent/sources.ts";
import type { Said } from "./channel.ts";

/** What consent managers tell the document or the window when something changed. */
const TOLD = [
  "cc:onConsent",
  "cc:onChange",
  "CookiebotOnConsentReady",
  "OneTrustGroupsUpdated",
  "UC_UI_INITIALIZED",
  "UC_UI_CMP_EVENT",
  "visitorConsentCollected",
  "wp_listen_for_consent_change",
  "wp_consent_type_defined",
];

/** Consent as the extension reads it itself, without asking the page script. */
export function readConsent({ tcf, gpp, managers = [] }: Said, now: number): readonly Reading[] {
  const { cookie } = document;
  const readings = [
    readVanilla(cookie, now),
    // Once the API is there it is ahead of the cookie: an open dialog means that nothing is answered.
    tcf ?? readTcfCookie(cookie),
    gpp,
    readKlaroCookie(cookie),
    readC15tCookie(cookie),
    readCookieconsent(cookie),
    readHubSpotCookies(cookie),
    readOneTrustCookie(cookie),
    readCookiebotCookie(cookie),
    // What type of consent it asks for cannot be seen from here.
    readWpConsent(cookie, undefined),
    readGpc(),
  ];
  const kept = readings.filter(
    (reading): reading is Reading =>
      reading !== undefined && (reading.state !== "pending" || reading === tcf || reading === gpp),
  );
  // A manager's own word is ahead of its cookie, unless it has none; where it keeps nothing that can be read
  // here, that it has not spoken is worth a word too.
  const spoken = managers.filter(
    ({ source, state }) => state !== "pending" || !kept.some((reading) => reading.source === source),
  );
  return [...kept.filter(({ source }) => !spoken.some((one) => one.source === source)), ...spoken];
}

function readGpc(): Reading | undefined {
  const { globalPrivacyControl } = navigator as { globalPrivacyControl?: boolean };
  return globalPrivacyControl === true ? answered(GPC, [], ["sale-or-sharing"]) : undefined;
}

/** The country, where the page or its server says it to everybody. */
export function readCountry(): string | undefined {
  const said = document.querySelector("[data-country]")?.getAttribute("data-country");
  const isCountry = (text: string | null | undefined) => /^[A-Z]{2}$/.test(text ?? "");
  if (said && isCountry(said)) return said;
  const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const timed = navigation?.serverTiming.find(({ name }) => name === "country")?.description;
  return timed && isCountry(timed) ? timed : undefined;
}

/** Calls back soon after consent may have changed, once the page has had a moment to follow. */
export function followConsent(changed: () => void, signal: AbortSignal): void {
  const options = { signal };
  // On its way down the window hears what is told to the document too, also where it does not bubble.
  for (const name of TOLD) window.addEventListener(name, changed, { signal, capture: true });
  const { cookieStore } = window as { cookieStore?: EventTarget };
  cookieStore?.addEventListener("change", changed, options);
}
