import { type Facts, type Membership, mapped, unknown } from "../engine/facts.ts";
import type { Gate, Gates } from "./gates.ts";

type From = Readonly<Record<string, { readonly from: string }>>;

/** Takes from a visitor's facts what consent does not cover. DESIGN §2. */
export function withhold(facts: Facts, properties: From, gates: Gates): Facts {
  const withheld = unknown("withheld");
  // What the page shows by itself needs no gate.
  const isCovered = (source: string) => (gates[source as Gate] ?? "open") === "open";
  const uncovered = Object.entries(properties).filter(([, { from }]) => !isCovered(from));
  return {
    ...facts,
    properties: { ...facts.properties, ...Object.fromEntries(uncovered.map(([id]) => [id, withheld])) },
    ...(!isCovered("crm") && {
      memberships: mapped(facts.memberships, (): Membership => withheld),
      objected: false,
    }),
    ...(!isCovered("behavior") && { events: withheld }),
  };
}
