import { entry, type Facts, mapped } from "../../engine/facts.ts";
import { endpointFacts } from "../../manifest/facts.ts";
import type { Inspection } from "../../protocol/inspection.ts";

/** The page's facts at the age that it says its answer has. */
export function aged({ facts, manifest, visitor: { asOf } }: Inspection): Facts {
  if (asOf === undefined) return facts;
  const values = Object.entries(facts.properties).flatMap(([id, fact]) =>
    fact.is === "known" ? [[id, fact.value] as const] : [],
  );
  const answer = {
    forwhom: 1,
    identified: true,
    segments: facts.memberships,
    properties: Object.fromEntries(values),
    objected: false,
    stop: false,
    asOf,
    freshFor: 0,
  } as Parameters<typeof endpointFacts>[0];
  const { properties, memberships } = endpointFacts(answer, manifest, facts.now);
  return {
    ...facts,
    properties: mapped(facts.properties, (fact, id) =>
      fact.is === "known" ? (entry(properties, id) ?? fact) : fact,
    ),
    memberships: mapped(facts.memberships, (one, id) =>
      one.is === "unknown" ? one : (entry(memberships, id) ?? one),
    ),
  };
}
