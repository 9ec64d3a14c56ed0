import type { Value } from "../../shared/engine/condition.ts";
import { entry, type Facts, type VisitorEvent } from "../../shared/engine/facts.ts";
import { fits } from "../../shared/library/check/fits.ts";
import type { Library } from "../../shared/library/library.ts";
import type { Property } from "../../shared/library/property.ts";
import type { PastEvent, Visitor } from "../../shared/library/visitor.ts";

/**
 * Facts as a person would write this visitor into a test. Facts say more than that can (a contact
 * of whom one thing is absent and another missing), so whoever uses it asks the rules again.
 */
export function visitorOf(facts: Facts, { properties }: Library, isDated: boolean): Visitor {
  const values = Object.entries(facts.properties).flatMap(([id, fact]) => {
    const property = entry(properties, id);
    const value = property && fact.is === "known" ? written(fact.value, property) : undefined;
    return value === undefined ? [] : [[id, value] as const];
  });
  const isCrm = ([id]: readonly [string, unknown]) => entry(properties, id)?.from === "crm";
  const isAnonymous =
    !values.some(isCrm) &&
    Object.entries(facts.properties).some((one) => isCrm(one) && one[1].is === "absent");
  const memberships = Object.entries(facts.memberships).map(([id, { is }]) => [id, is] as const);
  const events = "is" in facts.events ? [] : facts.events.map((event) => pastEvent(event, facts.now));
  const hasDate = values.some(([id]) => entry(properties, id)?.type === "date");
  return {
    ...(isAnonymous && { identified: false }),
    ...(values.length > 0 && { properties: Object.fromEntries(values) }),
    ...(memberships.length > 0 && { memberships: Object.fromEntries(memberships) }),
    ...(events.length > 0 && { events }),
    // A date means something only beside the day on which it is looked at.
    ...((hasDate || isDated) && { now: new Date(facts.now).toISOString() }),
  };
}

/** A value as its property's type has it; undefined where it is of no such type. */
function written(value: Value, property: Property): NonNullable<Visitor["properties"]>[string] | undefined {
  const own = property.type === "list" && typeof value === "string" ? [value] : value;
  if (!fits(own, property)) return undefined;
  return typeof own === "object" ? [...own] : own;
}

const pastEvent = ({ event, at, fields = {} }: VisitorEvent, now: number): PastEvent => ({
  event,
  ...fields,
  ago: durationOf(now - at),
});

const UNITS = [
  ["s", 1_000],
  ["m", 60_000],
  ["h", 3_600_000],
  ["d", 86_400_000],
] as const;
const MOST = 99_999;

/** In the finest unit that holds it, or in a coarser one that says just the same. */
function durationOf(ms: number): string {
  const fit = UNITS.filter(([, length]) => ms / length <= MOST);
  const [finest = UNITS[3]] = fit;
  const rounded = Math.round(ms / finest[1]) * finest[1];
  const [unit, length] = fit.findLast(([, one]) => rounded % one === 0) ?? finest;
  return `${Math.round(rounded / length)}${unit}`;
}
