import { gpp } from "./iab/gpp.ts";
import { tcf } from "./iab/tcf.ts";
import { c15t } from "./managers/c15t.ts";
import { cookiebot } from "./managers/cookiebot.ts";
import { cookieconsent } from "./managers/cookieconsent.ts";
import { didomi } from "./managers/didomi.ts";
import { hubspot } from "./managers/hubspot.ts";
import { klaro } from "./managers/klaro.ts";
import { onetrust } from "./managers/onetrust.ts";
import { osano } from "./managers/osano.ts";
import { shopify } from "./managers/shopify.ts";
import { usercentrics } from "./managers/usercentrics.ts";
import { vanilla } from "./managers/vanilla-cookieconsent.ts";
import { wpConsentApi } from "./managers/wp-consent-api.ts";
import { googleConsentMode } from "./signals/google.ts";
import { globalPrivacyControl } from "./signals/gpc.ts";
import type { ConsentSource } from "./source.ts";

/** Every source of consent that any library can name, and the browser's own signal. */
export const EVERY_SOURCE: readonly ConsentSource[] = [
  vanilla,
  tcf,
  gpp,
  klaro,
  c15t,
  cookieconsent,
  googleConsentMode,
  hubspot,
  onetrust,
  cookiebot,
  didomi,
  usercentrics,
  osano,
  shopify,
  wpConsentApi,
  globalPrivacyControl,
];
