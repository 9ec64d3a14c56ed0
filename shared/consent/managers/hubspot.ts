import { cookieValue } from "../cookie.ts";
import { type Meaning, meant } from "../meaning.ts";
import { pending, type Reading, unanswered } from "../reading.ts";

export const HUBSPOT = "hubspot";

/** In the order of their numbers in the cookie. */
const CATEGORIES = ["analytics", "advertisement", "functionality"] as const;
const MEANING: Meaning = {
  storage: ["functionality"],
  behavior: ["functionality", "analytics"],
  crm: ["functionality", "analytics"],
  measurement: ["analytics"],
};

/** Reads the banner's cookies: which categories were chosen, or that everything was declined. */
export function readHubSpotCookies(cookies: string): Reading {
  const said = cookieValue(cookies, "__hs_cookie_cat_pref");
  const chosen = new Map(said?.split(",").map((one) => one.trim().split(":") as [string, string]));
  const by = (answer: string) => CATEGORIES.filter((_, index) => chosen.get(String(index + 1)) === answer);
  if (by("true").length + by("false").length > 0) return read(by("true"), by("false"));
  return cookieValue(cookies, "__hs_opt_out") === "yes" ? read([], CATEGORIES) : unanswered(HUBSPOT);
}

/**
 * Reads what a privacy consent listener is told. `allowed` may stand for some of the categories only.
 * All of them without a cookie is a banner that is switched off, and nobody's choice.
 */
export function readHubSpot(consent: unknown, cookies: string): Reading {
  const { allowed, categories } = { ...(consent as { allowed?: unknown; categories?: unknown }) };
  if (typeof allowed !== "boolean") return pending(HUBSPOT);
  const held: Record<string, unknown> = { ...(categories as object) };
  const granted = CATEGORIES.filter((category) => allowed && held[category] === true);
  const denied = CATEGORIES.filter((category) => !granted.includes(category));
  const isChosen = !allowed || readHubSpotCookies(cookies).state === "answered";
  return isChosen ? read(granted, denied) : meant(HUBSPOT, MEANING, granted, denied, "default");
}

const read = (granted: readonly string[], denied: readonly string[]) =>
  meant(HUBSPOT, MEANING, granted, denied);
