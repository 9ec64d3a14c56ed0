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

  it("that is not there says that nobody has answered", () => {
    expect(readKlaroCookie("x=y").state).toBe("unanswered");
  });

  it.each<[string, string]>([
    ["that is empty", "klaro="],
    ["that is not JSON", "klaro=%7B"],
    ["that is null", "klaro=null"],
    ["that is a number", "klaro=1"],
  ])("%s is no answer", (_, cookies) => {
    expect(readKlaroCookie(cookies).state).toBe("pending");
  });
});

describe("Klaro's manager", () => {
  it("has no answer before a choice, whatever is preset", () => {
    const manager = { confirmed: false, savedConsents: { functional: true } };
    expect(readKlaroManager(manager, "x=y").state).toBe("unanswered");
    // A service is new, so it asks anew somebody who may have said no.
    expect(readKlaroManager(manager, cookie({ functional: false })).state).toBe("pending");
  });

  it("says what was saved, not what is switched just now", () => {
    const manager = { confirmed: true, savedConsents: { ads: false }, consents: { ads: true } };
    expect(readKlaroManager(manager, "")).toMatchObject({ state: "answered", granted: [], denied: ["ads"] });
  });

  it("has no answer in a version that does not tell what was saved", () => {
    expect(readKlaroManager({ confirmed: true }, "").state).toBe("pending");
  });
});
