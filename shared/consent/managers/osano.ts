import { type Meaning, meant } from "../meaning.ts";
import { pending, type Reading, unanswered } from "../reading.ts";

export const OSANO = "osano";

const CATEGORIES = ["ESSENTIAL", "STORAGE", "MARKETING", "PERSONALIZATION", "ANALYTICS"] as const;
/** Accepting Osano's OPT_OUT is a no, so its yes is named by what is said. */
const NOT_OPTED_OUT = "OPT_OUT:DENY";
const MEANING: Meaning = {
  storage: ["STORAGE"],
  behavior: ["PERSONALIZATION"],
  crm: ["PERSONALIZATION", NOT_OPTED_OUT],
  measurement: ["ANALYTICS"],
};

/**
 * Reads the consent that Osano hands to those who listen for its start and for what is saved:
 * undefined as long as nobody has chosen, while `getConsent` already holds defaults.
 */
export function readOsano(consent: unknown): Reading {
  if (consent === undefined) return unanswered(OSANO);
  if (typeof consent !== "object" || consent === null) return pending(OSANO);
  const said: Record<string, unknown> = { ...consent };
  const by = (answer: "ACCEPT" | "DENY") => [
    ...CATEGORIES.filter((category) => said[category] === answer),
    ...(said.OPT_OUT === (answer === "ACCEPT" ? "DENY" : "ACCEPT") ? [NOT_OPTED_OUT] : []),
  ];
  const [granted, denied] = [by("ACCEPT"), by("DENY")];
  return granted.length + denied.length > 0 ? meant(OSANO, MEANING, granted, denied) : pending(OSANO);
}
