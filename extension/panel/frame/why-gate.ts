import type { Basis } from "../../../shared/consent/reading.ts";
import type { Standing } from "../../../shared/consent/standing.ts";
import { say, type Word } from "../../words.ts";

const RESTS_ON = {
  explicit: "whyExplicit",
  implied: "whyImplied",
  default: "whyDefault",
  "not required": "whyNotRequired",
} as const satisfies Record<Basis, Word>;

/** Why a gate stands as it does, in sentences for its tooltip. */
export function whyGate({ source, state, basis, closedBy, corrects }: Standing): string {
  const said = say(state === "answered" ? RESTS_ON[basis] : "whyNotAnswered", { source });
  const no = closedBy.map((other) => say("whySaysNo", { source: other }));
  const corrected = corrects && [say("whyCorrected", { what: corrects.join(", ") })];
  return [said, ...no, ...(corrected ?? [])].join(" ");
}
