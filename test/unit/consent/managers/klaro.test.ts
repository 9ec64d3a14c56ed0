import { describe, expect, it } from "vitest";
import { readKlaroCookie, readKlaroManager } from "../../../../shared/consent/managers/klaro.ts";

const cookie = (value: unknown) => `x=y; klaro=${encodeURIComponent(JSON.stringify(value))}`;

describe("Klaro's cookie", () => {
  it("grants the services that were switched on, and denies the others", () => {
    expect(readKlaroCookie(cookie({ functional: true, analytics: false }))).toMatchObject({
      state: "answered",
      basis: "explicit",
      granted: ["functional"],
      denied: ["analytics"],
    });
  });

  it("grants nothing by what is not simply true", () => {
    expect(readKlaroCookie(cookie({ functional: 1, analytics: "true" })).granted).toEqual([]);
  });

  it.each<[string, string]>([
    ["that is not there", "x=y"],
    ["that is empty", "klaro="],
    ["that is not JSON", "klaro=%7B"],
    ["that is not decodable", "klaro=%E0%A4%A"],
    ["that is null", "klaro=null"],
    ["that is a number", "klaro=1"],
  ])("%s is no answer", (_, cookies) => {
    expect(readKlaroCookie(cookies).state).toBe("pending");
  });
});

describe("Klaro's manager", () => {
  it("has no answer before a choice, whatever is preset", () => {
    expect(readKlaroManager({ confirmed: false, savedConsents: { functional: true } }).state).toBe("pending");
  });

  it("says what was saved, not what is switched just now", () => {
    const manager = { confirmed: true, savedConsents: { ads: false }, consents: { ads: true } };
    expect(readKlaroManager(manager)).toMatchObject({ state: "answered", granted: [], denied: ["ads"] });
  });

  it("has no answer in a version that does not tell what was saved", () => {
    expect(readKlaroManager({ confirmed: true }).state).toBe("pending");
  });
});
