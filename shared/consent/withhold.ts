import { type Fact, type Facts, type Membership, unknown } from "../engine/facts.ts";
import type { Gates } from "./gates.ts";

type From = Readonly<Record<string, { readonly from: string }>>;

/** Takes from a visitor's facts what consent does not cover. DESIGN §2. */
export function withhold(facts: Facts, properties: From, gates: Gates): Facts {
  const withheld = unknown("withheld");
  const isOpen = { crm: gates.crm === "open", behavior: gates.behavior === "open" };
  const isCrm = (id: string) => Object.hasOwn(properties, id) && properties[id]?.from === "crm";
  return {
    ...facts,
    properties: isOpen.crm
      ? facts.properties
      : each(facts.properties, (id, fact): Fact => (isCrm(id) ? withheld : fact)),
    memberships: isOpen.crm ? facts.memberships : each(facts.memberships, (): Membership => withheld),
    events: isOpen.behavior ? facts.events : withheld,
    ...(!isOpen.crm && { objected: false }),
  };
}

const each = <T>(record: Readonly<Record<string, T>>, change: (id: string, one: T) => T) =>
  Object.fromEntries(Object.entries(record).map(([id, one]) => [id, change(id, one)]));
