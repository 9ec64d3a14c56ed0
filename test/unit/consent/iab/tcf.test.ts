import { TCString } from "@iabtechlabtcf/core";
import { describe, expect, it } from "vitest";
import { GATES } from "../../../../shared/consent/gates.ts";
import { readTcData, readTcfCookie, tcfAnswered } from "../../../../shared/consent/iab/tcf.ts";
import { answered, askedAgain, pending } from "../../../../shared/consent/reading.ts";
import { consentFrom } from "../../../../shared/consent/record.ts";
import { TCF } from "../../../../shared/consent/sources.ts";
import { strings } from "./tc-strings.json";

const rules = { source: "tcf", gates: {} };
const gatesOf = (tc: string) => consentFrom([readTcfCookie(`euconsent-v2=${tc}`)], rules, "DE").gates;

describe("the TC string in the cookie", () => {
  it.each(strings)("$name grants exactly its purposes", ({ tc, purposes }) => {
    const reading = readTcfCookie(`a=b; euconsent-v2=${tc}; c=d`);
    expect(reading).toMatchObject({ state: "answered", granted: purposes });
  });

  it.each(strings)("$name opens the gates that it names, $opens, and no other", ({ tc, opens }) => {
    expect(GATES.filter((gate) => gatesOf(tc)[gate] === "open")).toEqual(opens);
  });

  it.each(strings)("$name says the same through the API", ({ tc }) => {
    const data = TCString.decode(tc);
    const consents = Object.fromEntries([...data.purposeConsents].map(([id, is]) => [id, is]));
    const legitimateInterests = Object.fromEntries([...data.purposeLegitimateInterests]);
    const purpose = { consents, legitimateInterests };
    const said = readTcData({ gdprApplies: true, eventStatus: "useractioncomplete", purpose });
    expect(said).toEqual(readTcfCookie(`euconsent-v2=${tc}`));
  });

  it.each([
    "",
    "euconsent-v2=",
    "euconsent-v2=%E0%A4%A",
    "euconsent-v2=BOEFEAyOEFEAyAHABDENAI4AAAB9vABAASA",
    "euconsent-v2=C<script>",
  ])("%j is no answer", (cookies) => {
    expect(readTcfCookie(cookies).state).toBe("pending");
  });
});

describe("what __tcfapi says", () => {
  it("is no consent while nothing was chosen, although it says tcloaded", () => {
    expect(readTcData({ gdprApplies: true, eventStatus: "tcloaded", purpose: { consents: {} } }).state).toBe(
      "pending",
    );
    expect(readTcData({ gdprApplies: true, eventStatus: "tcloaded" }).state).toBe("pending");
  });

  it("is no consent while the dialog is open", () => {
    const data = { gdprApplies: true, eventStatus: "cmpuishown", purpose: { consents: { "1": true } } };
    expect(readTcData(data).state).toBe("pending");
  });

  it("is no consent of somebody whose legitimate interest is claimed for it", () => {
    const purpose = { consents: { "1": true }, legitimateInterests: { "5": true, "6": true, "8": true } };
    const { opens } = readTcData({ gdprApplies: true, eventStatus: "tcloaded", purpose });
    expect(opens).toEqual(["storage"]);
  });

  it("keeps the device shut where the country does not ask for it", () => {
    const purpose = { consents: { "5": true, "6": true, "8": true } };
    const asked = {
      gdprApplies: true,
      eventStatus: "tcloaded",
      purposeOneTreatment: true,
      publisherCC: "FR",
    };
    expect(readTcData({ ...asked, purpose }).opens).toEqual([]);
  });

  it("asks purposes, not vendors: a first party is none", () => {
    const vendor = { consents: { "15": true }, disclosedVendors: {} };
    const data = { gdprApplies: true, eventStatus: "tcloaded", vendor };
    expect(readTcData({ ...data, purpose: { consents: { "2": false } } })).toMatchObject({ opens: [] });
    expect(readTcData({ ...data, purpose: { consents: { "1": true } } })).toMatchObject({
      opens: ["storage"],
    });
  });

  it("is no consent while it is not known whether the GDPR applies", () => {
    expect(readTcData({ eventStatus: "tcloaded", purpose: { consents: { "1": true } } }).state).toBe(
      "pending",
    );
  });

  it("is a refusal when the visitor chose nothing", () => {
    const reading = readTcData({
      gdprApplies: true,
      eventStatus: "useractioncomplete",
      purpose: { consents: {} },
    });
    expect(reading).toMatchObject({ state: "answered", granted: [] });
  });

  it("needs no consent where the GDPR does not apply", () => {
    const record = consentFrom([readTcData({ gdprApplies: false, eventStatus: "tcloaded" })], rules, "US");
    expect(record).toMatchObject({ basis: "not required", gates: { storage: "open", crm: "open" } });
  });
});

describe("a manager that asks again", () => {
  const all = tcfAnswered(["1", "5", "6", "8"]);
  const some = tcfAnswered(["1", "8"]);

  it("has no yes any more, and still the no that was said", () => {
    const asking = askedAgain(pending(TCF), some);
    const authority = consentFrom([asking], rules, "DE").gates;
    expect(authority).toMatchObject({ storage: "closed", behavior: "closed", crm: "closed" });
    const open = { source: "klaro", gates: { storage: "a", behavior: "a", crm: "a" } };
    const other = consentFrom([answered("klaro", ["a"], []), asking], open, "DE").gates;
    expect(other).toMatchObject({ storage: "open", behavior: "closed", crm: "closed" });
  });

  it("has said nothing where it never said no, and what it says next counts", () => {
    expect(askedAgain(pending(TCF), undefined)).toEqual(pending(TCF));
    expect(askedAgain(pending(TCF), all)).toEqual(pending(TCF));
    expect(askedAgain(all, some)).toEqual(all);
  });
});
