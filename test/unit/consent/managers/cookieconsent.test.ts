import { describe, expect, it } from "vitest";
import { readCookieconsent } from "../../../../shared/consent/managers/cookieconsent.ts";
import { answered } from "../../../../shared/consent/reading.ts";
import { consentFrom } from "../../../../shared/consent/record.ts";

const status = (value: string) => readCookieconsent(`a=b; cookieconsent_status=${value}`);

describe("the old cookieconsent's cookie", () => {
  it("grants what was allowed", () => {
    expect(status("allow")).toMatchObject({ state: "answered", basis: "explicit", granted: ["allow"] });
  });

  it("denies everything by a no, also beside another authority", () => {
    expect(status("deny")).toMatchObject({ state: "answered", granted: [] });
    const rules = { source: "klaro", gates: { storage: "a", crm: "a" } };
    const gates = consentFrom([answered("klaro", ["a"], []), status("deny")], rules, "DE").gates;
    expect(gates).toMatchObject({ storage: "closed", crm: "closed" });
  });

  it.each(["dismiss", "", "allowed", "%E0%A4%A"])("%j is no answer", (value) => {
    expect(status(value).state).toBe("unanswered");
  });

  it("that is not there is no answer", () => {
    expect(readCookieconsent("a=b").state).toBe("unanswered");
  });
});
