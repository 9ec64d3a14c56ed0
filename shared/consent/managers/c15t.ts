import { cookieValue } from "../cookie.ts";
import { closedGates, type Gate } from "../gates.ts";
import { answered, type Reading, unanswered } from "../reading.ts";

export const C15T = "c15t";
const COOKIE = "c15t";

/** The state of c15t's store, as far as it is read. */
export type C15tState = {
  readonly consents?: Readonly<Record<string, boolean>> | undefined;
  /** Only a choice has a subject: a store that is switched off makes up the rest. */
  readonly consentInfo?: { readonly subjectId?: string | undefined } | null | undefined;
  /** Until it is fetched the model is not known. */
  readonly hasFetchedBanner?: boolean | undefined;
};

/** Its categories have a meaning of their own. */
const NEEDS: Readonly<Record<Gate, readonly string[]>> = {
  storage: ["functionality"],
  behavior: ["experience"],
  crm: ["experience", "marketing"],
  measurement: ["measurement"],
};

/** Reads the cookie, as in `c.necessary:1,c.marketing:1,i.t:1764000000000,i.sid:sub_1`. What it leaves out is a no. */
export function readC15tCookie(cookies: string): Reading {
  const pairs = (cookieValue(cookies, COOKIE) ?? "").split(",");
  const granted = pairs.flatMap((pair) => /^c\.(\w+):1$/.exec(pair)?.[1] ?? []);
  return pairs.some((pair) => /^i\.sid:./.test(pair)) ? chosen(granted) : unanswered(C15T);
}

/** Reads the state. Whatever is on before a choice was granted by c15t itself, not by the visitor. */
export function readC15tState({ consents = {}, consentInfo, hasFetchedBanner }: C15tState): Reading {
  const granted = Object.keys(consents).filter((category) => consents[category] === true);
  if (consentInfo?.subjectId) return chosen(granted);
  return hasFetchedBanner && granted.some((category) => category !== "necessary")
    ? answered(C15T, granted, [], "default")
    : unanswered(C15T);
}

const chosen = (granted: readonly string[]): Reading => ({
  ...answered(C15T, granted, []),
  closes: closedGates(NEEDS, granted),
});
