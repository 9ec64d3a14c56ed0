import type { Gate } from "./gates.ts";
import type { Basis, Reading } from "./reading.ts";
import { type ConsentRecord, type ConsentRules, closes, ruleOf } from "./record.ts";

/** Who decides a gate and what they said: why it stands as it does. */
export type Standing = {
  /** The gate's authority. */
  readonly source: string;
  readonly state: Reading["state"];
  /** On what the authority's answer rests; while it has none, on what goes without saying in this country. */
  readonly basis: Basis;
  /** Others that say an explicit no: whatever the authority says, the gate is closed. */
  readonly closedBy: readonly string[];
  /** What the authority's cookie granted until its own interface took some of it back. */
  readonly corrects?: readonly string[] | undefined;
};

export function standingOf(gate: Gate, { sources }: ConsentRecord, rules: ConsentRules): Standing {
  const { source } = ruleOf(gate, rules);
  const authority = sources.find((reading) => reading.source === source);
  const state = authority?.state ?? "pending";
  return {
    source,
    state,
    // A no is a choice, whatever else the same answer left to a default.
    basis: authority?.closes?.includes(gate) ? "explicit" : (authority?.basis ?? "default"),
    closedBy: sources
      .filter((reading) => reading.source !== source && closes(reading, gate, rules))
      .map((reading) => reading.source),
    corrects: authority?.corrects,
  };
}
