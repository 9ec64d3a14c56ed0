import { describe, expect, it } from "vitest";
import type { Seen } from "../../../../../extension/panel/seen.ts";
import {
  factsOf,
  propertiesOf,
  segmentsOf,
  standingIn,
} from "../../../../../extension/panel/visitor/known.ts";
import { gatesAll } from "../../../../../shared/consent/gates.ts";
import { ABSENT, type Facts, known } from "../../../../../shared/engine/facts.ts";
import type { Inspection } from "../../../../../shared/protocol/inspection.ts";
import type { Preview } from "../../../../../shared/protocol/preview.ts";
import { agreedToNothing, manifest, NOW, page, visitors } from "../../../findings/page.ts";

const ASKED = "2026-11-24T09:00:00Z";

type Given = { facts?: Facts; claim?: Partial<Inspection>; preview?: Preview };

function seen({ facts = visitors.nobody, claim, preview }: Given = {}): Seen {
  const { observation } = page({
    slots: [],
    facts,
    consent: [agreedToNothing],
    claim: { visitor: { identified: true, asOf: ASKED }, ...claim },
  });
  if (!observation.claim) throw new Error("no claim");
  return { tab: 1, observation, claim: observation.claim, preview, chosen: undefined, rules: { manifest } };
}

const previewed = (facts: Facts, gates = gatesAll("open")): Preview =>
  ({ forwhom: 1, label: "Customers", facts, gates, tab: 1, until: NOW + 1 }) as unknown as Preview;

describe("what is known of a visitor", () => {
  it("is each property of the page, with where it comes from and how old it is", () => {
    const properties = propertiesOf(seen({ facts: visitors.customer }));
    expect(properties.find(({ id }) => id === "lifecycleStage")).toEqual({
      id: "lifecycleStage",
      from: "crm",
      fact: known("customer"),
      asOf: Date.parse(ASKED),
    });
    expect(properties.find(({ id }) => id === "country")).toEqual({
      id: "country",
      from: "page",
      fact: known("DE"),
    });
  });

  it("is first what there is, then what there is not, then what is not known", () => {
    const states = propertiesOf(seen()).map(({ fact }) => fact.is);
    expect(states).toEqual(states.toSorted((one, other) => order(one) - order(other)));
    expect(new Set(states)).toEqual(new Set(["known", "absent", "unknown"]));
  });

  it("is every audience: in it and since when, in doubt, and not", () => {
    const since = "2026-11-03T00:00:00Z";
    const facts: Facts = { ...visitors.cfo, memberships: { cfo: { is: "yes", since } } };
    const segments = segmentsOf(seen({ facts }));
    expect(segments.find(({ id }) => id === "cfo")).toMatchObject({
      name: "CFOs",
      evaluation: { is: "yes" },
      since: Date.parse(since),
    });
    expect(segments.at(-1)?.evaluation.is).toBe("no");
    expect(segments.find(({ id }) => id === "germany")?.since).toBeUndefined();
  });

  it("is the previewed visitor’s, but for what the page shows by itself", () => {
    const facts: Facts = {
      properties: { lifecycleStage: known("customer") },
      memberships: {},
      events: [],
      now: NOW,
    };
    const all = seen({ preview: previewed(facts) });
    expect(factsOf(all).properties).toEqual({ lifecycleStage: known("customer"), country: known("DE") });
    expect(propertiesOf(all).find(({ id }) => id === "lifecycleStage")?.asOf).toBeUndefined();
  });

  it("is without what a previewed visitor has not consented to", () => {
    const facts: Facts = { properties: { lifecycleStage: ABSENT }, memberships: {}, events: [], now: NOW };
    const all = seen({ preview: previewed(facts, gatesAll("closed")) });
    expect(factsOf(all).properties.lifecycleStage).toEqual({ is: "unknown", because: "withheld" });
    expect(factsOf(all).events).toEqual({ is: "unknown", because: "withheld" });
  });

  it("is what the extension itself reads of consent, whatever the page says of it", () => {
    const { consent } = page({ slots: [] }).observation.claim ?? {};
    const standing = standingIn(seen({ claim: { ...(consent && { consent }) } }), "crm");
    expect(standing).toMatchObject({ state: "answered", basis: "explicit" });
    expect(standingIn(seen({ preview: previewed(visitors.nobody) }), "crm")).toBeUndefined();
  });

  it("is cut where a page claims without end", () => {
    const one = manifest.segments.cfo;
    const many = Object.fromEntries(Array.from({ length: 3_000 }, (_, at) => [`s${at}`, one]));
    const claim = { manifest: { ...manifest, segments: many } } as Partial<Inspection>;
    expect(segmentsOf(seen({ claim }))).toHaveLength(200);
  });
});

const order = (is: string) => ["known", "absent", "unknown"].indexOf(is);
