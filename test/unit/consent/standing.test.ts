import { describe, expect, it } from "vitest";
import { answered, pending } from "../../../shared/consent/reading.ts";
import { type ConsentRules, consentFrom } from "../../../shared/consent/record.ts";
import { GPC } from "../../../shared/consent/sources.ts";
import { standingOf } from "../../../shared/consent/standing.ts";

const rules: ConsentRules = {
  source: "first",
  gates: { storage: "functional", crm: "crm", measurement: { source: "second", needs: "analytics" } },
};

describe("why a gate stands as it does", () => {
  const first = { ...answered("first", ["functional"], []), corrects: ["functional", "crm"] };
  const readings = [first, answered("second", ["analytics"], [], "implied"), answered(GPC, [], ["sale"])];
  const record = consentFrom(readings, rules, "DE");

  it("is its own authority’s answer, on that one’s basis", () => {
    expect(standingOf("storage", record, rules)).toMatchObject({ source: "first", basis: "explicit" });
    expect(standingOf("measurement", record, rules)).toMatchObject({ source: "second", basis: "implied" });
  });

  it("is whoever else says no to it, and to no other", () => {
    expect(standingOf("crm", record, rules).closedBy).toEqual([GPC]);
    expect(standingOf("storage", record, rules).closedBy).toEqual([]);
  });

  it("is the visitor’s own no where the rest of the answer is only a default", () => {
    const optedOut = { ...answered("first", ["functional"], ["crm"], "implied"), closes: ["crm"] as const };
    const mixed = consentFrom([optedOut], rules, "US");
    expect(standingOf("crm", mixed, rules).basis).toBe("explicit");
    expect(standingOf("storage", mixed, rules).basis).toBe("implied");
  });

  it("is what the authority took back of its cookie", () => {
    expect(standingOf("crm", record, rules).corrects).toEqual(["functional", "crm"]);
    expect(standingOf("measurement", record, rules).corrects).toBeUndefined();
  });

  it.each([["has not answered", [pending("first")]] as const, ["is not there", []] as const])(
    "is only the default while the authority %s",
    (_, sources) => {
      const standing = standingOf("storage", consentFrom(sources, rules, "DE"), rules);
      expect(standing).toMatchObject({ source: "first", state: "pending", basis: "default" });
    },
  );
});
