import type { Failure } from "../membership/rest.ts";
import type { Measured } from "./measured.ts";
import type { Gone, Refused } from "./outbox.ts";

const PATIENCE_MS = 10_000;

/** All that a browser sends for pages that are gone may have 64 kB; a letter has three bytes at most. */
const OUTLIVES = 20_000;

/** How it failed; or which of the events, the endpoint refuses for good: it has the others. */
export type Sent = Failure & { readonly refused?: readonly Refused[] };

/** Sends events. Only the endpoint's own answer counts: whoever stands between may say anything. Never rejects. */
export async function send(
  events: readonly (Measured | Gone)[],
  endpoint: string,
  signal: AbortSignal,
): Promise<Sent> {
  let sent: Sent = { status: 0 };
  try {
    const body = JSON.stringify({ events });
    const response = await fetch(`${endpoint}/events`, {
      method: "POST",
      credentials: "include",
      // Without a type it is text, like a beacon: no browser asks first whether it may be sent.
      body,
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
      keepalive: body.length < OUTLIVES,
    });
    const { status, headers } = response;
    sent = { status, retryAfter: headers.get("Retry-After") };
    const { forwhom, refused } = await response.json();
    if (forwhom === 1) sent = { status, refused };
  } catch {
    // Not there, too late, left, or not JSON.
  }
  return sent;
}

/**
 * Sends events from a page that may not be there any more to hear of it: each by itself, since a browser takes only
 * so much from a page that is being left, and takes a letter as a whole or not at all.
 */
export function sendBlindly(events: Iterable<Measured>, endpoint: string): void {
  for (const one of events) navigator.sendBeacon(`${endpoint}/events`, JSON.stringify({ events: [one] }));
}
