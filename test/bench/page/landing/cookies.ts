/** What signing in leaves: consent, the visitor's hash for Forwhom, and the answer itself for the inline swap. */
export const signedInCookies = (now: Date): readonly string[] => [
  acceptedCookie(now),
  ...["forwhom_hash=0123456789abcdef", "tier=a"].map(
    (cookie) => `${cookie}; Path=/; SameSite=Lax; Max-Age=86400`,
  ),
];

/** The cookie in which vanilla-cookieconsent 3 keeps that everything was accepted. */
export function acceptedCookie(now: Date): string {
  const categories = ["necessary", "functional", "personalization", "analytics"];
  const at = now.toISOString();
  const value = {
    categories,
    revision: 0,
    data: null,
    consentTimestamp: at,
    consentId: "5f0f6b0a-6f0e-4a53-9d8c-0d9a5f3c1b2e",
    services: Object.fromEntries(categories.map((category) => [category, []])),
    lastConsentTimestamp: at,
    expirationTime: now.getTime() + 182 * 24 * 60 * 60 * 1000,
  };
  return `cc_cookie=${encodeURIComponent(JSON.stringify(value))}; Path=/; SameSite=Lax; Max-Age=15724800`;
}
