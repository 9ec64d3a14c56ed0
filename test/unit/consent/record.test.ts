import { describe, expect, it } from "vitest";
import { gatesAll } from "../../../shared/consent/gates.ts";
import { tcfAnswered } from "../../../shared/consent/iab/tcf.ts";
import { readVanilla, VANILLA } from "../../../shared/consent/managers/vanilla-cookieconsent.ts";
import { answered, pending, type Reading, unanswered } from "../../../shared/consent/reading.ts";
import { type ConsentRules, consentFrom } from "../../../shared/consent/record.ts";
import { GPC } from "../../../shared/consent/sources.ts";
import { readingSchema } from "../../../shared/protocol/inspection.ts";

const rules: ConsentRules = {
  source: VANILLA,
  gates: { storage: "functional", behavior: "personalization", crm: ["personalization", "functional"] },
  regions: { "opt-out": ["US"] },
};

const gates = (readings: readonly Reading[], country?: string, more: Partial<ConsentRules> = {}) =>
  consentFrom(readings, { ...rules, ...more }, country).gates;

const all = answered(VANILLA, ["functional", "personalization", "analytics"], []);

describe("the gates", () => {
  it("open as far as the authority granted what they need", () => {
    expect(gates([answered(VANILLA, ["functional"], [])])).toEqual({
      storage: "open",
      behavior: "closed",
      crm: "closed",
      measurement: "closed",
    });
    expect(gates([all])).toMatchObject({ storage: "open", behavior: "open", crm: "open" });
  });

  it("stay closed where the library maps nothing to them", () => {
    expect(gates([all]).measurement).toBe("closed");
  });

  it("are not open while the authority has not answered, in Germany and where nobody knows where", () => {
    expect(gates([pending(VANILLA)], "DE").storage).toBe("unknown");
    expect(gates([pending(VANILLA)]).storage).toBe("unknown");
    expect(gates([]).crm).toBe("unknown");
  });

  it("are open by default where the visitor has to opt out, until somebody does", () => {
    expect(gates([unanswered(VANILLA)], "US").storage).toBe("open");
    expect(gates([answered(VANILLA, [], [])], "US").storage).toBe("closed");
    expect(gates([unanswered(VANILLA)], "DE").storage).toBe("unknown");
  });

  it("are not open before the authority has spoken, even there: it may know of a no", () => {
    expect(gates([pending(VANILLA)], "US").storage).toBe("unknown");
    expect(gates([], "US").storage).toBe("unknown");
  });

  it.each(["implied", "default"] as const)("are not opened by an answer that is only %s", (basis) => {
    const reading = answered(VANILLA, ["functional", "personalization"], [], basis);
    expect(gates([reading], "DE").storage).toBe("closed");
    expect(gates([reading], "US").storage).toBe("open");
  });

  it("are closed, never opened, by another source", () => {
    const tcfNo = tcfAnswered(["1"]);
    const tcfYes = tcfAnswered(["1", "5", "6", "8"]);
    expect(gates([all, tcfNo])).toMatchObject({ storage: "open", behavior: "closed", crm: "closed" });
    expect(gates([all, pending("tcf")]).crm).toBe("open");
    expect(gates([pending(VANILLA), tcfYes], "DE").crm).toBe("unknown");
  });

  describe("with an authority of its own", () => {
    const measured = {
      gates: { ...rules.gates, measurement: { source: "another", needs: ["analytics_storage"] } },
    };
    const grants = answered("another", ["analytics_storage"], []);
    const denies = answered("another", [], ["analytics_storage"]);

    it("open by that one's word, and the rest by the first's", () => {
      expect(gates([all, grants], "DE", measured)).toEqual(gatesAll("open"));
      expect(gates([all, denies], "DE", measured)).toEqual({ ...gatesAll("open"), measurement: "closed" });
      expect(gates([answered(VANILLA, [], []), grants], "DE", measured)).toEqual({
        ...gatesAll("closed"),
        measurement: "open",
      });
    });

    it("are not answered while that one has not, whatever the first says of such a category", () => {
      const readings = [answered(VANILLA, ["functional", "personalization", "analytics_storage"], [])];
      expect(gates(readings, "DE", measured)).toMatchObject({ storage: "open", measurement: "unknown" });
      expect(gates([...readings, pending("another")], "DE", measured).measurement).toBe("unknown");
    });

    it("rest on that one's own basis", () => {
      const byDefault = answered("another", ["analytics_storage"], [], "default");
      expect(gates([all, byDefault], "DE", measured).measurement).toBe("closed");
      expect(gates([all, byDefault], "US", measured).measurement).toBe("open");
    });

    it("are closed by the first where it says an explicit no of them", () => {
      const tcfNo = tcfAnswered(["1"]);
      expect(gates([tcfNo, grants], "DE", { ...measured, source: "tcf" }).measurement).toBe("closed");
    });

    it("follow it where the other manager never says anything of them", () => {
      // OneTrust is the authority, and a gtag on the same site never sets personalization_storage.
      const silent = answered("google-consent-mode", ["analytics_storage"], []);
      const oneTrust = answered("onetrust", ["C0003"], []);
      const both = { source: "onetrust", gates: { behavior: "C0003" } };
      expect(gates([oneTrust, silent], "DE", both).behavior).toBe("open");
    });
  });

  it("follow Global Privacy Control for CRM facts, or as the library says", () => {
    const gpc = answered(GPC, [], ["sale-or-sharing"]);
    expect(gates([all, gpc])).toMatchObject({ storage: "open", behavior: "open", crm: "closed" });
    expect(gates([all, gpc], "DE", { globalPrivacyControl: ["behavior"] })).toMatchObject({
      behavior: "closed",
      crm: "open",
    });
  });

  it("change the fingerprint under which things are kept", () => {
    const one = consentFrom([all], rules, "DE").fingerprint;
    expect(consentFrom([answered(VANILLA, ["functional"], [])], rules, "DE").fingerprint).not.toBe(one);
    expect(consentFrom([all], rules, "FR").fingerprint).toBe(one);
  });
});

