import { describe, expect, it } from "vitest";
import { HUBSPOT, readHubSpot, readHubSpotCookies } from "../../../../shared/consent/managers/hubspot.ts";
import { consentFrom } from "../../../../shared/consent/record.ts";

const chosen = "__hs_cookie_cat_pref=1:true,2:true,3:true";
const every = { analytics: true, advertisement: true, functionality: true };

describe("the cookies of HubSpot’s banner", () => {
  it("grant the categories by their numbers", () => {
    expect(readHubSpotCookies("a=b; __hs_cookie_cat_pref=1:false,2:false,3:true")).toEqual({
      source: HUBSPOT,
      state: "answered",
      basis: "explicit",
      granted: ["functionality"],
      denied: ["analytics", "advertisement"],
      opens: ["storage"],
      closes: ["behavior", "crm", "measurement"],
    });
    expect(readHubSpotCookies("__hs_cookie_cat_pref=1%3Atrue%2C2%3Afalse%2C3%3Atrue").granted).toEqual([
      "analytics",
      "functionality",
    ]);
  });

  it("refuse everything where the visitor opted out", () => {
    expect(readHubSpotCookies("__hs_opt_out=yes")).toMatchObject({ state: "answered", granted: [] });
  });

  it.each([
    "a=b",
    "__hs_opt_out=no",
    "__hs_initial_opt_in=true",
    "__hs_gpc_banner_dismiss=true",
    "__hs_cookie_cat_pref=",
    "__hs_cookie_cat_pref=4:true,x",
    "hubspotutk=0123456789abcdef0123456789abcdef",
  ])("are no answer as %j", (cookies) => {
    expect(readHubSpotCookies(cookies).state).toBe("unanswered");
  });
});

describe("what a privacy consent listener is told", () => {
  it("is read by its categories: it may be allowed with some of them only", () => {
    const consent = { allowed: true, categories: { ...every, analytics: false } };
    expect(readHubSpot(consent, chosen)).toMatchObject({
      basis: "explicit",
      granted: ["advertisement", "functionality"],
      closes: ["behavior", "crm", "measurement"],
    });
    expect(readHubSpot({ allowed: true }, chosen).granted).toEqual([]);
  });

  it("is a refusal where it is not allowed, whatever the categories say", () => {
    expect(readHubSpot({ allowed: false, categories: every }, chosen)).toMatchObject({
      basis: "explicit",
      granted: [],
    });
  });

  it("is nobody’s choice where the banner is switched off", () => {
    const reading = readHubSpot({ allowed: true, categories: every }, "hubspotutk=0123456789abcdef");
    expect(reading.basis).toBe("default");
    const rules = { source: HUBSPOT, gates: { storage: "functionality" } };
    expect(consentFrom([reading], rules, "DE").gates.storage).toBe("closed");
  });

  it.each([undefined, null, "yes", {}, { categories: every }])("is no answer as %j", (consent) => {
    expect(readHubSpot(consent, chosen).state).toBe("pending");
  });
});
