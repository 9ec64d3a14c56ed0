import type { Value } from "../engine/condition.ts";
import type { UnknownBecause } from "../engine/facts.ts";
import { ABSENT, entry, type Fact, known, type Membership, mapped, unknown } from "../engine/facts.ts";
import { durationMs } from "../engine/leaf/duration.ts";
import type { MembershipAnswer } from "./membership.ts";
import type { Manifest } from "./shape.ts";

/** What the endpoint's side knows of one visitor: exposed properties, and memberships. */
export type EndpointFacts = {
  readonly properties: Readonly<Record<string, Fact>>;
  readonly memberships: Readonly<Record<string, Membership>>;
};

const DEFAULT_USABLE = "30d";

/**
 * The facts in an answer of the endpoint, at its present age: older than usable is stale. That nobody is
 * identified is an answer too: every `crm` fact is absent. DESIGN §2. Without an answer, why there is none.
 */
export function endpointFacts(
  answer: MembershipAnswer | "nobody" | UnknownBecause,
  { properties, memberships }: Pick<Manifest, "properties" | "memberships">,
  now: number,
): EndpointFacts {
  if (answer === "nobody" || (typeof answer === "object" && !answer.identified))
    return {
      properties: factsFrom(properties, "crm", () => ABSENT),
      memberships: mapped(memberships, ({ anonymous }) => ({ is: anonymous })),
    };
  const held = typeof answer === "object" ? answer : undefined;
  const why = held ? "failed" : (answer as UnknownBecause);
  const isStale = ({ usableFor = DEFAULT_USABLE }: { readonly usableFor?: string | undefined }) =>
    held !== undefined && now - Date.parse(held.asOf) > (durationMs(usableFor) ?? 0);
  const factOf = (value: Value | null | undefined, isOld: boolean): Fact => {
    if (value === undefined) return unknown(why);
    if (value === null) return unknown("missing");
    return isOld ? { ...unknown("stale"), last: value } : known(value);
  };
  return {
    properties: factsFrom(properties, "crm", (property, id) =>
      factOf(held && entry(held.properties, id), isStale(property)),
    ),
    memberships: mapped(memberships, (membership, id) => {
      const one = held && entry(held.segments, id);
      if (!one) return unknown(why);
      return isStale(membership) ? { ...unknown("stale"), last: one.is } : one;
    }),
  };
}

type Properties = Manifest["properties"];

/** A fact for each property that one source knows. */
export const factsFrom = (
  properties: Properties,
  source: Properties[string]["from"],
  fact: (property: Properties[string], id: string) => Fact,
): Record<string, Fact> =>
  mapped(Object.fromEntries(Object.entries(properties).filter(([, { from }]) => from === source)), fact);
