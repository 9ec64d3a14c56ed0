import { type Fact, type Facts, type Membership, mapped, unknown } from "../engine/facts.ts";
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
      : mapped(facts.properties, (fact, id): Fact => (isCrm(id) ? withheld : fact)),
    memberships: isOpen.crm ? facts.memberships : mapped(facts.memberships, (): Membership => withheld),
    events: isOpen.behavior ? facts.events : withheld,
    ...(!isOpen.crm && { objected: false }),
  };
}
