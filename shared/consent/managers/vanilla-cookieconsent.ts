import { cookieValue } from "../cookie.ts";
import { answered, type Reading, unanswered } from "../reading.ts";

export const VANILLA = "vanilla-cookieconsent";
const COOKIE = "cc_cookie";

/**
 * Reads vanilla-cookieconsent 3 from its cookie. A cookie without a consent id or a time is a preset
 * and no choice, and one that has run out is none either.
 */
export function readVanilla(cookies: string, now: number): Reading {
  const choice = parsed(cookieValue(cookies, COOKIE));
  const isChoice =
    choice && typeof choice.consentId === "string" && typeof choice.consentTimestamp === "string";
  const hasRunOut = typeof choice?.expirationTime === "number" && choice.expirationTime < now;
  if (!isChoice || hasRunOut || !Array.isArray(choice.categories)) return unanswered(VANILLA);
  const granted = choice.categories.filter((category) => typeof category === "string");
  // The cookie names only what was accepted; everything it does not name was not.
  return answered(VANILLA, granted, []);
}

function parsed(text: string | undefined): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text ?? "null");
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