describe("what a source said", () => {
  it("is handed on to who looks behind the page, whole", () => {
    const corrected = { ...tcfAnswered(["1"]), corrects: ["1", "5"] };
    for (const reading of [all, pending(VANILLA), corrected])
      expect(readingSchema.safeParse(reading)).toEqual({ success: true, data: reading });
  });
});

describe("vanilla-cookieconsent's cookie", () => {
  const now = Date.parse("2026-11-24T12:00:00Z");
  const choice = {
    categories: ["necessary", "functional"],
    consentId: "0f5e",
    consentTimestamp: "2026-11-01T00:00:00.000Z",
    expirationTime: now + 1,
  };
  const cookie = (value: unknown) => `x=y; cc_cookie=${encodeURIComponent(JSON.stringify(value))}`;

  it("grants the categories that were accepted", () => {
    expect(readVanilla(cookie(choice), now)).toMatchObject({
      state: "answered",
      granted: ["necessary", "functional"],
    });
  });

  it.each<[string, string]>([
    ["that is not there", "x=y"],
    ["without a consent id", cookie({ ...choice, consentId: undefined })],
    ["without the time of a choice", cookie({ ...choice, consentTimestamp: undefined })],
    ["that has run out", cookie({ ...choice, expirationTime: now - 1 })],
    ["that is not JSON", "cc_cookie=%7B"],
    ["that is not decodable", "cc_cookie=%E0%A4%A"],
    ["without categories", cookie({ ...choice, categories: "all" })],
    ["that is null", "cc_cookie=null"],
  ])("%s is no answer", (_, cookies) => {
    expect(readVanilla(cookies, now).state).toBe("unanswered");
  });
});
