import type { Gate } from "../../../shared/consent/gates.ts";
import { consentFrom } from "../../../shared/consent/record.ts";
import { standingOf } from "../../../shared/consent/standing.ts";
import { withhold } from "../../../shared/consent/withhold.ts";
import { leavesOf } from "../../../shared/engine/condition.ts";
import { type Evaluation, evaluate } from "../../../shared/engine/evaluate.ts";
import { entry, type Fact, type Facts, unknown } from "../../../shared/engine/facts.ts";
import { ownFacts } from "../rules/matrix.ts";
import { momentOf } from "../rules/rests-on.ts";
import type { Seen } from "../seen.ts";

/** Where a property comes from: the endpoint, the page itself, or what was done on this device. */
export type Origin = "crm" | "page" | "behavior";

export type KnownProperty = {
  readonly id: string;
  readonly from: Origin;
  readonly fact: Fact;
  /** From when it is, in epoch milliseconds, where that is known. */
  readonly asOf?: number | undefined;
};

export type KnownSegment = {
  readonly id: string;
  readonly name: string;
  readonly evaluation: Evaluation;
  /** Since when the visitor is in it, in epoch milliseconds, where the endpoint said so. */
  readonly since?: number | undefined;
};

/** A page may claim as many as it likes. */
const MOST = 200;

/** The facts that the page's script decides by: of whoever is previewed, else as the script says them. */
export function factsOf({ claim, preview }: Pick<Seen, "claim" | "preview">): Facts {
  if (!preview) return claim.facts;
  const { facts, gates } = preview;
  const properties = { ...ownFacts(claim.facts, claim.manifest), ...facts.properties };
  return withhold({ ...facts, properties }, claim.manifest.properties, gates);
}

/** Every property that the page may know, those with a value first. */
export function propertiesOf(seen: Seen): readonly KnownProperty[] {
  const { properties } = factsOf(seen);
  const asOf = seen.preview ? undefined : momentOf(seen.claim.visitor.asOf);
  return Object.entries(seen.claim.manifest.properties)
    .slice(0, MOST)
    .map(([id, { from }]): KnownProperty => {
      const fact = entry(properties, id) ?? unknown("missing");
      return { id, from, fact, ...(from === "crm" && fact.is !== "unknown" && { asOf }) };
    })
    .toSorted((one, other) => rank(one) - rank(other));
}

const rank = ({ fact }: KnownProperty) => ["known", "absent", "unknown"].indexOf(fact.is);

/** Every audience, those first in which the visitor is. */
export function segmentsOf(seen: Seen): readonly KnownSegment[] {
  const { manifest } = seen.claim;
  const facts = factsOf(seen);
  return Object.entries(manifest.segments)
    .slice(0, MOST)
    .map(([id, { name, when }]): KnownSegment => {
      const evaluation = evaluate(when, facts, manifest);
      const sinces = leavesOf(when).flatMap((leaf) =>
        "membership" in leaf ? (momentOf(entry(facts.memberships, leaf.membership)?.since) ?? []) : [],
      );
      const isIn = evaluation.is === "yes" && sinces.length > 0;
      return { id, name, evaluation, ...(isIn && { since: Math.max(...sinces) }) };
    })
    .toSorted((one, other) => place(one) - place(other));
}

const place = ({ evaluation }: KnownSegment) => ["yes", "unknown", "no"].indexOf(evaluation.is);

/** Why a gate stands as it does, as the extension itself reads it; in a preview nobody chose anything. */
export function standingIn({ claim, observation, preview }: Seen, gate: Gate) {
  if (preview) return undefined;
  const rules = claim.manifest.consent;
  const country = observation.country ?? claim.consent.country;
  return standingOf(gate, consentFrom(observation.consent, rules, country), rules);
}
