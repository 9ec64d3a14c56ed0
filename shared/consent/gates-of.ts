import { entry } from "../engine/facts.ts";
import type { FactLeaf } from "../engine/leaf/answer.ts";
import type { Gate } from "./gates.ts";

type Sources = Readonly<Record<string, { readonly from: string }>>;

/** The gates behind which the facts lie that these leaves ask for. DESIGN §2. */
export const gatesOf = (leaves: readonly FactLeaf[], properties: Sources): readonly Gate[] => [
  ...new Set(leaves.flatMap((leaf) => gateOf(leaf, properties) ?? [])),
];

function gateOf(leaf: FactLeaf, properties: Sources): Gate | undefined {
  if ("membership" in leaf) return "crm";
  if ("event" in leaf || "score" in leaf) return "behavior";
  const from = entry(properties, leaf.property)?.from;
  return from === "crm" || from === "behavior" ? from : undefined;
}
