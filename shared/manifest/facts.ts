import {
  ABSENT,
  entry,
  type Fact,
  known,
  type Membership,
  mapped,
  type UnknownBecause,
  unknown,
} from "../engine/facts.ts";
import { durationMs } from "../engine/leaf/duration.ts";
import type { MembershipAnswer } from "./membership.ts";
import type { Manifest } from "./shape.ts";

/** What the endpoint's side knows of one visitor: exposed properties, and memberships. */
export type EndpointFacts = {
  readonly properties: Readonly<Record<string, Fact>>;
  readonly memberships: Readonly<Record<string, Membership>>;
};

type Known = Pick<Manifest, "properties" | "memberships">;

const DEFAULT_USABLE = "30d";

/** The facts in an answer of the endpoint, at its present age. Older than usable: stale. */
export function factsOfAnswer(answer: MembershipAnswer, manifest: Known, now: number): EndpointFacts {
  if (!answer.identified) return factsOfNobody(manifest);
  const age = now - Date.parse(answer.asOf);
  const isStale = (usableFor = DEFAULT_USABLE) => age > (durationMs(usableFor) ?? 0);
  return {
    properties: crmProperties(manifest, (id, { usableFor }) => {
      const value = entry(answer.properties, id);
      if (value === undefined) return unknown("failed");
      if (value === null) return unknown("missing");
      return isStale(usableFor) ? { ...unknown("stale"), last: value } : known(value);
    }),
    memberships: memberships(manifest, (id, { usableFor }) => {
      const one = entry(answer.segments, id);
      if (!one) return unknown("failed");
      return isStale(usableFor) ? { is: "unknown", because: "stale", last: one.is } : one;
    }),
  };
}

/** Nobody is identified, and that is an answer: every `crm` fact is absent. DESIGN §2. */
export const factsOfNobody = (manifest: Known): EndpointFacts => ({
  properties: crmProperties(manifest, () => ABSENT),
  memberships: memberships(manifest, (_, { anonymous }) => ({ is: anonymous })),
});

/** Nothing is known yet, or may be known, or could be found out. */
export const unknownFacts = (manifest: Known, because: UnknownBecause): EndpointFacts => ({
  properties: crmProperties(manifest, () => unknown(because)),
  memberships: memberships(manifest, () => unknown(because)),
});

function crmProperties(
  { properties }: Known,
  fact: (id: string, property: Known["properties"][string]) => Fact,
): Record<string, Fact> {
  const crm = Object.fromEntries(Object.entries(properties).filter(([, { from }]) => from === "crm"));
  return mapped(crm, (property, id) => fact(id, property));
}

const memberships = (
  manifest: Known,
  membership: (id: string, one: Known["memberships"][string]) => Membership,
): Record<string, Membership> => mapped(manifest.memberships, (one, id) => membership(id, one));
