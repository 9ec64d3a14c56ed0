import type { Value } from "../../shared/engine/condition.ts";
import {
  ABSENT,
  type Fact,
  type Facts,
  known,
  type UnknownBecause,
  unknown,
} from "../../shared/engine/facts.ts";
import { fits } from "../../shared/library/check/fits.ts";
import type { EndpointProperty, EndpointRules } from "./rules.ts";
import type { Records } from "./sources/source.ts";

export type Properties = Readonly<Record<string, Fact>>;

/** Nobody is identified, and that is an answer: everything is absent. DESIGN §2. */
export const propertiesOfNobody = (rules: EndpointRules): Properties => each(rules, () => ABSENT);

/** Somebody is identified, but what is kept of them could not be read. */
export const propertiesUnknown = (rules: EndpointRules, because: UnknownBecause): Properties =>
  each(rules, () => unknown(because));

/**
 * The properties of an identified visitor. Empty: missing. Not of the property's type: failed, and
 * named to `onMismatch`, since a text that looks like a number must not be taken for one in silence.
 */
export const propertiesOf = (
  records: Records,
  rules: EndpointRules,
  onMismatch: (id: string) => void,
): Properties =>
  each(rules, (id, property) => {
    const value = kept(records, id, property);
    if (isEmpty(value)) return unknown("missing");
    if (fits(value, property)) return known(value as Value);
    onMismatch(id);
    return unknown("failed");
  });

export const factsFrom = (properties: Properties, now: number): Facts => ({
  properties,
  memberships: {},
  events: [],
  now,
});

const kept = (records: Records, id: string, { of }: EndpointProperty): unknown => {
  const record = records[of];
  return record && Object.hasOwn(record, id) ? record[id] : undefined;
};

/** Nothing is kept: the warehouse's NULL, or what a form left blank. */
const isEmpty = (value: unknown) => value === undefined || value === null || value === "";

/** Whether this person objected. A value that cannot be read counts as an objection; an empty one does not. */
export function hasObjected(records: Records, { objection, properties }: EndpointRules): boolean {
  const property =
    objection && Object.hasOwn(properties, objection.property) && properties[objection.property];
  if (!objection || !property) return false;
  const value = kept(records, objection.property, property);
  return !isEmpty(value) && (value === objection.is || !fits(value, property));
}

const each = (rules: EndpointRules, fact: (id: string, property: EndpointProperty) => Fact): Properties =>
  Object.fromEntries(Object.entries(rules.properties).map(([id, property]) => [id, fact(id, property)]));
