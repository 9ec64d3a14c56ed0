import { COUNTRY } from "../../../shared/library/vocabulary.ts";
import type { Session } from "../session.ts";

const PATIENCE_MS = 10_000;

/**
 * Asks the endpoint for the visitor's country where the page did not say it:
 * as anybody, without cookies. It is kept nowhere, and asked for again with the next page.
 */
export async function askCountry(session: Session, learned: () => void, signal: AbortSignal): Promise<void> {
  const { endpoint } = session.manifest;
  if (session.country || !endpoint) return;
  const response = await fetch(`${endpoint}/context`, {
    credentials: "omit",
    cache: "no-store",
    signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
  });
  const { country = "" }: { country?: string } = await response.json();
  if (!COUNTRY.test(country)) return;
  session.learn(country);
  learned();
}
