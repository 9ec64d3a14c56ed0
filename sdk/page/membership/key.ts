import { cookieValue } from "../../../shared/consent/cookie.ts";
import type { Session } from "../session.ts";

const NAME = "forwhom_hash";
const HASH = /^[0-9a-f]{16}$/;

/** The short hash of the visitor's key, which the server lets the page read; undefined: nobody is identified. */
export function visitorHash(): string | undefined {
  try {
    const hash = cookieValue(document.cookie, NAME);
    return hash !== undefined && HASH.test(hash) ? hash : undefined;
  } catch {
    // Where cookies are forbidden, nobody is identified.
    return undefined;
  }
}

/**
 * Lets go of who the visitor is: of the hash at once, and of the key behind it, which no script can
 * reach, by the endpoint. Nothing is sent where nobody is identified.
 */
export async function signOut({ manifest: { endpoint }, lent }: Session): Promise<void> {
  if (lent.hash() === undefined) return;
  // Where the endpoint does not answer, at least nobody is identified here any more.
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API works only on pages served securely.
  document.cookie = `${NAME}=;path=/;max-age=0`;
  const asked = endpoint && fetch(`${endpoint}/sign-out`, { method: "POST", credentials: "include" });
  await Promise.allSettled([asked]);
}
