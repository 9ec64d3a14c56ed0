import { readShopify, readShopifyEvent, SHOPIFY } from "../../../../shared/consent/managers/shopify.ts";
import { pending } from "../../../../shared/consent/reading.ts";
import { asking } from "../asking.ts";
import type { ConsentSource } from "../source.ts";
import { whenThere } from "../when-there.ts";

type Shopify = {
  readonly customerPrivacy?: { readonly currentVisitorConsent?: () => unknown };
  readonly loadFeatures?: (features: readonly object[], loaded: (error: unknown) => void) => void;
};

const FEATURES = [{ name: "consent-tracking-api", version: "0.1" }];

const shop = () => (window as { Shopify?: Shopify }).Shopify;

/**
 * Shopify's Customer Privacy API: what the visitor answered. Its methods that say what is allowed are
 * not asked, because the shop's settings make them say yes before anybody has.
 */
export const shopify: ConsentSource = {
  read: () => pending(SHOPIFY),
  follow(changed, signal) {
    const tell = asking(SHOPIFY, ask, changed, signal);
    document.addEventListener("visitorConsentCollected", (told) => tell((told as CustomEvent).detail), {
      signal,
    });
    document.addEventListener("shopifyCustomerPrivacyApiLoaded", () => tell(), { signal });
    let isLoading = false;
    whenThere((look) => {
      if (tell()) return true;
      // A shop has the interface once a reader loads it, as its documentation has each of them do.
      if (!isLoading && shop()?.loadFeatures) {
        isLoading = true;
        shop()?.loadFeatures?.(FEATURES, (error) => error || look());
      }
      return false;
    }, signal);
  },
};

function ask(told?: unknown) {
  const privacy = shop()?.customerPrivacy;
  if (privacy?.currentVisitorConsent) return readShopify(privacy.currentVisitorConsent());
  return told === undefined ? undefined : readShopifyEvent(told);
}
