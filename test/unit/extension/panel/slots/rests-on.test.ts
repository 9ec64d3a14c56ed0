import { describe, expect, it } from "vitest";
import { restsOn } from "../../../../../extension/panel/rules/rests-on.ts";
import { decide } from "../../../../../shared/engine/decide.ts";
import { type Facts, known } from "../../../../../shared/engine/facts.ts";
import { manifest, page, visitors } from "../../../findings/page.ts";

const ASKED = "2026-11-24T09:00:00Z";
const SINCE = "2026-11-03T00:00:00Z";

function rests(facts: Facts, asOf: string | undefined = ASKED) {
  const visitor = { identified: true, asOf };
  const { claim } = page({ slots: [], facts, claim: { visitor } }).observation;
  if (!claim) throw new Error("no claim");
  return restsOn(decide(manifest, "hero", facts), claim);
}

const cfo: Facts = { ...visitors.cfo, memberships: { cfo: { is: "yes", since: SINCE } } };

describe("what a decision rests on", () => {
  it("is as old as the endpoint’s answer, and the visitor in it since then", () => {
    expect(rests(cfo)).toEqual({ asOf: Date.parse(ASKED), since: Date.parse(SINCE), missing: [] });
  });

  it("is the consent that was missing", () => {
    const abroad = (facts: Facts): Facts => ({
      ...facts,
      properties: { ...facts.properties, country: known("FR") },
    });
    expect(rests(abroad(visitors.notAsked)).missing).toEqual(["crm", "behavior"]);
    expect(rests(abroad(visitors.stillAsked)).missing).toEqual([]);
  });

  it("is not the endpoint’s where only the page was asked", () => {
    const facts: Facts = { ...visitors.notAsked };
    expect(rests(facts).asOf).toBeUndefined();
  });

  it("has no age where the page says none, or nonsense", () => {
    expect(rests(cfo, "yesterday, I think").asOf).toBeUndefined();
    const odd: Facts = { ...cfo, memberships: { cfo: { is: "yes", since: "long ago" } } };
    expect(rests(odd).since).toBeUndefined();
  });
});
