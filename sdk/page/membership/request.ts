const PATIENCE_MS = 5_000;

/** Asks the endpoint about whoever is signed in now. */
export function requestMembership(
  endpoint: string,
  signal: AbortSignal,
  headers: HeadersInit = {},
): Promise<Response> {
  const asked = fetch(`${endpoint}/membership`, {
    credentials: "include",
    cache: "no-store",
    headers,
    signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
  });
  // Whoever waits for it hears of a failure; the page's console does not.
  asked.catch(() => {});
  return asked;
}
