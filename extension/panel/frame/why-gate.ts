import type { Basis } from "../../../shared/consent/reading.ts";
import type { Standing } from "../../../shared/consent/standing.ts";

const RESTS_ON: Readonly<Record<Basis, string>> = {
  explicit: "the visitor chose",
  implied: "taken from what the visitor did, which is no choice",
  default: "a default, which is no choice",
  "not required": "no consent is required here",
};

/** Why a gate stands as it does, in sentences for its tooltip. */
export function whyGate({ source, state, basis, closedBy, corrects }: Standing): string {
  const said = state === "answered" ? `${source}: ${RESTS_ON[basis]}.` : `${source} has not answered.`;
  const no = closedBy.map((other) => `${other} says no.`);
  const corrected = corrects && [
    `Its cookie still granted ${corrects.join(", ")}; its own interface took some of that back.`,
  ];
  return [said, ...no, ...(corrected ?? [])].join(" ");
}
