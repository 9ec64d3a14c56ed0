import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gatesAll } from "../../../shared/consent/gates.ts";
import { withhold } from "../../../shared/consent/withhold.ts";
import { mapped } from "../../../shared/engine/facts.ts";
import { facts, properties } from "../engine/arbitrary.ts";

const all = { ...properties, country: { from: "page" }, sessions: { from: "behavior" } };

describe("what consent does not cover", () => {
  it("is withheld: every CRM fact and membership, and every event", () => {
    fc.assert(
      fc.property(facts, (visitor) => {
        const memberships = { icp: { is: "yes" as const } };
        const country = { is: "known" as const, value: "DE" };
        const whole = {
          ...visitor,
          memberships,
          properties: { ...visitor.properties, country },
          objected: true,
        };
        const left = withhold(whole, all, gatesAll("unknown"));
        const withheld = { is: "unknown", because: "withheld" };
        expect(left).toMatchObject({ events: withheld, memberships: { icp: withheld }, objected: false });
        expect(left.properties).toEqual({
          ...mapped(properties, () => withheld),
          sessions: withheld,
          country,
        });
      }),
    );
  });

  it("is withheld gate by gate", () => {
    const visitor = {
      properties: {
        persona: { is: "known" as const, value: "cfo" },
        sessions: { is: "known" as const, value: 2 },
      },
      memberships: {},
      events: [],
      now: 0,
    };
    const behavior = withhold(visitor, all, { ...gatesAll("open"), crm: "closed" });
    expect([behavior.properties.persona?.is, behavior.events]).toEqual(["unknown", []]);
    expect(behavior.properties.sessions?.is).toBe("known");
    const crm = withhold(visitor, all, { ...gatesAll("open"), behavior: "unknown" });
    expect([crm.properties.persona?.is, "is" in crm.events]).toEqual(["known", true]);
    expect(crm.properties.sessions).toEqual({ is: "unknown", because: "withheld" });
  });

  it("is nothing where every gate is open", () => {
    fc.assert(
      fc.property(facts, (visitor) => {
        expect(withhold(visitor, all, gatesAll("open"))).toEqual(visitor);
      }),
    );
  });
});
