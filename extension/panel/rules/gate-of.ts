import type { Gate, Gates } from "../../../shared/consent/gates.ts";
import { type Condition, leavesOf } from "../../../shared/engine/condition.ts";
import { entry } from "../../../shared/engine/facts.ts";
import type { Manifest } from "../../../shared/manifest/shape.ts";

type Sources = Pick<Manifest, "properties">;

/** The gates behind which the facts of a condition lie, segments not followed. DESIGN §2. */
export const gatesOf = (condition: Condition, { properties }: Sources): readonly Gate[] => [
  ...new Set(
    leavesOf(condition).flatMap((leaf): Gate[] => {
      if ("membership" in leaf) return ["crm"];
      if ("event" in leaf || "score" in leaf) return ["behavior"];
      const from = "property" in leaf ? entry(properties, leaf.property)?.from : undefined;
      return from === "crm" || from === "behavior" ? [from] : [];
    }),
  ),
];

export const shutOf = (gates: readonly Gate[], states: Gates): readonly Gate[] =>
  gates.filter((gate) => states[gate] !== "open");
