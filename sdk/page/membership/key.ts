import { safely } from "../safely.ts";
import type { Session } from "../session.ts";

const HASH = /(?:^|; )forwhom_hash=([0-9a-f]{16})(?:;|$)/;

/** The short hash of the visitor's key, which the server lets the page read; undefined: nobody is identified. */
export const visitorHash = (): string | undefined =>
  // Where cookies are forbidden, nobody is identified.
  safely(() => HASH.exec(document.cookie)?.[1]);

/**
 * Lets go of who the visitor is: of the hash at once, and of the key behind it, which no script can
 * reach, by the endpoint. Nothing is sent where nobody is identified.
 */
export async function signOut({ manifest: { endpoint }, lent }: Session): Promise<void> {
  if (lent.hash() === undefined) return;
  // Where the endpoint does not answer, at least nobody is identified here any more.
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API works only on pages served securely.
  document.cookie = "forwhom_hash=;path=/;max-age=0";
  const asked = endpoint && fetch(`${endpoint}/sign-out`, { method: "POST", credentials: "include" });
  await Promise.allSettled([asked]);
}
