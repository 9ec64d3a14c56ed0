import { describe, expect, it } from "vitest";
import { readTcData, readTcfCookie } from "../../../../shared/consent/iab/tcf.ts";
import { consentFrom } from "../../../../shared/consent/record.ts";
import { strings } from "./tc-strings.json";

const rules = { source: "tcf", gates: {} };
const gatesOf = (tc: string) => consentFrom([readTcfCookie(`euconsent-v2=${tc}`)], rules, "DE").gates;

describe("the TC string in the cookie", () => {
  it.each(strings)("$name grants exactly its purposes", ({ tc, purposes }) => {
    const reading = readTcfCookie(`a=b; euconsent-v2=${tc}; c=d`);
    expect(reading).toMatchObject({ state: "answered", granted: purposes });
  });

  it.each(strings)("$name opens only the gates whose purposes it grants", ({ tc, purposes }) => {
    const has = (...needed: string[]) => (needed.every((one) => purposes.includes(one)) ? "open" : "closed");
    expect(gatesOf(tc)).toEqual({
      storage: has("1"),
      behavior: has("1", "5", "6"),
      crm: has("1", "6"),
      measurement: has("1", "8"),
    });
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
