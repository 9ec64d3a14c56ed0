import { describe, expect, it } from "vitest";
import {
  COOKIEBOT,
  readCookiebot,
  readCookiebotCookie,
} from "../../../../shared/consent/managers/cookiebot.ts";
import { consentFrom } from "../../../../shared/consent/record.ts";

const cookie = (more: string, stamp = "abc+/=") =>
  `a=b; CookieConsent=${encodeURIComponent(`{stamp:'${stamp}',necessary:true,${more},ver:1,utc:1764000000000,region:'de'}`)}`;
const YES = "preferences:true,statistics:true,marketing:true,method:'explicit'";
const IMPLIED = YES.replace("explicit", "implied");
const consent = { necessary: true, preferences: true, statistics: true, marketing: true, method: "explicit" };
const rules = { source: COOKIEBOT, gates: { storage: "preferences", crm: "marketing" } };
const gatesOf = (cookies: string, country = "DE") =>
  consentFrom([readCookiebotCookie(cookies)], rules, country).gates;

describe("Cookiebot’s cookie", () => {
  it("grants what was chosen, although it is no JSON", () => {
    expect(readCookiebotCookie(cookie(YES.replace("marketing:true", "marketing:false")))).toEqual({
      source: COOKIEBOT,
      state: "answered",
      basis: "explicit",
      granted: ["necessary", "preferences", "statistics"],
      denied: ["marketing"],
      opens: ["storage", "behavior", "measurement"],
      closes: ["crm"],
    });
  });

  it.each([
    "a=b",
    "CookieConsent=0",
    "CookieConsent=-2",
    "CookieConsent=%E0%A4%A",
    // vanilla-cookieconsent and others keep something else under this name.
    `CookieConsent=${encodeURIComponent('{"categories":["necessary"],"level":["preferences"]}')}`,
  ])("is no answer as %j", (cookies) => {
    expect(readCookiebotCookie(cookies).state).toBe("unanswered");
  });

  it("is no choice where it was implied, or of an unknown method", () => {
    for (const method of [IMPLIED, YES.replace(",method:'explicit'", "")]) {
      expect(readCookiebotCookie(cookie(method)).basis).toBe("implied");
      expect(gatesOf(cookie(method))).toMatchObject({ storage: "closed", crm: "closed" });
    }
  });

  it("says that nothing is required where its stamp is -1, and that nobody chose", () => {
    expect(readCookiebotCookie(cookie(IMPLIED, "-1")).basis).toBe("not required");
    expect(readCookiebotCookie(cookie(YES, "-1")).basis).toBe("not required");
  });
});

describe("window.Cookiebot", () => {
  it("is believed over the cookie", () => {
    const held = { hasResponse: true, consent: { ...consent, preferences: false } };
    expect(readCookiebot(held, cookie(YES))).toMatchObject({
      basis: "explicit",
      denied: ["preferences"],
      closes: ["storage", "behavior"],
    });
  });

  it.each<[string, object, string]>([
    ["implied", { ...consent, method: "implied" }, cookie(IMPLIED)],
    ["implied", { ...consent, method: null }, ""],
    ["not required", { ...consent, method: "implied" }, cookie(IMPLIED, "-1")],
  ])("has an answer that is %s", (basis, held, cookies) => {
    expect(readCookiebot({ hasResponse: true, consent: held }, cookies).basis).toBe(basis);
  });

  it.each<[string, object]>([
    ["nobody answered", { hasResponse: false, consent }],
    ["it is only half there", { hasResponse: true }],
    ["it is something else", { consent: null }],
    ["it does not say whether anybody answered", { consent }],
  ])("has no answer while %s", (_, held) => {
    // It asks anew somebody who answered once, who may have said no.
    expect(readCookiebot(held, cookie(YES)).state).toBe("pending");
  });

  it("says that nobody has answered where nobody ever did", () => {
    expect(readCookiebot({ hasResponse: false, consent }, "").state).toBe("unanswered");
  });
});
