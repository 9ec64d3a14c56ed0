import { cookieValue } from "../cookie.ts";
import { type Meaning, meant } from "../meaning.ts";
import { type Reading, unanswered } from "../reading.ts";

export const WP_CONSENT_API = "wp-consent-api";

const CATEGORIES = ["functional", "preferences", "statistics-anonymous", "statistics", "marketing"] as const;
const MEANING: Meaning = {
  storage: ["functional", "preferences"],
  behavior: ["preferences"],
  crm: ["marketing"],
  measurement: ["statistics"],
};

/**
 * Reads the cookies that the API keeps, and what it has just told. `wp_has_consent` is never asked: it
 * says yes where no cookie is there, or where nobody has set the type of consent.
 *
 * @param type `window.wp_consent_type`: "optin", "optout", or not there yet.
 * @param changed what the events of this page view said, by category.
 */
export function readWpConsent(
  cookies: string,
  type: unknown,
  changed: Readonly<Record<string, unknown>> = {},
): Reading {
  const said = (category: string) => changed[category] ?? cookieValue(cookies, `wp_consent_${category}`);
  const [granted = [], denied = []] = ["allow", "deny"].map((answer) =>
    CATEGORIES.filter((category) => said(category) === answer),
  );
  if (granted.length + denied.length === 0) return unanswered(WP_CONSENT_API);
  // Where one has to opt out, only an objection is surely a choice.
  const isPreset = typeof type === "string" && type !== "optin" && denied.length === 0;
  return meant(WP_CONSENT_API, MEANING, granted, denied, isPreset ? "implied" : "explicit");
}
