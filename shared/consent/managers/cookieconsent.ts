import { cookieValue } from "../cookie.ts";
import { GATES } from "../gates.ts";
import { answered, type Reading, unanswered } from "../reading.ts";

export const COOKIECONSENT = "cookieconsent";
export const STATUS_COOKIE = "cookieconsent_status";

/** Reads the old cookieconsent 3 from its cookie: one question, and "dismiss" does not answer it. */
export function readCookieconsent(cookies: string): Reading {
  const status = cookieValue(cookies, STATUS_COOKIE);
  if (status === "allow") return answered(COOKIECONSENT, ["allow"], []);
  if (status === "deny") return { ...answered(COOKIECONSENT, [], ["allow"]), closes: GATES };
  return unanswered(COOKIECONSENT);
}
