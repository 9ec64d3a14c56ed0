import { cookieValue } from "../cookie.ts";
import { type Meaning, meant } from "../meaning.ts";
import { asksAnew, type Basis, pending, type Reading, unanswered } from "../reading.ts";

export const COOKIEBOT = "cookiebot";
const COOKIE = "CookieConsent";

const CATEGORIES = ["necessary", "preferences", "statistics", "marketing"] as const;
const MEANING: Meaning = {
  storage: ["preferences"],
  behavior: ["preferences"],
  crm: ["marketing"],
  measurement: ["statistics"],
};

/** What `window.Cookiebot` holds, as far as it is read. */
export type CookiebotState = {
  readonly hasResponse?: unknown;
  readonly consent?: unknown;
};

/** Reads Cookiebot's cookie, which looks like JSON and is none. */
export function readCookiebotCookie(cookies: string): Reading {
  const text = cookieValue(cookies, COOKIE) ?? "";
  const held = (name: string) => new RegExp(`[{,]${name}:'?([^',}]*)`).exec(text)?.[1];
  if (held("necessary") === undefined) return unanswered(COOKIEBOT);
  const basis = basisOf(held("method"), held("stamp"));
  return read((category) => held(category) === "true", basis);
}

/** Reads what the interface says. Until somebody answers it holds defaults, which are no answer. */
export function readCookiebot({ hasResponse, consent }: CookiebotState, cookies: string): Reading {
  if (typeof consent !== "object" || consent === null) return pending(COOKIEBOT);
  if (hasResponse !== true) return asksAnew(readCookiebotCookie(cookies));
  const held: Record<string, unknown> = { ...consent };
  const stamp = /[{,]stamp:'([^']*)/.exec(cookieValue(cookies, COOKIE) ?? "")?.[1];
  return read((category) => held[category] === true, basisOf(held.method, stamp));
}

/** A stamp of -1 stands for visitors of whom the region asks no consent: nobody chose anything. */
const basisOf = (method: unknown, stamp: string | undefined): Basis =>
  stamp === "-1" ? "not required" : method === "explicit" ? "explicit" : "implied";

const read = (isGranted: (category: string) => boolean, basis: Basis): Reading =>
  meant(
    COOKIEBOT,
    MEANING,
    CATEGORIES.filter(isGranted),
    CATEGORIES.filter((category) => !isGranted(category)),
    basis,
  );
