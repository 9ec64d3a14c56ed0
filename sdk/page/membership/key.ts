import { cookieValue } from "../../../shared/consent/cookie.ts";

const HASH = /^[0-9a-f]{16}$/;

/** The short hash of the visitor's key, which the server lets the page read; undefined: nobody is identified. */
export function visitorHash(): string | undefined {
  const hash = cookieValue(document.cookie, "forwhom_hash");
  return hash !== undefined && HASH.test(hash) ? hash : undefined;
}
