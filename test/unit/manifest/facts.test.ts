import { describe, expect, it } from "vitest";
import { endpointFacts } from "../../../shared/manifest/facts.ts";
import type { MembershipAnswer } from "../../../shared/manifest/membership.ts";

const manifest = {
  properties: {
    stage: { input: "lifecycle", from: "crm", usableFor: "30d" },
    seats: { input: "fit", from: "crm" },
    country: { input: "region", from: "page", of: "country" },
  },
  memberships: { cfo: { anonymous: "no", usableFor: "7d" }, fit: { anonymous: "yes" } },
} as const;

const asOf = "2026-11-01T00:00:00Z";
const answer: MembershipAnswer = {
  forwhom: 1,
  identified: true,
  segments: { cfo: { is: "yes", since: asOf }, fit: { is: "no" } },
  properties: { stage: "lead", seats: null },
  objected: false,
  stop: false,
  asOf,
  freshFor: 300,
};
const after = (days: number) => Date.parse(asOf) + days * 86_400_000;
const facts = (days: number, more: Partial<MembershipAnswer> = {}) =>
  endpointFacts({ ...answer, ...more }, manifest, after(days));

describe("the facts in an endpoint's answer", () => {
  it("are known while they may be used, and say nothing of what the page shows itself", () => {
    expect(facts(1)).toEqual({
      properties: { stage: { is: "known", value: "lead" }, seats: { is: "unknown", because: "missing" } },
      memberships: { cfo: { is: "yes", since: asOf }, fit: { is: "no" } },
    });
  });

  it("are stale, each at its own age, and remember what they last were", () => {
    expect(facts(8).memberships.cfo).toEqual({ is: "unknown", because: "stale", last: "yes" });
    expect(facts(8).properties.stage).toEqual({ is: "known", value: "lead" });
    expect(facts(31).properties.stage).toEqual({ is: "unknown", because: "stale", last: "lead" });
    expect(facts(31).memberships.fit).toEqual({ is: "unknown", because: "stale", last: "no" });
  });

  it("that the endpoint could not find out are unknown", () => {
    const { properties, memberships } = facts(1, { segments: {}, properties: {} });
    expect(properties.stage).toEqual({ is: "unknown", because: "failed" });
    expect(memberships.cfo).toEqual({ is: "unknown", because: "failed" });
  });

  it("are absent, and so answers, where nobody is identified", () => {
    const nobody = {
      properties: { stage: { is: "absent" }, seats: { is: "absent" } },
      memberships: { cfo: { is: "no" }, fit: { is: "yes" } },
    };
    expect(facts(400, { identified: false })).toEqual(nobody);
    expect(endpointFacts("nobody", manifest, 0)).toEqual(nobody);
  });

  it("are all unknown, for one reason, before anything was answered", () => {
    expect(endpointFacts("pending", manifest, 0)).toMatchObject({
      properties: { stage: { because: "pending" } },
      memberships: { fit: { because: "pending" } },
    });
  });
});
