import { isOpen, type Session } from "../session.ts";

const PATIENCE_MS = 10_000;

/**
 * Lets the visitor be known by a token that the site's own server signed for them; whether that worked.
 * Without consent to know them nothing is sent.
 */
export async function identify(session: Session, token: string, signal: AbortSignal): Promise<boolean> {
  const { endpoint } = session.manifest;
  if (!endpoint || !isOpen(session, "storage") || !isOpen(session, "crm")) return false;
  try {
    const { ok } = await fetch(`${endpoint}/identify`, {
      method: "POST",
      credentials: "include",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
    });
    return ok;
  } catch {
    return false;
  }
}
