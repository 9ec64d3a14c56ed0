import { DURATION } from "../engine/leaf/duration.ts";

export { DURATION };

/** Ids start with a letter, so that none of them can be `__proto__`. */
export const ID = /^[A-Za-z][A-Za-z0-9_.~-]{0,79}$/;
/** A day, or a day with a time in UTC. */
export const MOMENT =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?Z)?$/;
/** Where a link may lead: another page of this site, or https, mail and telephone. Never a script. */
export const LINK = /^(\/(?![/\\])|#|\?|https?:\/\/|mailto:|tel:)[^\s]*$/;
/** An address on the page's own origin, or a full one. */
export const ADDRESS = /^(\/(?![/\\])|https?:\/\/)[^\s]*$/;

export const INPUTS = [
  "lifecycle",
  "persona",
  "behavior",
  "fit",
  "consent",
  "preference",
  "region",
  "source",
  "interest",
  "eligibility",
] as const;

/** In the order in which suppressions are asked. DESIGN §2. */
export const CLASSES = ["legal", "safety", "relationship", "fit", "fatigue"] as const;

export const OPERATORS = [
  "is",
  "isNot",
  "in",
  "notIn",
  "gt",
  "gte",
  "lt",
  "lte",
  "between",
  "contains",
  "containsAny",
  "containsAll",
  "containsNone",
  "startsWith",
  "endsWith",
  "matches",
  "known",
  "before",
  "after",
] as const;

/** What the device's log says of its visitor as a whole. A touch is what led to a session. */
export const BEHAVIOR_FACTS = [
  "sessions",
  "firstVisit",
  "previousVisit",
  "firstTouch.source",
  "firstTouch.medium",
  "firstTouch.campaign",
  "firstTouch.term",
  "firstTouch.content",
  "firstTouch.referrer",
  "lastTouch.source",
  "lastTouch.medium",
  "lastTouch.campaign",
  "lastTouch.term",
  "lastTouch.content",
  "lastTouch.referrer",
  "lastTouch.at",
] as const;

/** The consent managers that a library may name as its authority. */
export const AUTHORITIES = [
  "vanilla-cookieconsent",
  "tcf",
  "gpp",
  "klaro",
  "c15t",
  "cookieconsent",
  "google-consent-mode",
  "hubspot",
  "onetrust",
  "cookiebot",
  "didomi",
  "usercentrics",
  "osano",
  "shopify",
  "wp-consent-api",
] as const;

/** The tools of a site that are told what was measured, besides our own endpoint. */
export const SINKS = ["dataLayer", "hubspot", "segment", "adobe"] as const;
/** The number of an account at HubSpot. */
export const HUB_ID = /^\d{1,12}$/;

/** A path, or a beginning of paths that ends with a star. */
export const PAGES = /^(\/|\*)[^\s]*$/;
export const COUNTRY = /^[A-Z]{2}$/;
export const LONGEST = 2_000;
/** Milliseconds that a slot may be held at most: longer, and visitors wait for a hole. */
export const LONGEST_HOLD = 1_000;
export const LONGEST_HTML = 20_000;
/** A path on the page's own origin. */
export const PATH = /^\/(?![/\\])[^\s]*$/;
/** Addresses of pictures with their widths or densities, as `srcset` has them. */
export const SOURCES =
  /^(\/(?![/\\])|https?:\/\/)[^\s,]+( \d+(\.\d+)?[wx])?(, ?(\/(?![/\\])|https?:\/\/)[^\s,]+( \d+(\.\d+)?[wx])?)*$/;
/** A language as HTML names it, such as de or pt-BR. */
export const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;

export const COMPARISONS = ["exact", "case", "accents"] as const;

/** A moment to come before or after: a day, a time in UTC, today, or so long before or after now. */
export const WHEN =
  /^(\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?Z)?|today([+-]\d{1,4}d)?|[+-]\d{1,5}(s|m|h|d|w|mo|y))$/;

export const isZone = (text: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: text }));
  } catch {
    return false;
  }
};

export const isMoment = (text: string): boolean => !Number.isNaN(Date.parse(text));

export const isExpression = (text: string): boolean => {
  try {
    return Boolean(new RegExp(text, "u"));
  } catch {
    return false;
  }
};
