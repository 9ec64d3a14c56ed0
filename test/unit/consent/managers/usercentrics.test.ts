import { describe, expect, it } from "vitest";
import {
  readUsercentrics,
  readUsercentricsServices,
  USERCENTRICS,
} from "../../../../shared/consent/managers/usercentrics.ts";
import { consentFrom } from "../../../../shared/consent/record.ts";

const service = (category: string, given: boolean, type = "EXPLICIT") => ({
  name: category,
  category,
  essential: category === "essential",
  consent: { given, type },
});
const details = (type: string, services: object, more: object = {}) => ({
  consent: { required: true, status: "SOME_ACCEPTED", type, serviceIds: ["ads"], ...more },
  services,
  categories: {},
});
const SERVICES = {
  session: service("essential", true, "IMPLICIT"),
  recommendations: service("functional", true),
  ads: service("marketing", false),
};

describe("the consent details of Usercentrics 3", () => {
  it("grant services by their id, and the categories of which every service is given", () => {
    expect(readUsercentrics(details("EXPLICIT", SERVICES))).toMatchObject({
      state: "answered",
      basis: "explicit",
      granted: ["session", "recommendations", "essential", "functional"],
      denied: ["ads", "marketing"],
    });
  });

  it("grant no category of which one service is refused", () => {
    const services = { ...SERVICES, map: service("functional", false) };
    expect(readUsercentrics(details("EXPLICIT", services)).denied).toContain("functional");
  });

  it("are not read by serviceIds, which mean accepted or denied as the status says", () => {
    for (const status of ["SOME_ACCEPTED", "SOME_DENIED", "ALL_DENIED"])
      expect(readUsercentrics(details("EXPLICIT", SERVICES, { status })).granted).not.toContain("ads");
  });

  it("are no choice where they are implicit, although everything is given", () => {
    const services = { recommendations: service("functional", true, "IMPLICIT") };
    const reading = readUsercentrics(details("IMPLICIT", services));
    expect(reading).toMatchObject({ basis: "default", granted: ["recommendations", "functional"] });
    const rules = { source: USERCENTRICS, gates: { storage: "functional" } };
    expect(consentFrom([reading], rules, "DE").gates.storage).toBe("closed");
  });

  it("grant no service that was added after the choice, and given by default", () => {
    const services = { ...SERVICES, added: service("functional", true, "IMPLICIT") };
    const reading = readUsercentrics(details("EXPLICIT", services));
    expect(reading.denied).toEqual(expect.arrayContaining(["added", "functional"]));
  });

  it("say where no consent is required", () => {
    expect(readUsercentrics(details("IMPLICIT", SERVICES, { required: false })).basis).toBe("not required");
  });

  it.each([undefined, null, {}, { consent: { type: "EXPLICIT" } }, { services: SERVICES }])(
    "are no answer as %j",
    (said) => {
      expect(readUsercentrics(said).state).toBe("pending");
    },
  );
});

describe("the services of Usercentrics 2", () => {
  const one = (id: string, categorySlug: string, status: boolean, type: string) => ({
    id,
    categorySlug,
    consent: { status, history: [{ type }] },
  });

  it("grant what was chosen", () => {
    const services = [one("a", "functional", true, "explicit"), one("b", "marketing", false, "explicit")];
    expect(readUsercentricsServices(services, true)).toMatchObject({
      basis: "explicit",
      granted: ["a", "functional"],
      denied: ["b", "marketing"],
    });
  });

  it("are no choice while their history knows none", () => {
    expect(readUsercentricsServices([one("a", "functional", true, "implicit")], true).basis).toBe("default");
    expect(readUsercentricsServices([{ id: "a", consent: { status: true } }], true).basis).toBe("default");
  });

  it("say where no consent is required, and are no answer where there are none", () => {
    expect(readUsercentricsServices([one("a", "b", true, "implicit")], false).basis).toBe("not required");
    expect(readUsercentricsServices([], true).state).toBe("pending");
    expect(readUsercentricsServices(undefined, true).state).toBe("pending");
  });
});
