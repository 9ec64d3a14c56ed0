import { type Meaning, meant } from "../meaning.ts";
import { pending, type Reading, unanswered } from "../reading.ts";

export const SHOPIFY = "shopify";

const CATEGORIES = ["preferences", "analytics", "marketing"] as const;
const MEANING: Meaning = {
  storage: ["preferences"],
  behavior: ["preferences"],
  crm: ["preferences", "marketing"],
  measurement: ["analytics"],
};

/** What `currentVisitorConsent` returns: yes, no, or nothing as long as nobody has chosen. */
export function readShopify(consent: unknown): Reading {
  const said: Record<string, unknown> = { ...(consent as object) };
  const all = [...CATEGORIES, "sale_of_data"];
  const by = (answer: string) => all.filter((category) => said[category] === answer);
  // An objection to the sale of data alone answers nothing else.
  const isChosen = CATEGORIES.some((category) => said[category] === "yes" || said[category] === "no");
  if (isChosen) return meant(SHOPIFY, MEANING, by("yes"), by("no"));
  return by("").length >= CATEGORIES.length && by("no").length === 0 ? unanswered(SHOPIFY) : pending(SHOPIFY);
}

/** Reads what the event `visitorConsentCollected` carries, where the interface itself is not there. */
export function readShopifyEvent(detail: unknown): Reading {
  const said: Record<string, unknown> = { ...(detail as object) };
  const answer = (allowed: unknown) => typeof allowed === "boolean" && (allowed ? "yes" : "no");
  return readShopify({
    preferences: answer(said.preferencesAllowed),
    analytics: answer(said.analyticsAllowed),
    marketing: answer(said.firstPartyMarketingAllowed ?? said.marketingAllowed),
  });
}
