import type { Gate } from "../../../shared/consent/gates.ts";
import { gatesOf } from "../../../shared/consent/gates-of.ts";
import type { Condition } from "../../../shared/engine/condition.ts";
import { entry } from "../../../shared/engine/facts.ts";
import { leavesBehind } from "../../../shared/engine/leaves-behind.ts";
import type { Decision } from "../../../shared/engine/trace.ts";
import type { Inspection } from "../../../shared/protocol/inspection.ts";
import { settling } from "../../../shared/sentences/settling.ts";

/** How old that is on which a decision rests, and which consent was missing for it. Times in epoch milliseconds. */
export type RestsOn = {
  /** From when the endpoint's answers are, where the decision rests on one. */
  readonly asOf?: number | undefined;
  /** Since when the visitor is in the audience whose content is shown. */
  readonly since?: number | undefined;
  readonly missing: readonly Gate[];
};

export function restsOn({ shown, candidates }: Decision, { manifest, facts, visitor }: Inspection): RestsOn {
  const gatesBehind = (condition: Condition) =>
    gatesOf(leavesBehind(condition, manifest.segments), manifest.properties);
  const own = shown?.targeting ? settling(shown.targeting) : [];
  const others = candidates.flatMap(({ stoppedBy }) =>
    stoppedBy && "evaluation" in stoppedBy ? settling(stoppedBy.evaluation) : [],
  );
  const all = [...own, ...others];
  const isAnswered = all.some(
    ({ is, condition }) => is !== "unknown" && gatesBehind(condition).includes("crm"),
  );
  const sinces = own.flatMap(({ condition }) =>
    "membership" in condition ? (momentOf(entry(facts.memberships, condition.membership)?.since) ?? []) : [],
  );
  const withheld = all.filter(({ is, because }) => is === "unknown" && because === "withheld");
  return {
    asOf: isAnswered ? momentOf(visitor.asOf) : undefined,
    // Only since the last of all that it takes is the visitor in it.
    since: sinces.length > 0 ? Math.max(...sinces) : undefined,
    missing: [...new Set(withheld.flatMap(({ condition }) => gatesBehind(condition)))],
  };
}

/** A page may say anything: what is no time is none. */
export function momentOf(text: string | undefined): number | undefined {
  const moment = Date.parse(text ?? "");
  return Number.isNaN(moment) ? undefined : moment;
}
