import { describe, expect, it } from "vitest";
import { C15T, readC15tCookie, readC15tState } from "../../../../shared/consent/managers/c15t.ts";
import { answered, type Reading } from "../../../../shared/consent/reading.ts";
import { consentFrom } from "../../../../shared/consent/record.ts";

const rules = {
  source: C15T,
  gates: { storage: "functionality", behavior: "experience", crm: ["experience", "marketing"] },
  regions: { "opt-out": ["US"] },
};
const gates = (reading: Reading, country: string) => consentFrom([reading], rules, country).gates;

const off = { functionality: false, experience: false, marketing: false, measurement: false };
const granted = {
  necessary: true,
  functionality: true,
  experience: true,
  marketing: true,
  measurement: true,
};

describe("c15t's cookie", () => {
  it("grants what it names: a no is left out", () => {
    const cookies = "a=b; c15t=c.necessary:1,c.experience:1,c.marketing:0,i.t:1764000000000,i.sid:sub_1";
    expect(readC15tCookie(cookies)).toMatchObject({
      state: "answered",
      granted: ["necessary", "experience"],
      closes: ["storage", "crm", "measurement"],
    });
  });

  it.each([
    "",
    "c15t=",
    "c15t=%E0%A4%A",
    "c15t=c.marketing:1",
    "c15t=c.marketing:1,i.t:1764000000000",
    "c15t=c.marketing:1,i.sid:",
    // Version 1 kept an id of another kind; version 2 asks those visitors again.
    "c15t=c.marketing:1,i.t:1764000000000,i.id:7",
  ])("%j is no answer", (cookies) => {
    expect(readC15tCookie(cookies).state).toBe("unanswered");
  });
});

describe("c15t's store", () => {
  it("has no answer while it loads, nor where it asks", () => {
    expect(readC15tState({ consents: { necessary: true, ...off }, consentInfo: null }).state).toBe(
      "unanswered",
    );
    const asking = { consents: { necessary: true, ...off }, consentInfo: null, hasFetchedBanner: true };
    expect(readC15tState(asking).state).toBe("unanswered");
    expect(readC15tState({}).state).toBe("unanswered");
  });

  it("grants everything by itself where it knows no law: no choice, so open only where silence is a yes", () => {
    const reading = readC15tState({ consents: granted, consentInfo: null, hasFetchedBanner: true });
    expect(reading.basis).toBe("default");
    expect(gates(reading, "DE")).toMatchObject({ storage: "closed", behavior: "closed", crm: "closed" });
    expect(gates(reading, "US")).toMatchObject({ storage: "open", behavior: "open", crm: "open" });
  });

  it("keeps CRM facts back from a Californian whose browser says no, and what the rest is by silence", () => {
    const consents = { ...granted, marketing: false, measurement: false };
    const reading = readC15tState({ consents, consentInfo: null, hasFetchedBanner: true });
    expect(gates(reading, "US")).toMatchObject({ storage: "open", behavior: "open", crm: "closed" });
  });

  it("that is switched off grants everything, and nobody chose that", () => {
    expect(readC15tState({ consents: granted, consentInfo: {} }).state).toBe("unanswered");
  });

  it("says what the visitor chose once there is somebody who did", () => {
    const chosen = readC15tState({
      consents: { ...granted, marketing: false },
      consentInfo: { subjectId: "s" },
    });
    expect(chosen).toMatchObject({ basis: "explicit", closes: ["crm"] });
    expect(gates(chosen, "DE")).toMatchObject({ storage: "open", behavior: "open", crm: "closed" });
  });

  it("beside another authority closes by a choice, and by nothing else", () => {
    const open = { source: "klaro", gates: { storage: "a", crm: "a" } };
    const beside = (reading: Reading) =>
      consentFrom([answered("klaro", ["a"], []), reading], open, "DE").gates;
    const consents = { necessary: true, ...off };
    expect(beside(readC15tState({ consents, consentInfo: { subjectId: "s" } })).storage).toBe("closed");
    expect(beside(readC15tState({ consents, consentInfo: null })).storage).toBe("open");
    const mixed = { consents: { ...granted, marketing: false }, consentInfo: null, hasFetchedBanner: true };
    expect(beside(readC15tState(mixed)).crm).toBe("open");
  });
});
