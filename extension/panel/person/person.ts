import { type Gates, gatesAll } from "../../../shared/consent/gates.ts";
import type { Condition } from "../../../shared/engine/condition.ts";
import { entry, type Facts } from "../../../shared/engine/facts.ts";
import { witness } from "../../../shared/engine/witness/witness.ts";
import { factsOfVisitor } from "../../../shared/library/person.ts";
import type { Visitor } from "../../../shared/library/visitor.ts";
import { endpointFacts } from "../../../shared/manifest/facts.ts";
import { seenByPage } from "../../../shared/manifest/seen.ts";
import type { FullLibrary, KnownRules } from "../rules/rules.ts";
import { changed } from "./changed.ts";
import type { Choice } from "./choice.ts";
import { ordinaryMember, type WitnessRules } from "./ordinary.ts";

/** Somebody made up, as the page would know them. */
export type Person = { readonly facts: Facts; readonly gates: Gates };

/** Somebody of whom all that was chosen is true; undefined where nobody was found. */
export function personFor(choice: Choice, rules: KnownRules, present: number): Person | undefined {
  const now = choice.changes?.now ?? present;
  const person = rules.full ? personByLibrary(choice, rules.full, now) : personByManifest(choice, rules, now);
  const answered = choice.withoutConsent ? gatesAll("closed") : person?.gates;
  return person && { ...person, gates: { ...person.gates, ...answered, ...choice.changes?.gates } };
}

function personByLibrary(choice: Choice, full: FullLibrary, now: number): Person | undefined {
  const { library, memberships } = full;
  const { segment, also, changes = {} } = choice;
  const base = segment === undefined ? described({}, library, now) : memberByLibrary(choice, library, now);
  const facts = base && overlaid(base.facts, conditionsOf(also, library.suppressions), library);
  return (
    facts && { facts: seenByPage(changed(facts, changes, library), library, memberships), gates: base.gates }
  );
}

function memberByLibrary(
  { segment: id = "", sample, changes }: Choice,
  library: FullLibrary["library"],
  now: number,
): Person | undefined {
  const segment = entry(library.segments, id);
  if (!segment) return undefined;
  const test = segment.tests.find(({ name, expect }) =>
    sample === undefined ? expect === "yes" : name === sample,
  );
  if (test) {
    // A chosen moment goes before the one that a test was written for.
    const { now: written, ...visitor } = test.visitor;
    return described(changes?.now === undefined ? { ...visitor, now: written } : visitor, library, now);
  }
  if (sample !== undefined) return undefined;
  const avoid = conditionsOf(undefined, library.suppressions);
  const facts = ordinaryMember(segment.when, library, library.properties, { now, avoid });
  return facts && { facts, gates: gatesAll("open") };
}

function personByManifest(
  { segment, sample, also, changes = {} }: Choice,
  { manifest }: KnownRules,
  now: number,
): Person | undefined {
  // Test visitors are not on the page.
  if (sample !== undefined) return undefined;
  const rule = segment === undefined ? undefined : entry(manifest.segments, segment);
  if (segment !== undefined && !rule) return undefined;
  const avoid = conditionsOf(undefined, manifest.suppressions);
  const known = { segments: manifest.segments, properties: valuesIn(manifest) };
  const base = rule
    ? ordinaryMember(rule.when, known, manifest.properties, { now, avoid })
    : { ...endpointFacts("nobody", manifest, now), events: [], now };
  const facts = base && overlaid(base, conditionsOf(also, manifest.suppressions), known);
  return facts && { facts: changed(facts, changes, manifest), gates: gatesAll("open") };
}

/** A written visitor; what a page shows by itself and was not written stays that of the real page. */
function described(visitor: Visitor, library: FullLibrary["library"], now: number): Person {
  const { facts, gates } = factsOfVisitor(visitor, library, now);
  const isSaid = ([id]: readonly [string, unknown]) =>
    library.properties[id]?.from !== "page" || Object.hasOwn(visitor.properties ?? {}, id);
  const properties = Object.fromEntries(Object.entries(facts.properties).filter(isSaid));
  return { facts: { ...facts, properties }, gates };
}

/** The manifest has no list of values, but words for some. */
const valuesIn = ({ properties }: KnownRules["manifest"]): WitnessRules["properties"] =>
  Object.fromEntries(
    Object.entries(properties).map(([id, { labels }]) => [id, { values: Object.keys(labels ?? {}) }]),
  );

/** Lays a witness of each condition over a visitor's facts: where they disagree, the witness wins. */
function overlaid(facts: Facts, conditions: readonly Condition[], rules: WitnessRules): Facts | undefined {
  let result: Facts | undefined = facts;
  for (const condition of conditions) {
    const over: Facts | undefined = result && witness(condition, "yes", rules, { now: facts.now });
    result = result && over && laidOver(result, over);
  }
  return result;
}

const laidOver = (facts: Facts, over: Facts): Facts => ({
  ...facts,
  properties: { ...facts.properties, ...over.properties },
  memberships: { ...facts.memberships, ...over.memberships },
  events: "is" in facts.events || "is" in over.events ? over.events : [...facts.events, ...over.events],
});

type Suppressions = Readonly<Record<string, { readonly when: Condition }>>;

/** The conditions of the named suppressions, or of all. */
const conditionsOf = (ids: readonly string[] | undefined, suppressions: Suppressions): readonly Condition[] =>
  Object.entries(suppressions).flatMap(([id, { when }]) => (!ids || ids.includes(id) ? [when] : []));
