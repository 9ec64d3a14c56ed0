import { describe, expect, it } from "vitest";
import { OSANO, readOsano } from "../../../../shared/consent/managers/osano.ts";

const consent = {
  ESSENTIAL: "ACCEPT",
  STORAGE: "ACCEPT",
  MARKETING: "DENY",
  PERSONALIZATION: "ACCEPT",
  ANALYTICS: "DENY",
  OPT_OUT: "DENY",
};

describe("the consent that Osano hands on", () => {
  it("grants what was accepted", () => {
    expect(readOsano(consent)).toEqual({
      source: OSANO,
      state: "answered",
      basis: "explicit",
      granted: ["ESSENTIAL", "STORAGE", "PERSONALIZATION", "OPT_OUT:DENY"],
      denied: ["MARKETING", "ANALYTICS"],
      opens: ["storage", "behavior", "crm"],
      closes: ["measurement"],
    });
  });

  it("takes an accepted OPT_OUT for the no that it is", () => {
    const reading = readOsano({ ...consent, OPT_OUT: "ACCEPT" });
    expect(reading.granted).not.toContain("OPT_OUT:DENY");
    expect(reading.closes).toContain("crm");
    expect(reading.closes).not.toContain("behavior");
  });

  it.each([null, "ACCEPT", {}, { STORAGE: true }])("is no answer as %j", (said) => {
    expect(readOsano(said).state).toBe("pending");
  });

  it("says that nobody has answered once it has started without an answer", () => {
    expect(readOsano(undefined).state).toBe("unanswered");
  });
});
