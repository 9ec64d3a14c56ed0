import { describe, expect, it } from "vitest";
import { readWpConsent, WP_CONSENT_API } from "../../../../shared/consent/managers/wp-consent-api.ts";
import { consentFrom } from "../../../../shared/consent/record.ts";

const cookies = (said: Record<string, string>) =>
  Object.entries(said)
    .map(([category, answer]) => `wp_consent_${category}=${answer}`)
    .join("; ");
const allowed = cookies({ functional: "allow", preferences: "allow", statistics: "allow" });

describe("the WP Consent API", () => {
  it("grants and refuses by its cookies, and says nothing of what they do not name", () => {
    expect(readWpConsent(cookies({ preferences: "allow", marketing: "deny" }), "optin")).toEqual({
      source: WP_CONSENT_API,
      state: "answered",
      basis: "explicit",
      granted: ["preferences"],
      denied: ["marketing"],
      opens: ["behavior"],
      closes: ["crm"],
    });
  });

  it("does not take statistics-anonymous for statistics", () => {
    expect(readWpConsent(cookies({ "statistics-anonymous": "allow" }), "optin").opens).toEqual([]);
  });

  it.each([undefined, "optin", "optout"])(
    "has no answer without a cookie where the type is %s, although wp_has_consent may say yes",
    (type) => {
      expect(readWpConsent("a=b", type).state).toBe("unanswered");
    },
  );

  it.each([undefined, "optin", "optout"])("holds to a no where the type is %s", (type) => {
    const said = cookies({ functional: "allow", preferences: "deny" });
    expect(readWpConsent(said, type)).toMatchObject({
      basis: "explicit",
      closes: ["storage", "behavior"],
    });
  });

  it("has no choice in a yes where one has to opt out", () => {
    const reading = readWpConsent(allowed, "optout");
    expect(reading.basis).toBe("implied");
    const rules = { source: WP_CONSENT_API, gates: { storage: "functional" } };
    expect(consentFrom([reading], rules, "DE").gates.storage).toBe("closed");
    expect(readWpConsent(allowed, "optin").basis).toBe("explicit");
  });

  it("believes what it has just been told over the cookie", () => {
    expect(readWpConsent(allowed, "optin", { preferences: "deny" }).denied).toEqual(["preferences"]);
  });
});
