import { type Gates, gatesAll } from "../consent/gates.ts";
import { ABSENT, entry, type Fact, type Facts, known, unknown, type VisitorEvent } from "../engine/facts.ts";
import { durationMs } from "../engine/leaf/duration.ts";
import type { PastEvent, Visitor } from "./visitor.ts";

type Sources = { readonly properties: Readonly<Record<string, { readonly from: string }>> };

/** A visitor as a person wrote one, as the facts and gates that rules are asked with. */
export function factsOfVisitor(
  visitor: Visitor,
  { properties }: Sources,
  now: number,
): { readonly facts: Facts; readonly gates: Gates } {
  const given = visitor.properties ?? {};
  const isCrm = ([, { from }]: readonly [string, { readonly from: string }]) => from === "crm";
  const identified =
    visitor.identified ??
    Object.entries(properties).some((one) => isCrm(one) && Object.hasOwn(given, one[0]));
  const at = visitor.now === undefined ? now : Date.parse(visitor.now);
  const facts = Object.entries(properties).map((one): [string, Fact] => {
    const value = entry(given, one[0]);
    if (value !== undefined) return [one[0], known(value)];
    return [one[0], isCrm(one) && identified ? unknown("missing") : ABSENT];
  });
  const memberships = Object.entries(visitor.memberships ?? {}).map(([id, is]) => [id, { is }] as const);
  return {
    facts: {
      properties: Object.fromEntries(facts),
      memberships: Object.fromEntries(memberships),
      events: (visitor.events ?? []).map((event) => happened(event, at)),
      now: at,
    },
    gates: { ...gatesAll("open"), ...visitor.consent },
  };
}

function happened({ event, ago, ...fields }: PastEvent, now: number): VisitorEvent {
  const scalars = Object.entries(fields).filter(([, value]) => value !== undefined);
  return {
    event,
    at: now - (durationMs(ago ?? "0m") ?? 0),
    fields: Object.fromEntries(scalars) as VisitorEvent["fields"],
  };
}
