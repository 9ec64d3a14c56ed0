import { describe, expect, it } from "vitest";
import {
  ONETRUST,
  readOneTrust,
  readOneTrustCookie,
  readOneTrustGpc,
} from "../../../../shared/consent/managers/onetrust.ts";
import { consentFrom } from "../../../../shared/consent/record.ts";
import { readGoogle } from "../../../../shared/consent/signals/google.ts";

const cookie = (groups: string, more = "", landing = "NotLandingPage") =>
  `a=b; OptanonConsent=isGpcEnabled=0&datestamp=Sun+Nov+01+2026&version=202409.1.0&interactionCount=1&landingPath=${encodeURIComponent(landing)}&groups=${encodeURIComponent(groups)}&geolocation=DE%3BBE${more}`;
const closed = "; OptanonAlertBoxClosed=2026-11-01T10:00:00.000Z";
const SOME = "C0001:1,C0002:0,C0003:1,C0004:0";
const ALL = "C0001:1,C0002:1,C0003:1,C0004:1";
const optIn = { isAlertBoxClosed: true, model: "opt-in", activeGroups: ",C0001,C0003," };
const all = { isAlertBoxClosed: true, activeGroups: ",C0001,C0002,C0003,C0004," };

describe("OneTrust’s cookies", () => {
  it("grant the groups that are on, once the box was closed", () => {
    expect(readOneTrustCookie(cookie(SOME) + closed)).toEqual({
      source: ONETRUST,
      state: "answered",
      basis: "explicit",
      granted: ["C0001", "C0003"],
      denied: ["C0002", "C0004"],
      opens: ["storage", "behavior"],
      closes: ["crm", "measurement"],
    });
  });

  it.each<[string, string]>([
    ["are not there", "a=b"],
    ["were written before any choice, with every group on", cookie(ALL)],
  ])("say that nobody has answered where they %s", (_, cookies) => {
    expect(readOneTrustCookie(cookies).state).toBe("unanswered");
  });

  it.each<[string, string]>([
    ["wait for the visitor to choose anew", cookie(ALL, "&AwaitingReconsent=true") + closed],
    ["name no groups", `OptanonConsent=interactionCount=1${closed}`],
    ["hold something else", `OptanonConsent=%E0%A4%A${closed}`],
    ["say only that the box was closed", closed.slice(2)],
  ])("are no answer where they %s", (_, cookies) => {
    expect(readOneTrustCookie(cookies).state).toBe("pending");
  });

  it("are not read from the address that somebody landed on", () => {
    const landing = "https://northwind.example/?a=b&groups=C0003:1,C0004:1";
    expect(readOneTrustCookie(cookie(SOME, "", landing) + closed).granted).toEqual(["C0001", "C0003"]);
  });

  it("say nothing of gates where a site has ids of its own", () => {
    const reading = readOneTrustCookie(cookie("1:1,SPD_BG:0") + closed);
    expect(reading).toMatchObject({ granted: ["1"], denied: ["SPD_BG"], opens: [], closes: [] });
  });
});

describe("OneTrust’s interface", () => {
  it("is believed over the cookie", () => {
    expect(readOneTrust(optIn, cookie(ALL) + closed)).toMatchObject({
      basis: "explicit",
      granted: ["C0001", "C0003"],
      denied: ["C0002", "C0004"],
    });
    expect(readOneTrust({ ...optIn, activeGroups: ["C0001"] }, cookie(SOME))).toMatchObject({
      granted: ["C0001"],
      closes: ["storage", "behavior", "crm", "measurement"],
    });
  });

  it.each<[string, object]>([
    ["the box is open", { isAlertBoxClosed: false }],
    ["nobody knows whether the box is open", { isAlertBoxClosed: undefined }],
    ["there are no groups", { activeGroups: undefined }],
  ])("has no answer while %s, although every group is active", (_, more) => {
    const state = { ...all, model: "opt-in", ...more };
    expect(readOneTrust(state, cookie(ALL)).state).not.toBe("answered");
    // Where it asks anew, the cookie may hold a no.
    expect(readOneTrust(state, cookie(SOME) + closed).state).toBe("pending");
  });

  it("says that nobody has answered while the box was never closed", () => {
    expect(readOneTrust({ ...all, model: "opt-out", isAlertBoxClosed: false }, cookie(ALL)).state).toBe(
      "unanswered",
    );
  });

  it.each(["opt-out", "implied consent", "Custom", undefined])(
    "has no explicit yes where the model is %s and the box was only closed",
    (model) => {
      const reading = readOneTrust({ ...all, model }, cookie(ALL) + closed);
      expect(reading.basis).toBe("implied");
      const rules = { source: ONETRUST, gates: { storage: "C0003" } };
      expect(consentFrom([reading], rules, "DE").gates.storage).toBe("closed");
    },
  );

  it("has an explicit no in every model, unless it was the browser’s signal that said it", () => {
    const some = { ...all, model: "opt-out", activeGroups: ",C0001,C0002,C0003," };
    expect(readOneTrust(some, cookie(ALL)).basis).toBe("explicit");
    const byBrowser = cookie(ALL).replace("isGpcEnabled=0", "isGpcEnabled=1");
    expect(readOneTrust(some, byBrowser).basis).toBe("implied");
  });

  it("decides alone where a tag on the same site never sets personalization_storage", () => {
    const rules = { source: ONETRUST, gates: { behavior: "C0003", crm: "C0004", measurement: "C0002" } };
    const command = ["consent", "update", { ad_storage: "denied", analytics_storage: "granted" }];
    const google = readGoogle([command], {});
    const yes = readOneTrust({ ...all, model: "opt-in" }, cookie(ALL) + closed);
    const open = { behavior: "open", crm: "open", measurement: "open" };
    expect(consentFrom([yes, google], rules, "DE").gates).toMatchObject(open);
    const no = readOneTrust({ ...optIn, activeGroups: ",C0001," }, cookie(ALL) + closed);
    expect(consentFrom([no, google], rules, "DE").gates).toMatchObject({ behavior: "closed", crm: "closed" });
  });
});

describe("what OneTrust makes of Global Privacy Control", () => {
  it.each<[string, string, string | undefined]>([
    ["is to follow it", "isGpcEnabled=1&browserGpcFlag=1", "honored"],
    ["is nothing", "isGpcEnabled=0&browserGpcFlag=1", "ignored"],
    ["is not asked where the browser does not send it", "isGpcEnabled=0&browserGpcFlag=0", undefined],
    ["is not said by an older cookie", "groups=C0001%3A1", undefined],
    ["is not said where it says neither", "isGpcEnabled=&browserGpcFlag=1", undefined],
  ])("%s", (_, kept, said) => {
    expect(readOneTrustGpc(`a=b; OptanonConsent=${kept}; c=d`)).toBe(said);
  });
});
